#include "parallax/learn/model_file.h"

#include <bit>
#include <cassert>
#include <cstring>

#include "parallax/core/hash.h"

namespace parallax {
namespace {

static_assert(std::endian::native == std::endian::little, "model files are little-endian");

constexpr std::string_view kMagic = "PLXMODEL";
constexpr std::uint32_t kVersion = 1;
constexpr std::size_t kHeader = 64;
constexpr std::size_t kChecked = 24;  // where the bytes begin that the checksum covers
constexpr std::size_t kEntry = 40;
constexpr std::size_t kName = 24;
constexpr std::size_t kAlignment = 16;
constexpr std::size_t kStage = 16;
constexpr std::size_t kLanguage = 8;

struct Entry {
  char name[kName];
  std::uint64_t offset;
  std::uint64_t size;
};
static_assert(sizeof(Entry) == kEntry);

template <typename T>
T number_at(std::string_view bytes, std::size_t at) {
  T value;
  std::memcpy(&value, bytes.data() + at, sizeof value);
  return value;
}

template <typename T>
void put(std::string& out, std::size_t at, T value) {
  std::memcpy(out.data() + at, &value, sizeof value);
}

/// A fixed field's text, up to its first zero.
std::string_view field(std::string_view bytes, std::size_t at, std::size_t size) {
  const std::string_view whole = bytes.substr(at, size);
  return whole.substr(0, whole.find('\0'));
}

std::unexpected<Error> wrong(std::string sentence, ErrorCode code = ErrorCode::bad_format) {
  return std::unexpected(Error{code, std::move(sentence), {}});
}

Result<void> check_frame(std::string_view bytes, const ModelIdentity& wanted) {
  if (bytes.size() < kHeader || !bytes.starts_with(kMagic)) {
    return wrong("this is no model file of Parallax");
  }
  if (number_at<std::uint32_t>(bytes, 8) > kVersion) {
    return wrong("the model file was made by a newer Parallax; update the program",
                 ErrorCode::newer_version);
  }
  if (number_at<std::uint64_t>(bytes, 16) != hash_64(bytes.substr(kChecked))) {
    return damaged_model("its checksum is wrong");
  }
  const ModelIdentity found{.stage = std::string(field(bytes, 24, kStage)),
                            .language = std::string(field(bytes, 40, kLanguage)),
                            .templates = number_at<std::uint32_t>(bytes, 48)};
  if (found.stage != wanted.stage || found.language != wanted.language) {
    return wrong("the model file is for " + found.stage + " of " + found.language + ", not for " +
                 wanted.stage + " of " + wanted.language);
  }
  if (found.templates != wanted.templates) {
    return wrong("the model file was trained for another version of this program; train it anew");
  }
  return {};
}

}  // namespace

std::unexpected<Error> damaged_model(std::string_view what) {
  return wrong("the model file is damaged (" + std::string(what) + "); get it anew");
}

Result<ModelFile> ModelFile::open(std::string_view bytes, const ModelIdentity& wanted) {
  if (auto framed = check_frame(bytes, wanted); !framed) {
    return std::unexpected(framed.error());
  }
  const std::size_t count = number_at<std::uint32_t>(bytes, 12);
  if (count > (bytes.size() - kHeader) / kEntry) {
    return damaged_model("its table of sections");
  }
  assert(reinterpret_cast<std::uintptr_t>(bytes.data()) % kAlignment == 0);
  ModelFile file;
  for (std::size_t i = 0; i < count; ++i) {
    const auto entry = number_at<Entry>(bytes, kHeader + i * kEntry);
    const bool inside = entry.offset <= bytes.size() && entry.size <= bytes.size() - entry.offset;
    if (!inside || entry.offset % kAlignment != 0) {
      return damaged_model("a section beyond its end");
    }
    file.sections_.emplace(field(bytes, kHeader + i * kEntry, kName),
                           bytes.substr(entry.offset, entry.size));
  }
  return file;
}

Result<std::string_view> ModelFile::section(std::string_view name, std::size_t item) const {
  const auto at = sections_.find(name);
  if (at == sections_.end() || at->second.size() % item != 0) {
    return damaged_model("the section " + std::string(name));
  }
  return at->second;
}

std::vector<std::string_view> ModelFile::names() const {
  std::vector<std::string_view> names;
  names.reserve(sections_.size());
  for (const auto& [name, bytes] : sections_) {
    names.push_back(name);
  }
  return names;
}

Result<std::vector<std::string>> ModelFile::lines(std::string_view name) const {
  auto bytes = text(name);
  if (!bytes) {
    return std::unexpected(bytes.error());
  }
  std::vector<std::string> lines;
  while (!bytes->empty()) {
    const std::size_t end = bytes->find('\n');
    if (end == std::string_view::npos) {
      return damaged_model("the section " + std::string(name));
    }
    lines.emplace_back(bytes->substr(0, end));
    bytes->remove_prefix(end + 1);
  }
  return lines;
}

void ModelWriter::text(const std::string& name, std::string_view bytes) {
  sections_[name.substr(0, kName - 1)] = bytes;
}

void ModelWriter::lines(const std::string& name, std::span<const std::string> lines) {
  std::string joined;
  for (const std::string& line : lines) {
    joined += line + '\n';
  }
  text(name, joined);
}

std::string ModelWriter::bytes() const {
  const auto aligned = [](std::size_t size) {
    return (size + kAlignment - 1) / kAlignment * kAlignment;
  };
  std::string out(aligned(kHeader + sections_.size() * kEntry), '\0');
  std::size_t at = kHeader;
  for (const auto& [name, bytes] : sections_) {
    name.copy(out.data() + at, kName - 1);
    put<std::uint64_t>(out, at + kName, out.size());
    put<std::uint64_t>(out, at + kName + 8, bytes.size());
    out += bytes;
    out.resize(aligned(out.size()), '\0');
    at += kEntry;
  }
  kMagic.copy(out.data(), kMagic.size());
  put<std::uint32_t>(out, 8, kVersion);
  put<std::uint32_t>(out, 12, static_cast<std::uint32_t>(sections_.size()));
  identity_.stage.copy(out.data() + 24, kStage - 1);
  identity_.language.copy(out.data() + 40, kLanguage - 1);
  put<std::uint32_t>(out, 48, identity_.templates);
  put<std::uint64_t>(out, 16, hash_64(std::string_view(out).substr(kChecked)));
  return out;
}

}  // namespace parallax
