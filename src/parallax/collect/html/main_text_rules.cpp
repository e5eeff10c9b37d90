#include "parallax/collect/html/main_text_rules.h"

#include <algorithm>
#include <vector>

#include "parallax/collect/plain/line_shape.h"
#include "parallax/collect/written_date.h"
#include "parallax/text/fold.h"

namespace parallax {
namespace {

constexpr std::uint32_t kProseLetters = 70;  // a block of prose is no shorter
constexpr double kProseLinks = 0.35;         // … and has a smaller share of link text
constexpr double kTooManyLinks = 0.6;   // a shorter block of which more is link text is navigation
constexpr double kNearlyAll = 0.8;      // share of the prose that the article's element must hold
constexpr double kBylineLetters = 200;  // an element called "meta" with more prose is no byline
constexpr double kMostIsLeft = 0.3;     // names that leave less of the prose are not believed
constexpr double kOwnElement =
    0.45;  // share that <article> or articleBody must hold to be believed

double link_share(const HtmlBlock& block) {
  return block.letters == 0 ? 0.0 : static_cast<double>(block.link_letters) / block.letters;
}

class MainTextChooser {
 public:
  MainTextChooser(HtmlPage& page, const BlockTexts& texts, const PageRules& rules)
      : page_(page), texts_(texts), rules_(rules) {}

  RulesView run() {
    find_lines();
    believe_marks(true);
    if (share_left() < kMostIsLeft) {
      believe_marks(false);  // a site that calls each paragraph a widget
    }
    const std::uint32_t root = find_root();
    mark_inside(root);
    keep_blocks();
    const std::size_t title = find_title();
    if (title < page_.blocks.size()) {
      page_.blocks[title].kept = true;
      page_.blocks[title].role = Role::title;
    }
    return {.title = title,
            .inside = std::move(inside_),
            .in_article = std::move(in_article_),
            .lines = std::move(lines_)};
  }

 private:
  void find_lines() {
    lines_.reserve(page_.blocks.size());
    for (std::size_t i = 0; i < page_.blocks.size(); ++i) {
      const bool is_short = page_.blocks[i].letters < 300 && count_words(texts_[i], 21) <= 20;
      lines_.push_back(is_short ? find_rule(texts_[i], rules_) : nullptr);
    }
  }

  bool is_prose(const HtmlBlock& block) const {
    return block.heading == 0 && block.letters >= kProseLetters && link_share(block) < kProseLinks;
  }

  /// Sums over each node's subtree. Children stand after their parents, so one walk backwards does
  /// it.
  template <typename Weight>
  std::vector<double> sums(Weight weight) const {
    std::vector<double> sum(page_.nodes.size(), 0.0);
    for (const HtmlBlock& block : page_.blocks) {
      sum[block.node] += weight(block);
    }
    for (std::size_t i = page_.nodes.size(); i-- > 1;) {
      sum[page_.nodes[i].parent] += sum[i];
    }
    return sum;
  }

  /// An element that is called navigation and yet holds half of the prose is none (a form around
  /// the page, "with-sidebar").
  void believe_marks(bool names_too) {
    const auto prose = sums([this](const HtmlBlock& block) {
      return is_prose(block) ? static_cast<double>(block.letters) : 0.0;
    });
    boilerplate_.assign(page_.nodes.size(), false);
    in_article_.assign(page_.nodes.size(), false);
    byline_.assign(page_.nodes.size(), false);
    for (std::size_t i = 0; i < page_.nodes.size(); ++i) {
      const HtmlNode& node = page_.nodes[i];
      const bool holds_half = prose[i] * 2 > prose[0];
      const bool named = node.marks.has(Marks::boilerplate) ||
                         (names_too && node.marks.has(Marks::boilerplate_name));
      const bool outer_header = node.marks.has(Marks::header) && !in_article_[node.parent];
      boilerplate_[i] = boilerplate_[node.parent] || ((named || outer_header) && !holds_half);
      in_article_[i] = in_article_[node.parent] || node.marks.has(Marks::article) ||
                       node.marks.has(Marks::main) || node.marks.has(Marks::article_body);
      byline_[i] =
          byline_[node.parent] || (node.marks.has(Marks::byline) && prose[i] <= kBylineLetters);
    }
  }

  double share_left() const {
    double all = 0;
    double left = 0;
    for (const HtmlBlock& block : page_.blocks) {
      if (is_prose(block)) {
        all += block.letters;
        left += boilerplate_[block.node] ? 0 : block.letters;
      }
    }
    return all > 0 ? left / all : 1.0;
  }

  std::uint32_t find_root() {
    const auto prose = sums([this](const HtmlBlock& block) {
      return is_prose(block) && !boilerplate_[block.node] ? static_cast<double>(block.letters)
                                                          : 0.0;
    });
    std::uint32_t root = 0;
    for (const Marks::Bit bit : {Marks::article_body, Marks::article, Marks::main}) {
      const std::uint32_t best = richest(prose, bit);
      if (best != 0 && prose[best] >= kOwnElement * prose[0]) {
        root = best;
        break;
      }
    }
    return descend(root, prose);
  }

  std::uint32_t richest(const std::vector<double>& prose, Marks::Bit bit) const {
    std::uint32_t best = 0;
    for (std::uint32_t i = 1; i < page_.nodes.size(); ++i) {
      const bool candidate = page_.nodes[i].marks.has(bit) && !boilerplate_[i];
      if (candidate && (best == 0 || prose[i] > prose[best])) {
        best = i;
      }
    }
    return best;
  }

  /// Down to the smallest element that still holds nearly all of the prose, without going into a
  /// single paragraph.
  std::uint32_t descend(std::uint32_t root, const std::vector<double>& prose) const {
    if (prose[root] <= 0) {
      return root;
    }
    std::vector<bool> inside(page_.nodes.size(), false);
    inside[root] = true;
    std::vector<std::uint32_t> blocks(page_.nodes.size(), 0);
    for (const HtmlBlock& block : page_.blocks) {
      blocks[block.node] += is_prose(block) ? 1 : 0;
    }
    for (std::size_t i = page_.nodes.size(); i-- > 1;) {
      blocks[page_.nodes[i].parent] += blocks[i];
    }
    const double enough = kNearlyAll * prose[root];
    for (std::uint32_t i = root + 1; i < page_.nodes.size(); ++i) {
      inside[i] = inside[page_.nodes[i].parent];
      const bool child_of_root = page_.nodes[i].parent == root;
      if (child_of_root && prose[i] >= enough && blocks[i] >= 2) {
        root = i;
      }
    }
    return root;
  }

  void mark_inside(std::uint32_t root) {
    inside_.assign(page_.nodes.size(), false);
    inside_[root] = true;
    for (std::size_t i = root + 1; i < page_.nodes.size(); ++i) {
      inside_[i] = inside_[page_.nodes[i].parent];
    }
  }

  void keep_blocks() {
    bool prose_seen = false;
    for (std::size_t i = 0; i < page_.blocks.size(); ++i) {
      HtmlBlock& block = page_.blocks[i];
      block.role = role_of(i, prose_seen);
      block.kept = is_kept(block.role);
      prose_seen = prose_seen || (block.kept && is_prose(block));
    }
  }

  Role role_of(std::size_t at, bool prose_seen) const {
    const HtmlBlock& block = page_.blocks[at];
    const std::string_view line = texts_[at];
    const bool outside = !inside_[block.node] || boilerplate_[block.node] || block.letters == 0;
    if (outside) {
      return Role::boilerplate;
    }
    if (block.heading > 0) {
      return Role::heading;
    }
    const bool byline = byline_[block.node] || block.byline_letters * 2 > block.letters;
    if (byline && block.letters < 300 && !is_long_sentence(line)) {
      return Role::byline;
    }
    if (link_share(block) > kTooManyLinks && block.letters < 300) {
      return Role::boilerplate;
    }
    if (block.letters < 300) {
      if (const auto role = role_of_line(at, prose_seen)) {
        return *role;
      }
    }
    return role_by_element(block);
  }

  /// Pages that leave a byline's element open make everything after it look like one.
  static bool is_long_sentence(std::string_view line) {
    return line.size() >= 60 && ends_sentence(line) && count_words(line, 15) >= 15;
  }

  /// What the words of a short block say: credits, counters, dates, "Read also".
  std::optional<Role> role_of_line(std::size_t at, bool prose_seen) const {
    const HtmlBlock& block = page_.blocks[at];
    const std::string_view line = texts_[at];
    if (line.empty()) {
      return Role::boilerplate;
    }
    const std::size_t words = count_words(line);
    const PageRules::Line* const rule = lines_[at];
    const bool sentence = words >= 8 && ends_with_full_stop(line);
    if (rule != nullptr && (!sentence || rule->match == PageRules::Match::contains)) {
      return block.captioned && rule->role == Role::credit ? Role::caption : rule->role;
    }
    if (is_counter(line) || (words <= 14 && is_menu(line) && block.link_letters > 0)) {
      return Role::boilerplate;
    }
    if (!prose_seen && words <= 12 && find_written_date(line, rules_) && !sentence) {
      return Role::date;
    }
    if (!prose_seen && words <= 8 && named_author(line, rules_)) {
      return Role::byline;
    }
    return std::nullopt;
  }

  /// The title is the h1 that the page's own title repeats, else the first h1 of the article, else
  /// the first on the page.
  std::size_t find_title() const {
    std::size_t best = page_.blocks.size();
    int best_score = 0;
    const std::string page_title = fold(page_.title);
    for (std::size_t i = 0; i < page_.blocks.size(); ++i) {
      const HtmlBlock& block = page_.blocks[i];
      if (block.heading == 0 || block.heading > 2 || block.letters < 2 || block.letters > 400) {
        continue;
      }
      const std::string text = fold(texts_[i]);
      const bool repeated = text.size() >= 8 && page_title.contains(text);
      const int score = (repeated ? 8 : 0) + (block.heading == 1 ? 4 : 0) +
                        (in_article_[block.node] ? 2 : 0) + (!boilerplate_[block.node] ? 1 : 0);
      if ((repeated || block.heading == 1) && score > best_score) {
        best = i;
        best_score = score;
      }
    }
    return best;
  }

  HtmlPage& page_;
  const BlockTexts& texts_;
  const PageRules& rules_;
  std::vector<const PageRules::Line*> lines_;
  std::vector<bool> boilerplate_;  ///< for each node
  std::vector<bool> in_article_;
  std::vector<bool> byline_;
  std::vector<bool> inside_;
};

}  // namespace

Role role_by_element(const HtmlBlock& block) {
  return block.heading > 0 ? Role::heading
         : block.captioned ? Role::caption
         : block.quoted    ? Role::quote
         : block.listed    ? Role::list
                           : Role::body;
}

RulesView choose_by_rules(HtmlPage& page, const BlockTexts& texts, const PageRules& rules) {
  return MainTextChooser(page, texts, rules).run();
}

}  // namespace parallax
