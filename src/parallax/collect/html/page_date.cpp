#include <algorithm>
#include <array>

#include "parallax/collect/html/html_entities.h"
#include "parallax/collect/html/metadata_view.h"
#include "parallax/collect/plain/line_shape.h"
#include "parallax/collect/word_cues.h"
#include "parallax/collect/written_date.h"
#include "parallax/core/date.h"
#include "parallax/text/utf8.h"

namespace parallax {
namespace {

constexpr std::size_t kLongestLine = 160;  // letters; a longer block is prose
constexpr std::size_t kParagraph = 80;
constexpr std::size_t kNear = 12;  // blocks from the title
constexpr std::size_t kFar = 24;
constexpr std::size_t kIntroduction = 2;  // paragraphs; what follows them stands in the text

/// What machines write when they know no date.
bool is_placeholder(std::string_view iso) {
  static constexpr std::array<std::string_view, 6> kDays = {
      "0001-01-01", "1601-01-01", "1900-01-01", "1969-12-31", "1970-01-01", "1980-01-01"};
  return std::ranges::find(kDays, iso.substr(0, 10)) != kDays.end();
}

std::int32_t day_number(std::string_view iso) {
  const auto day = day_from_iso(iso);
  return day ? day->number : 0;
}

/// Collects what is said of the page's dates, then lets it compete. The lower a rank, the better.
class DateFinder {
 public:
  explicit DateFinder(const MetadataView& view) : view_(view) {}

  std::vector<Evidence> run() {
    add_json(view_.article, kArticleData);
    add_json(view_.web_page, kPageData);
    add_fields(MetadataField::published);
    add_fields(MetadataField::modified);
    add_address();
    add_lines();
    weigh();
    std::ranges::stable_sort(all_, {}, &Dated::rank);
    std::vector<Evidence> found;
    found.reserve(all_.size());
    for (Dated& one : all_) {
      found.push_back(std::move(one.evidence));
    }
    return found;
  }

 private:
  static constexpr int kSaysPublished = 0;  ///< "Published 14 May 2031" by the title
  static constexpr int kByTitle = 10;       ///< a date by the title, without a word
  static constexpr int kArticleData = 20;
  static constexpr int kHead = 30;
  static constexpr int kPageData = 40;
  static constexpr int kAddress = 50;
  static constexpr int kElement = 60;
  static constexpr int kDoubtful = 70;
  static constexpr int kElsewhere = 80;
  static constexpr int kOnlyChanged = 120;  ///< "Updated 14 May 2031", and nothing else
  static constexpr int kShownByTitle = 5;   ///< so much is added for the distance at most
  static constexpr int kLone = 140;

  struct Dated {
    Evidence evidence;
    int rank = 0;
    bool in_byline = false;
  };

  void add(Evidence evidence, int rank, bool in_byline = false) {
    if (!is_placeholder(evidence.value)) {
      all_.push_back({.evidence = std::move(evidence), .rank = rank, .in_byline = in_byline});
    }
  }

  void add_json(const JsonLdObject* object, int rank) {
    if (object == nullptr) {
      return;
    }
    const auto published = iso_from_field(object->published, view_.rules);
    const auto modified = iso_from_field(object->modified, view_.rules);
    if (published) {
      const bool impossible = modified && day_number(*published) > day_number(*modified) + 1;
      add(view_.evidence(MetadataField::published, EvidenceSource::json_ld, Sure::likely,
                         *published, object->published),
          impossible ? kDoubtful : rank);
    }
    if (modified) {
      add(view_.evidence(MetadataField::modified, EvidenceSource::json_ld, Sure::likely, *modified,
                         object->modified),
          rank);
    }
  }

  /// Those in the head say it of the page; those in the body only near the title.
  void add_fields(MetadataField which) {
    for (const HtmlField* const field : view_.fields_of(which)) {
      const auto iso = iso_from_field(field->value, view_.rules);
      if (!iso) {
        continue;
      }
      const bool element = field->name->source == EvidenceSource::time_element;
      const std::size_t distance =
          view_.distance(field->block) + (element && stands_in_text(field->block) ? kNear : 0);
      const bool in_head = field->block == 0 && !element;
      if (!in_head && !element && distance > kFar) {
        continue;
      }
      const int far = static_cast<int>(std::min<std::size_t>(distance, kFar));
      const int rank = element && distance > kNear ? kElsewhere
                       : element                   ? kElement + far / 2
                       : in_head                   ? kHead
                                                   : kHead + far / 8;
      add(view_.evidence(*field, *iso), rank);
    }
  }

  /// True below the first paragraph: other articles are listed there, too.
  bool stands_in_text(std::size_t block) const {
    const std::size_t end = std::min(block, view_.page.blocks.size());
    for (std::size_t i = view_.top + 1; i < end && i <= view_.top + kNear; ++i) {
      if (view_.page.blocks[i].kept && view_.page.blocks[i].letters > kParagraph) {
        return true;
      }
    }
    return false;
  }

  /// ".../2031/05/14/ferry": the day is in the address.
  void add_address() {
    for (const HtmlField* const field : view_.fields_of(MetadataField::url)) {
      const std::string_view url = field->value;
      for (std::size_t at = url.find('/'); at != std::string_view::npos;
           at = url.find('/', at + 1)) {
        const std::string_view date = url.substr(at + 1, 10);
        const auto is_digit = [&](std::size_t i) { return date[i] >= '0' && date[i] <= '9'; };
        const bool fits = date.size() == 10 && date[4] == '/' && date[7] == '/' && is_digit(0) &&
                          is_digit(5) && is_digit(8) && is_digit(9) &&
                          url.substr(at + 11).starts_with('/');
        const auto iso = fits ? iso_from_field(date, view_.rules) : std::nullopt;
        if (iso) {
          add(view_.evidence(MetadataField::published, EvidenceSource::url, Sure::likely, *iso,
                             date),
              kAddress);
          return;
        }
      }
    }
  }

  // Lines that people read.

  /// Those by the title, and further down those that say what they are.
  void add_lines() {
    const std::size_t size = view_.page.blocks.size();
    std::size_t prose = 0;
    for (std::size_t i = view_.top - std::min(view_.top, kNear / 2);
         i < size && i <= view_.last + kNear; ++i) {
      const HtmlBlock& block = view_.page.blocks[i];
      const bool is_prose = block.letters > kLongestLine;
      prose += is_prose && i > view_.top && block.kept ? 1 : 0;
      if (is_prose || i == view_.title) {
        continue;
      }
      const bool by_title = prose < kIntroduction && view_.distance(i) <= kFar;
      const bool says_date = block.role == Role::byline || block.role == Role::date;
      add_line(i, by_title || says_date);
    }
  }

  /// All dates of a line: "Published 14 May 2031, updated 16 May 2031".
  void add_line(std::size_t at, bool in_place) {
    const std::string_view line = view_.texts[at];
    if (line.find_first_of("0123456789") == std::string_view::npos) {
      return;
    }
    std::size_t begin = 0;
    for (int count = 0; count < 3; ++count) {
      const std::string_view rest = line.substr(begin);
      const auto date = find_written_date(rest, view_.rules);
      if (!date) {
        return;
      }
      const std::string_view before = rest.substr(0, date->begin);
      add_written(at, before, date->iso, in_place);
      begin += date->end;
    }
  }

  void add_written(std::size_t at, std::string_view before, const std::string& iso, bool in_place) {
    constexpr std::size_t kMostBefore = 8;  // words; more of them are a sentence
    auto cue = last_cue(before, view_.rules.date_cues);
    if (!cue && trim(before).empty() && at > 0 && count_words(view_.texts[at - 1], 4) <= 3) {
      cue = last_cue(view_.texts[at - 1], view_.rules.date_cues);
    }
    const bool says_what =
        cue == PageRules::Cue::Kind::published || cue == PageRules::Cue::Kind::modified;
    if ((!says_what && !in_place) || cue == PageRules::Cue::Kind::other ||
        (!says_what && count_words(before, kMostBefore + 1) > kMostBefore)) {
      return;
    }
    const bool modified = cue == PageRules::Cue::Kind::modified;
    const bool near = in_place && view_.distance(at) <= kNear;
    const bool says_published = cue == PageRules::Cue::Kind::published;
    const int rank = near && says_published       ? kSaysPublished
                     : near                       ? kByTitle
                     : in_place && says_published ? kArticleData - kShownByTitle
                                                  : kElsewhere;
    const int distance = static_cast<int>(std::min<std::size_t>(view_.distance(at), kFar)) / 3;
    const auto says = [&](MetadataField field, Sure sure) {
      return view_.evidence(field, EvidenceSource::date_line, sure, iso, at, view_.texts[at]);
    };
    if (modified) {
      add(says(MetadataField::modified, Sure::likely), rank + distance);
      add(says(MetadataField::published, Sure::weak), kOnlyChanged + distance);
      return;
    }
    const Role role = view_.page.blocks[at].role;
    add(says(MetadataField::published, Sure::likely), rank + distance,
        role == Role::byline || role == Role::date);
  }

  // What the evidence together says.

  static bool is_unlabelled(const Dated& one) {
    return one.evidence.source == EvidenceSource::date_line &&
           one.evidence.field == MetadataField::published && one.rank >= kByTitle &&
           one.rank < kArticleData;
  }
  static std::string_view day_of(const Dated& one) {
    return std::string_view(one.evidence.value).substr(0, 10);
  }

  void weigh() {
    std::vector<std::string_view> days;
    for (const Dated& one : all_) {
      if (is_unlabelled(one) && std::ranges::find(days, day_of(one)) == days.end()) {
        days.push_back(day_of(one));
      }
    }
    constexpr std::size_t kSeveral = 3;  // days by the title are a list of other articles
    for (Dated& one : all_) {
      if (is_unlabelled(one) && is_change(day_of(one))) {
        one.rank = kElsewhere;  // the page shows when it was changed, and does not say so
      }
    }
    if (days.size() >= kSeveral) {
      std::erase_if(all_, [](const Dated& one) { return is_unlabelled(one) && !one.in_byline; });
    }
    drop_far_elements();
    prefer_local_day();
    for (Dated& one : all_) {
      const auto agrees = [&](const Dated& other) {
        return other.evidence.field == one.evidence.field &&
               other.evidence.source != one.evidence.source && day_of(other) == day_of(one) &&
               one.rank < kOnlyChanged;
      };
      if (std::ranges::any_of(all_, agrees)) {
        one.evidence.sure = Sure::certain;
      }
    }
    doubt_lone_data();
  }

  /// Data that nothing else on the page bears out often tell when a record was made; what readers
  /// are shown goes before them, though it only says "Updated".
  void doubt_lone_data() {
    const bool shown = std::ranges::any_of(all_, [](const Dated& one) {
      return one.evidence.sure == Sure::weak && one.rank < kOnlyChanged + kShownByTitle;
    });
    for (Dated& one : all_) {
      const bool data = one.evidence.source == EvidenceSource::json_ld ||
                        one.evidence.source == EvidenceSource::microdata;
      const bool lone = data && one.evidence.field == MetadataField::published &&
                        one.evidence.sure == Sure::likely;
      one.rank = shown && lone ? kLone : one.rank;
    }
  }

  /// <time> elements far from the title say something of the page only if they say one thing.
  void drop_far_elements() {
    const auto is_far = [](const Dated& one) {
      return one.evidence.source == EvidenceSource::time_element && one.rank >= kElsewhere;
    };
    const auto first = std::ranges::find_if(all_, is_far);
    const bool several = std::ranges::any_of(
        all_, [&](const Dated& one) { return is_far(one) && day_of(one) != day_of(*first); });
    if (several) {
      std::erase_if(all_, is_far);
    }
  }

  /// Late in the evening data name the next day, by the clock of London: the address knows better.
  void prefer_local_day() {
    const auto address = std::ranges::find_if(
        all_, [](const Dated& one) { return one.evidence.source == EvidenceSource::url; });
    if (address == all_.end()) {
      return;
    }
    const std::int32_t day = day_number(address->evidence.value);
    const bool next_day = std::ranges::any_of(all_, [&](const Dated& one) {
      return one.evidence.field == MetadataField::published && one.rank < kAddress &&
             day_number(one.evidence.value) == day + 1;
    });
    address->rank = next_day ? kByTitle + 5 : address->rank;
  }

  /// True where the head of the page says that it was changed on this day and published on another.
  bool is_change(std::string_view day) const {
    bool changed = false;
    bool published = false;
    for (const Dated& one : all_) {
      const bool same = day_of(one) == day;
      const bool head = one.evidence.source == EvidenceSource::open_graph ||
                        one.evidence.source == EvidenceSource::meta;
      changed = changed || (same && one.evidence.field == MetadataField::modified &&
                            one.evidence.source != EvidenceSource::date_line);
      published = published || (head && !same && one.evidence.field == MetadataField::published);
    }
    return changed && published;
  }

  const MetadataView& view_;
  std::vector<Dated> all_;
};

}  // namespace

std::vector<Evidence> find_dates(const MetadataView& view) { return DateFinder(view).run(); }

}  // namespace parallax
