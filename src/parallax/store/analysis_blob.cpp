#include "parallax/store/analysis_blob.h"

#include <bit>
#include <utility>

#include "parallax/store/analysis_fields.h"

namespace parallax {
namespace {

constexpr std::uint8_t kVersion = 3;

// Distances may be negative: 0, -1, 1, -2 ... become 0, 1, 2, 3 ...
std::uint64_t zigzag(std::int64_t value) {
  return (static_cast<std::uint64_t>(value) << 1U) ^ static_cast<std::uint64_t>(value >> 63);
}
std::int64_t unzigzag(std::uint64_t value) {
  return static_cast<std::int64_t>(value >> 1U) ^ -static_cast<std::int64_t>(value & 1U);
}

class Writer {
 public:
  template <typename... T>
  void operator()(const T&... values) {
    (put(values), ...);
  }
  std::string take() { return std::move(bytes_); }

 private:
  void varint(std::uint64_t value) {
    while (value >= 0x80U) {
      bytes_.push_back(static_cast<char>(value | 0x80U));
      value >>= 7U;
    }
    bytes_.push_back(static_cast<char>(value));
  }
  void put(bool value) { varint(value ? 1 : 0); }
  void put(std::uint8_t value) { varint(value); }
  void put(std::uint16_t value) { varint(value); }
  void put(std::uint32_t value) { varint(value); }
  void put(double value) {
    const auto bits = std::bit_cast<std::uint64_t>(value);
    for (unsigned shift = 0; shift < 64; shift += 8) {
      bytes_.push_back(static_cast<char>(bits >> shift));
    }
  }
  void put(const std::string& text) {
    varint(text.size());
    bytes_ += text;
  }
  void put(Span span) {
    varint(zigzag(std::int64_t{span.begin} - std::int64_t{last_begin_}));
    varint(zigzag(std::int64_t{span.end} - std::int64_t{span.begin}));
    last_begin_ = span.begin;
  }
  void put(Day day) { varint(zigzag(day.number)); }
  template <typename T>
  void put(Id<T> id) {
    varint(id.index);
  }
  template <typename T>
  void put(const std::optional<T>& value) {
    put(value.has_value());
    if (value) {
      put(*value);
    }
  }
  template <typename T>
  void put(const std::vector<T>& values) {
    varint(values.size());
    for (const T& value : values) {
      put(value);
    }
  }
  template <typename T>
  void put(const T& value) {
    if constexpr (std::is_enum_v<T>) {
      varint(static_cast<std::uint64_t>(value));
    } else {
      fields(*this, value);
    }
  }

  std::string bytes_;
  std::uint32_t last_begin_ = 0;
};

class Reader {
 public:
  Reader(std::string_view bytes, std::uint32_t text_bytes)
      : rest_(bytes), text_bytes_(text_bytes) {}

  template <typename... T>
  void operator()(T&... values) {
    (get(values), ...);
  }
  bool damaged() const { return damaged_; }
  bool at_end() const { return rest_.empty(); }

 private:
  std::uint64_t varint() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64 && !rest_.empty(); shift += 7) {
      const auto byte = static_cast<std::uint8_t>(rest_.front());
      rest_.remove_prefix(1);
      value |= std::uint64_t{byte & 0x7FU} << shift;
      if (byte < 0x80U) {
        return value;
      }
    }
    damaged_ = true;
    return 0;
  }
  std::uint64_t at_most(std::uint64_t limit) {
    const std::uint64_t value = varint();
    damaged_ = damaged_ || value > limit;
    return damaged_ ? 0 : value;
  }
  std::uint32_t distance_from(std::uint32_t start) {
    const std::int64_t distance = unzigzag(varint());
    constexpr std::int64_t kFarthest = std::int64_t{1} << 32;
    if (distance < -kFarthest || distance > kFarthest) {
      damaged_ = true;
      return 0;
    }
    const std::int64_t value = std::int64_t{start} + distance;
    damaged_ = damaged_ || value < 0 || value > std::int64_t{text_bytes_};
    return damaged_ ? 0 : static_cast<std::uint32_t>(value);
  }
  void get(bool& value) { value = at_most(1) == 1; }
  void get(std::uint16_t& value) { value = static_cast<std::uint16_t>(at_most(UINT16_MAX)); }
  void get(std::uint32_t& value) { value = static_cast<std::uint32_t>(at_most(UINT32_MAX)); }
  void get(double& value) {
    std::uint64_t bits = 0;
    damaged_ = damaged_ || rest_.size() < 8;
    for (unsigned i = 0; !damaged_ && i < 8; ++i) {
      bits |= std::uint64_t{static_cast<std::uint8_t>(rest_[i])} << (8 * i);
    }
    rest_.remove_prefix(damaged_ ? 0 : 8);
    value = std::bit_cast<double>(bits);
  }
  void get(std::string& text) {
    const std::uint64_t size = at_most(rest_.size());
    damaged_ = damaged_ || size > rest_.size();
    text = damaged_ ? std::string_view{} : rest_.substr(0, size);
    rest_.remove_prefix(text.size());
  }
  void get(Span& span) {
    span.begin = distance_from(last_begin_);
    span.end = distance_from(span.begin);
    damaged_ = damaged_ || span.end < span.begin;
    last_begin_ = span.begin;
  }
  void get(Day& day) {
    const std::int64_t number = unzigzag(varint());
    damaged_ = damaged_ || number < INT32_MIN || number > INT32_MAX;
    day.number = damaged_ ? 0 : static_cast<std::int32_t>(number);
  }
  template <typename T>
  void get(Id<T>& id) {
    get(id.index);
  }
  template <typename T>
  void get(std::optional<T>& value) {
    bool present = false;
    get(present);
    value.reset();
    if (present) {
      get(value.emplace());
    }
  }
  // Every element takes at least one byte: a count that the rest cannot hold is damage, not a
  // reason to reserve gigabytes.
  template <typename T>
  void get(std::vector<T>& values) {
    const std::uint64_t count = at_most(rest_.size());
    values.clear();
    for (std::uint64_t i = 0; i < count && !damaged_; ++i) {
      get(values.emplace_back());
    }
  }
  template <typename T>
  void get(T& value) {
    if constexpr (std::is_enum_v<T>) {
      value = static_cast<T>(at_most(static_cast<std::uint64_t>(last_of(T{}))));
    } else {
      fields(*this, value);
    }
  }

  std::string_view rest_;
  std::uint32_t text_bytes_ = 0;
  std::uint32_t last_begin_ = 0;
  bool damaged_ = false;
};

template <typename T>
bool names_one_of(const std::optional<Id<T>>& id, const std::vector<T>& values) {
  return !id || id->index < values.size();
}

bool ids_are_valid(const Analysis& analysis) {
  const auto& attributions = analysis.attributions;
  const auto& entities = analysis.entities;
  bool valid = true;
  for (const Figure& figure : analysis.figures) {
    valid = valid && names_one_of(figure.voice, attributions);
  }
  for (const Attribution& attribution : attributions) {
    valid = valid && names_one_of(attribution.speaker, entities) &&
            names_one_of(attribution.parent, attributions);
  }
  for (const Event& event : analysis.events) {
    valid = valid && names_one_of(event.actor, entities) && names_one_of(event.target, entities) &&
            names_one_of(event.place, entities) && names_one_of(event.voice, attributions);
  }
  for (const Label& label : analysis.labels) {
    valid =
        valid && names_one_of(label.target, entities) && names_one_of(label.voice, attributions);
  }
  return valid;
}

}  // namespace

std::string print_analysis(const Analysis& analysis) {
  Writer writer;
  writer(kVersion);
  writer(analysis);
  return writer.take();
}

Result<Analysis> parse_analysis(std::string_view bytes, std::uint32_t text_bytes) {
  const Error damage{ErrorCode::bad_format,
                     "a stored analysis is damaged; `parallax reread --all` makes it anew",
                     {}};
  if (bytes.empty()) {
    return std::unexpected(damage);
  }
  if (static_cast<std::uint8_t>(bytes.front()) > kVersion) {
    return std::unexpected(Error{ErrorCode::newer_version,
                                 "a stored analysis was written by a later version of parallax; "
                                 "use that version, or `parallax reread --all`",
                                 {}});
  }
  if (static_cast<std::uint8_t>(bytes.front()) < kVersion) {
    return std::unexpected(Error{ErrorCode::bad_format,
                                 "a stored analysis was written by an earlier version of parallax; "
                                 "`parallax reread` makes it anew",
                                 {}});
  }
  Reader reader(bytes.substr(1), text_bytes);
  Analysis analysis;
  reader(analysis);
  if (reader.damaged() || !reader.at_end() || !ids_are_valid(analysis)) {
    return std::unexpected(damage);
  }
  return analysis;
}

}  // namespace parallax
