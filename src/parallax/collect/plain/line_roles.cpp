#include "parallax/collect/plain/line_roles.h"

#include <algorithm>

#include "parallax/collect/author_name.h"
#include "parallax/collect/origin.h"
#include "parallax/collect/plain/captions.h"
#include "parallax/collect/plain/date_line.h"
#include "parallax/collect/plain/headline.h"
#include "parallax/collect/plain/line_facts.h"
#include "parallax/collect/plain/line_shape.h"
#include "parallax/collect/written_date.h"
#include "parallax/text/fold.h"
#include "parallax/text/utf8.h"

namespace parallax {
namespace {

class RoleAssigner {
 public:
  RoleAssigner(std::vector<TextLine>& lines, const PageRules& rules)
      : lines_(lines), rules_(rules), facts_(lines.size()) {}

  std::vector<Evidence> run() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      facts_[i] = facts_of(lines_[i].words, rules_);
    }
    find_zones();
    assign_head();
    assign_tail();
    for (std::size_t i = first_prose_; i < tail_begin_; ++i) {
      assign_middle(i);
    }
    assign_captions(lines_, facts_);
    return std::move(found_);
  }

 private:
  void find_zones() {
    const auto prose = [](const LineFacts& facts) { return facts.prose; };
    const auto speech = [](const LineFacts& facts) {
      return facts.rule == nullptr && !facts.url && facts.words >= 7 && facts.sentence;
    };
    const bool any_prose = std::ranges::any_of(facts_, prose);
    const auto is_prose = [&](const LineFacts& facts) {
      return any_prose ? facts.prose : speech(facts);
    };
    const auto first = std::ranges::find_if(facts_, is_prose);
    first_prose_ = static_cast<std::size_t>(first - facts_.begin());
    tail_begin_ = facts_.size();
    while (tail_begin_ > first_prose_ && !is_prose(facts_[tail_begin_ - 1])) {
      --tail_begin_;
    }
    if (!any_prose && first_prose_ == 0 && tail_begin_ > 1 && facts_[0].words <= kFragmentWords) {
      first_prose_ = 1;  // a pile of short sentences: the first may still be a title
    }
  }

  void decide(std::size_t i, Role role) {
    lines_[i].role = role;
    lines_[i].decided = true;
  }
  std::string_view words(std::size_t i) const { return lines_[i].words; }

  // Head.

  void assign_head() {
    for (std::size_t i = 0; i < first_prose_; ++i) {
      assign_head_line(i);
    }
    const std::size_t headline = choose_headline(lines_, facts_, first_prose_);
    for (std::size_t i = 0; i <= headline && headline < first_prose_; ++i) {
      if (i < headline && !lines_[i].decided) {
        decide(i, Role::boilerplate);
      } else if (i == headline) {
        decide(i, Role::title);
        find(MetadataField::title, EvidenceSource::heading, words(i), i);
      }
    }
    const std::string title = fold(value_of(MetadataField::title));
    for (std::size_t i = 0; i < first_prose_; ++i) {
      if (!lines_[i].decided) {
        assign_after_title(i, title);
      }
    }
    if (first_prose_ == lines_.size() && knows(MetadataField::title) && lines_.size() == 1) {
      found_.clear();  // one line is a text, not a title
      decide(0, Role::body);
    }
  }

  void assign_head_line(std::size_t i) {
    if (assign_url(i, true) || assign_date(i)) {
      return;
    }
    if (facts_[i].rule != nullptr && !is_weak(*facts_[i].rule)) {
      take_rule(i);
    } else if (facts_[i].rule != nullptr && i > 0 && lines_[i - 1].decided) {
      take_rule(i);
    } else if (assign_masthead(i) || is_counter(words(i)) || is_row_of_buttons(words(i))) {
      decide(i, Role::boilerplate);
    }
  }

  /// A single common word on its own line ("World") may be a title's first line or a heading.
  static bool is_weak(const PageRules::Line& rule) {
    return rule.match == PageRules::Match::line && rule.text.find(' ') == std::string::npos;
  }

  /// "OUTLET / Section", "OUTLET | News | Sport", or a short line right above a menu.
  bool assign_masthead(std::size_t i) {
    const auto parts = menu_parts(words(i));
    if (parts.size() >= 2 && words(i).size() < 200 && !facts_[i].sentence) {
      const bool first_stands_out = looks_like_outlet(parts[0]) && !looks_like_outlet(parts[1]) &&
                                    count_words(parts[1], 6) <= 3 && !has_spaced_dash(words(i));
      if (first_stands_out && !knows(MetadataField::outlet)) {
        find(MetadataField::outlet, EvidenceSource::heading, parts[0], i);
        return true;
      }
      return is_menu(words(i)) || all_are_rules(parts);
    }
    const bool above_menu = i + 1 < first_prose_ && is_menu(words(i + 1)) &&
                            !find_written_date(words(i + 1), rules_) && facts_[i].words <= 4;
    if (above_menu && !facts_[i].sentence && facts_[i].rule == nullptr &&
        !knows(MetadataField::outlet)) {
      find(MetadataField::outlet, EvidenceSource::heading, words(i), i);
      return true;
    }
    return false;
  }

  bool all_are_rules(const std::vector<std::string_view>& parts) const {
    return std::ranges::all_of(
        parts, [&](std::string_view part) { return find_rule(part, rules_) != nullptr; });
  }

  /// "Menu Search Login": every word is a line that pages have.
  bool is_row_of_buttons(std::string_view line) const {
    std::vector<std::string_view> parts = split_list(line, ' ');
    return parts.size() >= 2 && parts.size() <= 6 && all_are_rules(parts);
  }

  void assign_after_title(std::size_t i, const std::string& title) {
    const std::string folded = fold(words(i));
    if (const auto author = named_author(words(i), rules_)) {
      decide(i, Role::byline);
      find(MetadataField::author, EvidenceSource::byline, *author, i);
    } else if (folded == title) {
      decide(i, Role::boilerplate);
    } else if (knows(MetadataField::outlet) && facts_[i].words <= 6 && !facts_[i].sentence &&
               folded.starts_with(fold(value_of(MetadataField::outlet)))) {
      decide(i, Role::byline);
    } else if (is_name(words(i)) && has_date_beside(i)) {
      decide(i, Role::byline);
      find(MetadataField::author, EvidenceSource::byline, words(i), i);
    } else {
      assign_middle(i);
    }
  }

  bool has_date_beside(std::size_t i) const {
    const bool above = i > 0 && lines_[i - 1].decided && lines_[i - 1].role == Role::date;
    const bool below =
        i + 1 < lines_.size() && lines_[i + 1].decided && lines_[i + 1].role == Role::date;
    return above || below;
  }

  // What is found of one field first is believed.

  std::string_view value_of(MetadataField field) const {
    const auto found = std::ranges::find(found_, field, &Evidence::field);
    return found == found_.end() ? std::string_view() : found->value;
  }
  bool knows(MetadataField field) const { return !value_of(field).empty(); }
  void find(MetadataField field, EvidenceSource source, std::string_view value, std::size_t i) {
    if (!value.empty() && !knows(field)) {
      found_.push_back({.field = field,
                        .source = source,
                        .sure = Sure::likely,
                        .value = std::string(value),
                        .words = std::string(words(i)),
                        .where = {lines_[i].where.begin, lines_[i].where.end}});
    }
  }

  // Lines that say what they are wherever they stand.

  bool assign_url(std::size_t i, bool in_head) {
    const auto line = url_line(words(i));
    if (!line) {
      return false;
    }
    const PageRules::Line* const rule = find_rule(words(i), rules_);
    const bool labelled = !line->label.empty() && rule != nullptr && rule->role == Role::url;
    const bool other = rule != nullptr && rule->role != Role::url;
    const bool ours = !origin_in_line(words(i), rules_);
    if (ours && (labelled || (line->label.empty() && in_head))) {
      find(MetadataField::url, EvidenceSource::url, line->url, i);
    }
    decide(i, other ? rule->role : Role::url);
    return true;
  }

  bool assign_date(std::size_t i) {
    const auto line = read_date_line(words(i), facts_[i], rules_);
    if (!line) {
      return false;
    }
    decide(i, Role::date);
    if (i < first_prose_) {
      find(MetadataField::published, EvidenceSource::date_line, line->iso, i);
    }
    find(MetadataField::author, EvidenceSource::date_line, line->author.value_or(""), i);
    find(MetadataField::outlet, EvidenceSource::date_line, line->outlet.value_or(""), i);
    return true;
  }

  void take_rule(std::size_t i) {
    Role role = facts_[i].rule->role;
    const std::size_t colon = words(i).find(':');
    const bool describes = colon != std::string_view::npos && facts_[i].rule->text.ends_with(':') &&
                           count_words(words(i).substr(colon + 1), 6) >= 6;
    if (role == Role::credit && describes) {
      role = Role::caption;  // "Photo: the ferry on its first day after the strike"
    }
    if (role == Role::byline && colon != std::string_view::npos) {
      const std::string_view name = trim(words(i).substr(colon + 1));
      if (is_name(name)) {
        find(MetadataField::author, EvidenceSource::byline, name, i);
      }
    }
    decide(i, role);
  }

  // Tail.

  void assign_tail() {
    keep_closing_list();
    for (std::size_t i = tail_begin_; i < lines_.size(); ++i) {
      if (assign_url(i, false) || assign_date(i)) {
        continue;
      }
      if (facts_[i].rule != nullptr) {
        take_rule(i);
      } else if (is_counter(words(i)) || is_form_line(i) || is_menu(words(i)) ||
                 is_row_of_buttons(words(i))) {
        decide(i, Role::boilerplate);
      }
    }
    std::size_t footer = tail_begin_;
    while (footer < lines_.size() && !(lines_[footer].decided && !is_kept(lines_[footer].role))) {
      ++footer;
    }
    find_signature(footer);
    for (std::size_t i = tail_begin_; i < lines_.size(); ++i) {
      if (!lines_[i].decided) {
        assign_tail_line(i, i > footer, footer < lines_.size());
      }
    }
  }

  /// List items right after the last paragraph, quotes and who said them, are still the article.
  void keep_closing_list() {
    while (tail_begin_ < lines_.size()) {
      const std::string_view line = words(tail_begin_);
      const std::size_t bullet = bullet_bytes(line);
      const bool item = facts_[tail_begin_].rule == nullptr && bullet > 0 && !line.ends_with(':') &&
                        count_words(line.substr(bullet), 4) >= 3;
      const bool speech = starts_with_dash(line) || is_wholly_quoted(line);
      if (!item && !speech) {
        return;
      }
      ++tail_begin_;
    }
  }

  bool is_form_line(std::size_t i) const {
    const std::string_view line = words(i);
    const bool button = line.starts_with('[') && line.ends_with(']');
    const bool field = line.ends_with(':') || line.ends_with('*');
    return facts_[i].words <= 12 && (button || field);
  }

  /// A name without a full stop closes an article; what stands above it without one is the office:
  /// "Head of the Sarn Institute".
  void find_signature(std::size_t footer) {
    constexpr std::size_t kLines = 4;  // further down stand menus
    std::size_t name = std::min(footer, tail_begin_ + kLines);
    while (name > tail_begin_ && !is_signature_name(name - 1)) {
      --name;
    }
    if (name == tail_begin_) {
      return;
    }
    --name;
    find(MetadataField::author, EvidenceSource::byline, words(name), name);
    for (std::size_t i = name + 1; i-- > tail_begin_;) {
      const bool office = facts_[i].words <= 25 && !facts_[i].sentence &&
                          bullet_bytes(words(i)) == 0 && !lines_[i].decided;
      if (!office) {
        break;
      }
      decide(i, Role::byline);
    }
  }

  bool is_signature_name(std::size_t i) const {
    return !lines_[i].decided && is_person(words(i), rules_) && !facts_[i].sentence;
  }

  void assign_tail_line(std::size_t i, bool in_footer, bool has_footer) {
    const std::size_t bullet = bullet_bytes(words(i));
    const bool short_item = bullet > 0 && count_words(words(i).substr(bullet), 4) <= 2;
    const bool label = has_footer && facts_[i].words <= 8 && !ends_with_full_stop(words(i));
    const bool speech = starts_with_dash(words(i)) || is_wholly_quoted(words(i));
    if (!speech && (short_item || label || (in_footer && facts_[i].words <= 12))) {
      decide(i, Role::boilerplate);
    } else {
      assign_middle(i);
    }
  }

  // Middle.

  void assign_middle(std::size_t i) {
    if (lines_[i].decided) {
      return;
    }
    const std::string_view line = words(i);
    if (facts_[i].rule != nullptr && is_plain_evidence(i)) {
      take_rule(i);
    } else if (facts_[i].url && facts_[i].words <= 5) {
      assign_url(i, false);
    } else if (is_wholly_quoted(line)) {
      decide(i, Role::quote);
    } else if (starts_with_dash(line)) {
      decide(i, Role::body);
    } else if (is_item(i)) {
      decide(i, Role::list);
    } else if (is_heading(i)) {
      decide(i, Role::heading);
    }
  }

  /// Between paragraphs a rule must not swallow a sentence of the article that only begins like
  /// one.
  bool is_plain_evidence(std::size_t i) const {
    const PageRules::Line& rule = *facts_[i].rule;
    if (is_weak(rule)) {
      const bool above = i > 0 && lines_[i - 1].decided && !is_kept(lines_[i - 1].role);
      const bool below = i + 1 < lines_.size() && facts_[i + 1].rule != nullptr;
      return above || below;
    }
    const bool long_sentence = facts_[i].words >= 8 && ends_with_full_stop(words(i));
    return !long_sentence || rule.match == PageRules::Match::contains || rule.text.ends_with(':');
  }

  bool is_item(std::size_t i) const {
    if (bullet_bytes(words(i)) > 0) {
      return true;
    }
    const unsigned number = item_number(words(i));
    const bool next = i + 1 < lines_.size() && item_number(words(i + 1)) == number + 1;
    const bool before = i > 0 && item_number(words(i - 1)) + 1 == number && number > 1;
    return number > 0 && (next || before);
  }

  bool is_heading(std::size_t i) const {
    const std::string_view line = words(i);
    const bool opens_body =
        i + 1 < lines_.size() && (facts_[i + 1].prose || facts_[i + 1].sentence ||
                                  (i + 2 < lines_.size() && facts_[i + 2].prose));
    return facts_[i].words <= kFragmentWords && line.size() <= 140 && !facts_[i].prose &&
           !ends_with_full_stop(line) && line.find_last_of(":;,") != line.size() - 1 && opens_body;
  }

  std::vector<TextLine>& lines_;
  const PageRules& rules_;
  std::vector<LineFacts> facts_;
  std::size_t first_prose_ = 0;
  std::size_t tail_begin_ = 0;
  std::vector<Evidence> found_;
};

}  // namespace

std::vector<Evidence> assign_roles(std::vector<TextLine>& lines, const PageRules& rules) {
  return RoleAssigner(lines, rules).run();
}

}  // namespace parallax
