#include "parallax/collect/html/block_features.h"

#include <algorithm>
#include <functional>
#include <unordered_map>

#include "parallax/collect/feature_numbers.h"
#include "parallax/collect/plain/line_shape.h"
#include "parallax/collect/text_counts.h"
#include "parallax/collect/written_date.h"

namespace parallax {
namespace {

constexpr std::uint32_t kProseWords = 10;

/// A sum over blocks: of an element, of a kind of element, of a stretch of the page.
struct Sum {
  double letters = 0;
  double links = 0;  ///< letters
  double prose = 0;  ///< letters of blocks that read like paragraphs
  double blocks = 0;
  double kept = 0;  ///< letters that rules keep

  void add(const Sum& other) {
    letters += other.letters;
    links += other.links;
    prose += other.prose;
    blocks += other.blocks;
    kept += other.kept;
  }
};

class FeatureMaker {
 public:
  FeatureMaker(const PageView& view, const PageRules& rules)
      : view_(view), page_(view.page), rules_(rules) {}

  std::vector<float> run() {
    measure_blocks();
    sum_elements();
    find_centre();
    find_marks();
    find_prose_around();
    rows_.reserve(page_.blocks.size() * kBlockFeatures);
    for (std::size_t i = 0; i < page_.blocks.size(); ++i) {
      add_text(i);
      add_rules(i);
      add_elements(i);
      add_place(i);
      add_neighbours(i);
    }
    return std::move(rows_);
  }

 private:
  void add(float number) { rows_.push_back(number); }
  void add(bool yes) { rows_.push_back(yes ? 1.0F : 0.0F); }

  // Sums.

  void measure_blocks() {
    const std::size_t count = page_.blocks.size();
    counts_.reserve(count);
    sums_.reserve(count);
    before_.resize(count + 1);
    for (std::size_t i = 0; i < count; ++i) {
      const HtmlBlock& block = page_.blocks[i];
      const std::string_view text = view_.texts[i];
      const TextCounts& counts = counts_.emplace_back(counts_of(text));
      const bool prose = block.heading == 0 && counts.words >= kProseWords &&
                         block.link_letters * 3 < block.letters && counts.sentences > 0;
      const double letters = block.letters;
      sums_.push_back({.letters = letters,
                       .links = static_cast<double>(block.link_letters),
                       .prose = prose ? letters : 0,
                       .blocks = 1,
                       .kept = is_kept(block.role) ? letters : 0});
      before_[i + 1] = before_[i];
      before_[i + 1].add(sums_[i]);
      kinds_[page_.nodes[block.node].kind].add(sums_[i]);
      repeats_[std::hash<std::string_view>{}(text)] += 1;
    }
  }

  void sum_elements() {
    nodes_.resize(page_.nodes.size());
    children_.resize(page_.nodes.size());
    for (std::size_t i = 0; i < page_.blocks.size(); ++i) {
      nodes_[page_.blocks[i].node].add(sums_[i]);
    }
    for (std::size_t n = page_.nodes.size(); n-- > 1;) {
      nodes_[page_.nodes[n].parent].add(nodes_[n]);
      children_[page_.nodes[n].parent] += 1;
    }
  }

  /// The smallest element that holds four fifths of the prose, and how far each node is from it.
  void find_centre() {
    std::uint32_t centre = 0;
    for (std::uint32_t n = 1; n < page_.nodes.size(); ++n) {
      if (page_.nodes[n].parent == centre && nodes_[n].prose >= 0.8 * nodes_[0].prose &&
          nodes_[0].prose > 0) {
        centre = n;
      }
    }
    std::vector<bool> on_path(page_.nodes.size(), false);
    for (std::uint32_t n = centre;; n = page_.nodes[n].parent) {
      on_path[n] = true;
      if (n == 0) {
        break;
      }
    }
    below_.resize(page_.nodes.size());
    above_.resize(page_.nodes.size());
    for (std::uint32_t n = 0; n < page_.nodes.size(); ++n) {
      const std::uint32_t parent = page_.nodes[n].parent;
      below_[n] = on_path[n] ? 0 : below_[parent] + 1;
      above_[n] = on_path[n] ? static_cast<float>(page_.nodes[centre].depth) -
                                   static_cast<float>(page_.nodes[n].depth)
                             : above_[parent];
    }
  }

  /// For each node: the nearest element around it that is marked so, or itself.
  std::vector<std::uint32_t> nearest(std::uint32_t bits) const {
    std::vector<std::uint32_t> found(page_.nodes.size(), kNone);
    for (std::uint32_t n = 0; n < page_.nodes.size(); ++n) {
      const bool own = (page_.nodes[n].marks.bits & bits) != 0;
      found[n] = own ? n : n == 0 ? kNone : found[page_.nodes[n].parent];
    }
    return found;
  }

  void find_marks() {
    by_tag_ = nearest(Marks::boilerplate | Marks::header);
    by_name_ = nearest(Marks::boilerplate_name);
    content_ = nearest(Marks::content_name | Marks::article_body);
    article_ = nearest(Marks::article | Marks::main);
    byline_ = nearest(Marks::byline | Marks::author);
    figure_ = nearest(Marks::figure);
    names_above_.assign(page_.nodes.size(), 0);
    for (std::uint32_t n = 1; n < page_.nodes.size(); ++n) {
      names_above_[n] = names_above_[page_.nodes[n].parent] +
                        (page_.nodes[n].marks.has(Marks::boilerplate_name) ? 1 : 0);
    }
  }

  void find_prose_around() {
    const std::size_t count = page_.blocks.size();
    prose_before_.assign(count, kFar);
    prose_after_.assign(count, kFar);
    kept_before_.assign(count, kFar);
    kept_after_.assign(count, kFar);
    float prose = kFar;
    float kept = kFar;
    for (std::size_t i = 0; i < count; ++i) {
      prose_before_[i] = prose = std::min(prose + 1, kFar);
      kept_before_[i] = kept = std::min(kept + 1, kFar);
      prose = sums_[i].prose > 0 ? 0 : prose;
      kept = sums_[i].kept > 0 && sums_[i].prose > 0 ? 0 : kept;
    }
    prose = kept = kFar;
    for (std::size_t i = count; i-- > 0;) {
      prose_after_[i] = prose = std::min(prose + 1, kFar);
      kept_after_[i] = kept = std::min(kept + 1, kFar);
      prose = sums_[i].prose > 0 ? 0 : prose;
      kept = sums_[i].kept > 0 && sums_[i].prose > 0 ? 0 : kept;
    }
  }

  // Rows.

  void add_text(std::size_t i) {
    const HtmlBlock& block = page_.blocks[i];
    const TextCounts& counts = counts_[i];
    const std::string_view text = view_.texts[i];
    const auto words = static_cast<double>(counts.words);
    add(log_of(block.letters));
    add(log_of(words));
    add(share(block.link_letters, block.letters));
    add(static_cast<float>(block.heading));
    add(block.quoted);
    add(block.listed);
    add(block.captioned);
    add(share(block.byline_letters, block.letters));
    add(share(counts.capitals, words));
    add(share(counts.small, words));
    add(share(counts.digits, block.letters));
    add(share(counts.upper, block.letters));
    add(share(counts.commas, words));
    add(log_of(counts.sentences));
    add(share(counts.signs, words));
    add(share(block.letters, words));
    add(ends_sentence(text));
    add(text.ends_with(':') || text.ends_with("…") || text.ends_with("..."));
    add(text.ends_with('?'));
    add(!text.empty() && text.front() >= 'a' && text.front() <= 'z');
    add(static_cast<float>(block.last - block.first));
    add(log_of(repeats_[std::hash<std::string_view>{}(text)]));
  }

  void add_rules(std::size_t i) {
    const HtmlBlock& block = page_.blocks[i];
    const std::string_view text = view_.texts[i];
    const bool is_short = counts_[i].words <= 20 && !text.empty();
    const PageRules::Line* const rule = view_.by_rules.lines[i];
    add(rule == nullptr                   ? 0.0F
        : rule->role == Role::boilerplate ? 1.0F
        : rule->role == Role::teaser      ? 2.0F
        : rule->role == Role::byline      ? 3.0F
        : rule->role == Role::date        ? 4.0F
                                          : 5.0F);
    add(is_short && counts_[i].words <= 12 && counts_[i].digits > 0 &&
        find_written_date(text, rules_).has_value());
    add(is_short && is_name(text));
    add(is_short && (is_counter(text) || is_menu(text)));
    add(is_kept(block.role));
    add(block.role == Role::byline || block.role == Role::date);
    add(static_cast<bool>(view_.by_rules.inside[block.node]));
    add(static_cast<bool>(view_.by_rules.in_article[block.node]));
  }

  void add_sum(const Sum& sum) {
    add(log_of(sum.letters));
    add(share(sum.links, sum.letters));
    add(log_of(sum.blocks));
    add(share(sum.prose, nodes_[0].prose));
    add(share(sum.kept, sum.letters));
  }

  void add_mark(std::uint32_t node, const std::vector<std::uint32_t>& nearest) {
    const std::uint32_t found = nearest[node];
    add(found == kNone ? kFar
                       : static_cast<float>(page_.nodes[node].depth - page_.nodes[found].depth));
  }

  void add_elements(std::size_t i) {
    const std::uint32_t node = page_.blocks[i].node;
    const std::uint32_t parent = page_.nodes[node].parent;
    const std::uint32_t above = page_.nodes[parent].parent;
    add(static_cast<float>(page_.nodes[node].tag));
    add(static_cast<float>(page_.nodes[parent].tag));
    add(static_cast<float>(page_.nodes[node].depth));
    add_sum(nodes_[parent]);
    add_sum(nodes_[above]);
    add_sum(nodes_[page_.nodes[above].parent]);
    const Sum& kind = kinds_[page_.nodes[node].kind];
    add_sum(kind);
    add(share(kind.letters, kind.blocks));
    add(log_of(children_[parent]));
    add(below_[node]);
    add(above_[node]);
    add_mark(node, by_tag_);
    add_mark(node, by_name_);
    add_mark(node, content_);
    add_mark(node, article_);
    add_mark(node, byline_);
    add_mark(node, figure_);
    add(static_cast<float>(names_above_[node]));
    add(by_name_[node] == kNone ? -1.0F : share(nodes_[by_name_[node]].prose, nodes_[0].prose));
    add(by_tag_[node] == kNone ? -1.0F : share(nodes_[by_tag_[node]].prose, nodes_[0].prose));
    add(article_[node] == kNone ? -1.0F : share(nodes_[article_[node]].prose, nodes_[0].prose));
  }

  void add_place(std::size_t i) {
    const double count = static_cast<double>(page_.blocks.size());
    const Sum& all = before_.back();
    add(share(static_cast<double>(i), count));
    add(share(before_[i].prose, all.prose));
    add(share(before_[i].kept, all.kept));
    add(share(before_[i].letters, all.letters));
    const bool has_title = view_.by_rules.title < page_.blocks.size();
    const float from_title =
        static_cast<float>(i) - static_cast<float>(has_title ? view_.by_rules.title : 0);
    add(has_title ? std::clamp(from_title, -kFar, 4 * kFar) : -2 * kFar);
    add(prose_before_[i]);
    add(prose_after_[i]);
    add(kept_before_[i]);
    add(kept_after_[i]);
    add(log_of(count));
    add(log_of(all.prose));
  }

  Sum window(std::size_t i, std::size_t reach) const {
    const std::size_t end = std::min(i + reach + 1, page_.blocks.size());
    Sum sum = before_[end];
    const Sum& first = before_[i - std::min(i, reach)];
    sum.letters -= first.letters;
    sum.links -= first.links;
    sum.prose -= first.prose;
    sum.kept -= first.kept;
    return sum;
  }

  void add_neighbours(std::size_t i) {
    for (const std::ptrdiff_t step : {-2, -1, 1, 2}) {
      const std::size_t at = i + static_cast<std::size_t>(step);  // wraps below 0
      const bool there = at < page_.blocks.size();
      add(there ? log_of(sums_[at].letters) : -1.0F);
      add(there ? share(sums_[at].links, sums_[at].letters) : -1.0F);
      add(there && sums_[at].kept > 0);
      add(there ? static_cast<float>(page_.blocks[at].heading) : -1.0F);
    }
    for (const std::size_t reach : {3, 8}) {
      const Sum sum = window(i, reach);
      add(share(sum.prose, sum.letters));
      add(share(sum.links, sum.letters));
      add(share(sum.kept, sum.letters));
    }
  }

  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  const PageView& view_;
  const HtmlPage& page_;
  const PageRules& rules_;
  std::vector<TextCounts> counts_;
  std::vector<Sum> sums_;    ///< of one block each
  std::vector<Sum> before_;  ///< of all blocks before one
  std::vector<Sum> nodes_;
  std::vector<std::uint32_t> children_;
  std::unordered_map<std::uint32_t, Sum> kinds_;
  std::unordered_map<std::size_t, std::uint32_t> repeats_;
  std::vector<float> below_;  ///< levels from a node up to the way to the centre
  std::vector<float> above_;  ///< from there down to the centre
  std::vector<std::uint32_t> by_tag_, by_name_, content_, article_, byline_, figure_;
  std::vector<std::uint32_t> names_above_;
  std::vector<float> prose_before_, prose_after_, kept_before_, kept_after_;
  std::vector<float> rows_;
};

}  // namespace

std::vector<float> block_features(const PageView& view, const PageRules& rules) {
  return FeatureMaker(view, rules).run();
}

}  // namespace parallax
