#include "parallax/collect/plain/line_features.h"

#include <algorithm>
#include <functional>
#include <unordered_map>
#include <unordered_set>

#include "parallax/collect/feature_numbers.h"
#include "parallax/collect/plain/line_facts.h"
#include "parallax/collect/plain/line_shape.h"
#include "parallax/collect/text_counts.h"
#include "parallax/collect/written_date.h"
#include "parallax/text/fold.h"

namespace parallax {
namespace {

/// A sum over lines.
struct Sum {
  double letters = 0;
  double words = 0;
  double prose = 0;      ///< letters of lines that read like paragraphs
  double fragments = 0;  ///< lines of few words that are no sentence
  double kept = 0;       ///< letters that rules keep
  double ruled = 0;      ///< lines that meet a rule

  void add(const Sum& other, double times) {
    letters += other.letters * times;
    words += other.words * times;
    prose += other.prose * times;
    fragments += other.fragments * times;
    kept += other.kept * times;
    ruled += other.ruled * times;
  }
};

class FeatureMaker {
 public:
  FeatureMaker(std::span<const TextLine> lines, const PageRules& rules)
      : lines_(lines), rules_(rules) {}

  std::vector<float> run() {
    measure_lines();
    find_centre();
    collect_words();
    find_prose_around();
    find_runs();
    rows_.reserve(lines_.size() * kLineFeatures);
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      add_text(i);
      add_shape(i);
      add_rules(i);
      add_place(i);
      add_words_shared(i);
      add_neighbours(i);
    }
    return std::move(rows_);
  }

 private:
  void add(float number) { rows_.push_back(number); }
  void add(bool yes) { rows_.push_back(yes ? 1.0F : 0.0F); }

  // Sums.

  void measure_lines() {
    before_.resize(lines_.size() + 1);
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const std::string_view words = lines_[i].words;
      const LineFacts& facts = facts_.emplace_back(facts_of(words, rules_));
      const TextCounts& counts = counts_.emplace_back(counts_of(words));
      const auto letters = static_cast<double>(words.size());
      const bool fragment = facts.words < kFragmentWords && !facts.sentence;
      sums_.push_back({.letters = letters,
                       .words = static_cast<double>(counts.words),
                       .prose = facts.prose ? letters : 0,
                       .fragments = fragment ? 1.0 : 0.0,
                       .kept = is_kept(lines_[i].role) ? letters : 0,
                       .ruled = facts.rule != nullptr ? 1.0 : 0.0});
      before_[i + 1] = before_[i];
      before_[i + 1].add(sums_[i], 1);
      repeats_[std::hash<std::string_view>{}(words)] += 1;
      has_title_ = has_title_ || lines_[i].role == Role::title;
      title_ = lines_[i].role == Role::title ? i : title_;
    }
  }

  /// The stretch of lines in which prose most outweighs everything else: the largest sum of a
  /// subarray.
  void find_centre() {
    double best = 0;
    double sum = 0;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const double words = std::min(sums_[i].words, 60.0);
      const double worth = sums_[i].prose > 0                          ? words
                           : facts_[i].sentence && facts_[i].words > 5 ? words / 2
                                                                       : -kPriceOfOthers;
      if (sum <= 0) {
        sum = 0;
        begin = i;
      }
      sum += worth;
      if (sum > best) {
        best = sum;
        centre_begin_ = begin;
        centre_end_ = i + 1;
      }
    }
  }

  /// The longer words of the centre, and of the lines before it.
  void collect_words() {
    for (std::size_t i = centre_begin_; i < centre_end_; ++i) {
      if (sums_[i].prose > 0) {
        for_words(i, [&](std::size_t word) { centre_words_.insert(word); });
      }
    }
  }

  template <typename Take>
  void for_words(std::size_t i, Take&& take) const {
    constexpr std::size_t kShortest = 5;
    const std::string folded = fold(lines_[i].words);
    for (std::size_t at = 0; at < folded.size();) {
      const std::size_t end = std::min(folded.find(' ', at), folded.size());
      if (end - at >= kShortest) {
        take(std::hash<std::string_view>{}(std::string_view(folded).substr(at, end - at)));
      }
      at = end + 1;
    }
  }

  void find_prose_around() {
    const std::size_t count = lines_.size();
    prose_before_.assign(count, kFar);
    prose_after_.assign(count, kFar);
    float distance = kFar;
    for (std::size_t i = 0; i < count; ++i) {
      prose_before_[i] = distance = std::min(distance + 1, kFar);
      distance = sums_[i].prose > 0 ? 0 : distance;
    }
    distance = kFar;
    for (std::size_t i = count; i-- > 0;) {
      prose_after_[i] = distance = std::min(distance + 1, kFar);
      distance = sums_[i].prose > 0 ? 0 : distance;
    }
  }

  /// How many fragments stand in one run with a line.
  void find_runs() {
    runs_.assign(lines_.size(), 0);
    for (std::size_t begin = 0; begin < lines_.size();) {
      std::size_t end = begin + 1;
      while (end < lines_.size() && (sums_[end].fragments > 0) == (sums_[begin].fragments > 0)) {
        ++end;
      }
      std::fill(runs_.begin() + static_cast<std::ptrdiff_t>(begin),
                runs_.begin() + static_cast<std::ptrdiff_t>(end), static_cast<float>(end - begin));
      begin = end;
    }
  }

  // Rows.

  void add_text(std::size_t i) {
    const TextCounts& counts = counts_[i];
    const auto words = static_cast<double>(counts.words);
    const auto letters = static_cast<double>(lines_[i].words.size());
    add(log_of(letters));
    add(log_of(words));
    add(share(counts.capitals, words));
    add(share(counts.small, words));
    add(share(counts.digits, letters));
    add(share(counts.upper, letters));
    add(share(counts.commas, words));
    add(log_of(counts.sentences));
    add(share(counts.signs, words));
    add(share(letters, words));
    add(log_of(repeats_[std::hash<std::string_view>{}(lines_[i].words)]));
  }

  void add_shape(std::size_t i) {
    const std::string_view text = lines_[i].words;
    const bool is_short = counts_[i].words <= 20;
    add(facts_[i].sentence);
    add(ends_with_full_stop(text));
    add(text.ends_with(':') || text.ends_with("…") || text.ends_with("..."));
    add(text.ends_with('?'));
    add(text.front() >= 'a' && text.front() <= 'z');
    add(bullet_bytes(text) > 0);
    add(item_number(text) > 0);
    add(starts_with_dash(text));
    add(is_wholly_quoted(text));
    add(is_short && is_title_case(text));
    add(is_short && is_all_capitals(text));
    add(is_short && is_name(text));
    add(is_short && (is_counter(text) || is_menu(text)));
    add(facts_[i].url);
    add(facts_[i].prose);
    add(counts_[i].words <= 12 && counts_[i].digits > 0 &&
        find_written_date(text, rules_).has_value());
  }

  void add_rules(std::size_t i) {
    const PageRules::Line* const rule = facts_[i].rule;
    const Role role = lines_[i].role;
    add(rule == nullptr                   ? 0.0F
        : rule->role == Role::boilerplate ? 1.0F
        : rule->role == Role::teaser      ? 2.0F
        : rule->role == Role::byline      ? 3.0F
        : rule->role == Role::date        ? 4.0F
                                          : 5.0F);
    add(is_kept(role));
    add(role == Role::byline || role == Role::date);
    add(role == Role::heading);
    add(role == Role::list || role == Role::quote);
  }

  void add_place(std::size_t i) {
    const auto count = static_cast<double>(lines_.size());
    const Sum& all = before_.back();
    add(share(static_cast<double>(i), count));
    add(share(before_[i].prose, all.prose));
    add(share(before_[i].letters, all.letters));
    add(share(before_[i].kept, all.kept));
    add(has_title_ ? std::clamp(static_cast<float>(i) - static_cast<float>(title_), -kFar, 4 * kFar)
                   : -2 * kFar);
    add(prose_before_[i]);
    add(prose_after_[i]);
    const bool inside = i >= centre_begin_ && i < centre_end_;
    add(inside);
    add(i < centre_begin_ ? std::min(static_cast<float>(centre_begin_ - i), kFar) : 0.0F);
    add(i >= centre_end_ ? std::min(static_cast<float>(i - centre_end_ + 1), kFar) : 0.0F);
    add(inside ? share(static_cast<double>(i - centre_begin_),
                       static_cast<double>(centre_end_ - centre_begin_))
               : -1.0F);
    add(share(before_[centre_end_].prose - before_[centre_begin_].prose, all.prose));
    add(runs_[i]);
    add(log_of(count));
    add(log_of(all.prose));
    add(share(all.fragments, count));
  }

  /// A line of the article has its words.
  void add_words_shared(std::size_t i) {
    double words = 0;
    double shared = 0;
    for_words(i, [&](std::size_t word) {
      ++words;
      shared += centre_words_.contains(word) ? 1 : 0;
    });
    add(words > 0 ? share(shared, words) : -1.0F);
    add(log_of(shared));
  }

  Sum window(std::size_t begin, std::size_t end) const {
    Sum sum = before_[std::min(end, lines_.size())];
    sum.add(before_[begin], -1);
    return sum;
  }

  void add_neighbours(std::size_t i) {
    for (const std::ptrdiff_t step : {-2, -1, 1, 2}) {
      const std::size_t at = i + static_cast<std::size_t>(step);  // wraps below 0
      const bool there = at < lines_.size();
      add(there ? log_of(sums_[at].words) : -1.0F);
      add(there ? log_of(counts_[at].sentences) : -1.0F);
      add(there && sums_[at].kept > 0);
      add(there && facts_[at].rule != nullptr);
    }
    for (const std::size_t reach : {3, 10}) {
      for (const bool behind : {false, true}) {
        const Sum sum = behind ? window(i + 1, i + 1 + reach) : window(i - std::min(i, reach), i);
        const auto lines = static_cast<double>(reach);
        add(share(sum.prose, sum.letters));
        add(share(sum.words, lines));
        add(share(sum.fragments, lines));
        add(share(sum.kept, sum.letters));
        add(share(sum.ruled, lines));
      }
    }
  }

  static constexpr double kPriceOfOthers = 6;  ///< words of prose that a line of another kind costs

  std::span<const TextLine> lines_;
  const PageRules& rules_;
  std::vector<LineFacts> facts_;
  std::vector<TextCounts> counts_;
  std::vector<Sum> sums_;    ///< of one line each
  std::vector<Sum> before_;  ///< of all lines before one
  std::unordered_map<std::size_t, std::uint32_t> repeats_;
  std::unordered_set<std::size_t> centre_words_;
  std::vector<float> prose_before_, prose_after_, runs_;
  std::size_t centre_begin_ = 0;
  std::size_t centre_end_ = 0;
  std::size_t title_ = 0;
  bool has_title_ = false;
  std::vector<float> rows_;
};

}  // namespace

std::vector<float> line_features(std::span<const TextLine> lines, const PageRules& rules) {
  return FeatureMaker(lines, rules).run();
}

}  // namespace parallax
