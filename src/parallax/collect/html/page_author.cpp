#include <algorithm>

#include "parallax/collect/author_name.h"
#include "parallax/collect/html/html_entities.h"
#include "parallax/collect/html/metadata_view.h"
#include "parallax/collect/json_string.h"
#include "parallax/collect/plain/line_shape.h"
#include "parallax/collect/word_cues.h"
#include "parallax/collect/written_date.h"
#include "parallax/text/fold.h"
#include "parallax/text/utf8.h"

namespace parallax {
namespace {

using Kind = PageRules::Cue::Kind;

constexpr std::size_t kNear = 14;  // blocks from the title
constexpr std::size_t kClose = 8;
constexpr std::size_t kLongestLine = 200;  // letters
constexpr std::size_t kMostAuthors = 20;
constexpr std::size_t kLongestList = 500;  // bytes

/// Names of one source, each of them once.
class NameList {
 public:
  /// False where all of `name` ("Aren Dovik", "Aren Dovik and Mira Sol") is there, or no room is.
  bool add(std::string_view name, const PageRules& rules) {
    const std::vector<std::string_view> parts = names_in(name, rules);
    const auto is_held = [&](std::string_view part) {
      return std::ranges::find(held_, part) != held_.end();
    };
    if (held_.size() + parts.size() > kMostAuthors || joined_.size() + name.size() > kLongestList ||
        std::ranges::all_of(parts, is_held)) {
      return false;
    }
    held_.insert(held_.end(), parts.begin(), parts.end());
    joined_ += joined_.empty() ? "" : ", ";
    joined_ += name;
    return true;
  }

  const std::string& joined() const { return joined_; }

 private:
  std::vector<std::string> held_;
  std::string joined_;
};

/// Collects what is said of the page's authors, then lets it compete. The lower a rank, the better.
class AuthorFinder {
 public:
  explicit AuthorFinder(const MetadataView& view) : view_(view) {}

  std::vector<Evidence> run() {
    add_json(view_.article, 0);
    add_fields();
    add_json(view_.web_page, 2);
    add_lines();
    weigh();
    std::ranges::stable_sort(all_, {}, &Named::rank);
    std::vector<Evidence> found;
    found.reserve(all_.size());
    for (Named& one : all_) {
      found.push_back(std::move(one.evidence));
    }
    return found;
  }

 private:
  static constexpr int kData = 10;      ///< a person's name in data
  static constexpr int kSaid = 30;      ///< "By Aren Dovik" by the title
  static constexpr int kMarked = 50;    ///< what the page marks as its author
  static constexpr int kAccount = 100;  ///< data with a name that is no person's
  static constexpr int kNobody = 200;   ///< the outlet itself

  struct Named {
    Evidence evidence;
    int rank = 0;
  };

  // Data.

  /// One name or several, as data have them.
  void add_data(EvidenceSource source, const std::vector<std::string>& names, std::string_view raw,
                int rank) {
    NameList list;
    bool persons = true;
    bool outlets = true;
    for (const std::string& each : names) {
      const std::string name = clean_author(each, view_.rules);
      const bool outlet = view_.is_outlet(name);
      if (name.empty() || (outlet && names.size() > 1) || !list.add(name, view_.rules)) {
        continue;
      }
      persons = persons && is_person(name, view_.rules);
      outlets = outlets && outlet;
    }
    if (list.joined().empty()) {
      return;
    }
    const int base = outlets ? kNobody : persons ? kData : kAccount;
    all_.push_back(
        {.evidence = view_.evidence(MetadataField::author, source,
                                    outlets ? Sure::weak : Sure::likely, list.joined(), raw),
         .rank = base + rank});
  }

  void add_json(const JsonLdObject* object, int rank) {
    if (object == nullptr) {
      return;
    }
    std::vector<std::string> names;
    std::string_view first;
    for (const JsonLdName& each : view_.json_ld.names) {
      const bool ours = object == &view_.json_ld.objects[each.owner];
      const std::string_view raw = name_of(view_.json_ld, each);
      if (each.part == JsonLdName::Part::author && ours && !raw.empty()) {
        names.push_back(decode_html_text(decode_json_string(raw.substr(0, 300))));
        first = first.empty() ? raw : first;
      }
    }
    add_data(EvidenceSource::json_ld, names, first, rank);
  }

  /// Several fields of one name are several authors.
  void add_fields() {
    const HtmlField* first = nullptr;
    const HtmlField* label = nullptr;
    std::vector<std::string> names;
    const auto finish = [&] {
      if (first != nullptr) {
        add_data(first->name->source, names, first->value, 1);
      }
      first = nullptr;
      names.clear();
    };
    for (const HtmlField* const field : view_.fields_of(MetadataField::author)) {
      std::string value = decode_html_text(field->value.substr(0, 300));
      if (field->name->kind == FieldName::Kind::label) {
        label = opening_cue(value, Kind::opening, view_.rules.author_words) > 0 ? field : nullptr;
        continue;
      }
      if (field->name->kind == FieldName::Kind::data && label == nullptr) {
        continue;
      }
      label = nullptr;
      if (first == nullptr || first->name != field->name) {
        finish();
        first = field;
      }
      const bool surname_first = field->name->name == "citation_author" ||
                                 field->name->source == EvidenceSource::dublin_core;
      names.push_back(surname_first ? given_name_first(value) : std::move(value));
    }
    finish();
  }

  // What people read.

  void add_lines() {
    const std::size_t size = view_.page.blocks.size();
    const std::size_t begin = view_.top - std::min(view_.top, kNear / 2);
    const std::size_t end = std::min(size, view_.last + kNear);
    for (std::size_t i = begin; i < end; ++i) {
      const HtmlBlock& block = view_.page.blocks[i];
      if (block.letters == 0 || block.letters > kLongestLine || i == view_.title) {
        continue;
      }
      const std::string_view line = view_.texts[i];
      const bool near = view_.distance(i) <= kNear;
      if (near || !block.kept) {
        add_said(i, line);
      }
      if (near || i > view_.last) {
        add_marked(i);
      }
    }
  }

  int rank_of(int base, std::size_t block) const {
    return base + static_cast<int>(std::min<std::size_t>(view_.distance(block), 40));
  }

  void add_line(std::size_t block, std::string_view name, EvidenceSource source, int rank) {
    const bool repeats_label = is_cue(name, Kind::nobody, view_.rules.author_words);
    if (view_.is_outlet(name) || repeats_label) {
      return;
    }
    Named one = {.evidence = view_.evidence(MetadataField::author, source, Sure::likely,
                                            std::string(name), block, view_.texts[block]),
                 .rank = rank};
    if (Named* const known = find_known(one.evidence); known == nullptr) {
      all_.push_back(std::move(one));
    } else if (rank < known->rank) {
      *known = std::move(one);
    }
  }

  /// A block may say it, and be marked, too; at most two lines stand between.
  Named* find_known(const Evidence& one) {
    const std::size_t few = std::min<std::size_t>(all_.size(), 3);
    const auto known = std::find_if(
        all_.end() - static_cast<std::ptrdiff_t>(few), all_.end(), [&](const Named& other) {
          return other.evidence.where == one.where && other.evidence.value == one.value;
        });
    return known == all_.end() ? nullptr : &*known;
  }

  /// "By Aren Dovik", or "Written by" in one block and the name in the next.
  void add_said(std::size_t at, std::string_view line) {
    const PageRules& rules = view_.rules;
    const std::size_t size = opening_cue(line, Kind::opening, rules.author_words);
    if (size == 0) {
      return;
    }
    std::string_view rest = line.substr(size);
    rest = rest.substr(std::min(rest.find_first_not_of(" :"), rest.size()));
    const bool split = rest.empty();
    if (split && at + 1 < view_.page.blocks.size()) {
      rest = view_.texts[at + 1];
    }
    if (!split && !announces_name(line, size, rules)) {
      return;
    }
    const std::string name = name_at_front(rest, rules);
    if (!name.empty()) {
      add_line(split ? at + 1 : at, name, EvidenceSource::byline, rank_of(kSaid, at));
    } else if (view_.distance(at) <= kClose) {
      add_account(split ? at + 1 : at, rest, kAccount + 4);
    }
  }

  /// "by mirasol", "By the Vell Team": somebody, if no person.
  void add_account(std::size_t block, std::string_view text, int rank) {
    const std::string name = linked_name(text, view_.rules);
    if (!name.empty() && count_words(name, 5) <= 4) {
      add_line(block, name, EvidenceSource::byline, rank + static_cast<int>(view_.distance(block)));
    }
  }

  void add_marked(std::size_t at) {
    const HtmlBlock& block = view_.page.blocks[at];
    const std::string_view line = view_.texts[at];
    if (opening_cue(line, Kind::other, view_.rules.author_words) > 0) {
      return;
    }
    NameList linked;
    for (std::uint32_t i = block.first; i < block.last; ++i) {
      const HtmlFragment& fragment = view_.page.fragments[i];
      const bool link = fragment.marks.has(Marks::author_link);
      if ((!link && !fragment.marks.has(Marks::author)) || fragment.end - fragment.begin > 200) {
        continue;
      }
      const std::string text =
          decode_html_text(view_.html.substr(fragment.begin, fragment.end - fragment.begin));
      const std::string name =
          link ? linked_name(text, view_.rules) : name_at_front(trim(text), view_.rules);
      if (!name.empty()) {
        linked.add(name, view_.rules);
      }
    }
    if (!linked.joined().empty()) {
      add_line(at, linked.joined(), EvidenceSource::microdata, rank_of(kMarked, at));
    } else if (block.role == Role::byline || block.names_author) {
      const std::string name = name_at_front(line, view_.rules);
      if (!name.empty()) {
        add_line(at, name, EvidenceSource::byline, rank_of(kAccount + 3, at));
      } else if (block.names_author && view_.distance(at) <= kClose) {
        add_account(at, line, kAccount + 20);
      }
    }
  }

  /// What two sources say is certain.
  void weigh() {
    std::vector<std::string> folded;
    folded.reserve(all_.size());
    for (const Named& one : all_) {
      folded.push_back(fold(one.evidence.value));
    }
    for (std::size_t i = 0; i < all_.size(); ++i) {
      for (std::size_t j = 0; j < all_.size() && j < 64; ++j) {
        if (folded[i] == folded[j] && all_[i].evidence.source != all_[j].evidence.source &&
            all_[i].rank < kNobody) {
          all_[i].evidence.sure = Sure::certain;
        }
      }
    }
  }

  const MetadataView& view_;
  std::vector<Named> all_;
};

}  // namespace

std::vector<Evidence> find_author(const MetadataView& view) { return AuthorFinder(view).run(); }

}  // namespace parallax
