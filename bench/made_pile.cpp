#include "made_pile.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>

#include "parallax/collect/collect.h"
#include "parallax/core/date.h"
#include "vary.h"

namespace parallax::bench {
namespace {

constexpr std::string_view kExample = PARALLAX_SOURCE_DIR "/examples/sarnov";
constexpr std::size_t kWords = 700;
constexpr std::uint64_t kStoriesOfWorld = 20;
constexpr std::size_t kOutletsOfBloc = 40;
constexpr std::array<std::string_view, 4> kBlocs = {"Belmoria", "Tazunia", "International",
                                                    "Orvane"};

/// One article of the example pile.
struct Base {
  std::string title;
  std::vector<std::string> paragraphs;
  std::size_t bloc = 0;
};

std::size_t bloc_of(std::string_view path) {
  const bool belmorian = path.starts_with("harsk") || path.starts_with("vitland");
  const bool tazunian = path.starts_with("qulem") || path.starts_with("tazun");
  return belmorian ? 0 : tazunian ? 1 : path.starts_with("meridian") ? 2 : 3;
}

Base base_of(const Record& record, const Article& article) {
  Base base{
      .title = article.metadata.title.value_or(""), .paragraphs = {}, .bloc = bloc_of(record.path)};
  for (std::size_t at = 0; at < article.text.size();) {
    const std::size_t end = std::min(article.text.find('\n', at), article.text.size());
    const std::string paragraph = article.text.substr(at, end - at);
    if (paragraph.size() > 60 && paragraph != base.title) {
      base.paragraphs.push_back(paragraph);
    }
    at = end + 1;
  }
  return base;
}

const std::vector<Base>& bases() {
  static const std::vector<Base> kBases = [] {
    std::vector<Base> all;
    const PageRules rules = PageRules::load(DataFiles::built_in());
    const PileVisitor visitor = {.record =
                                     [&](Record&& record) {
                                       if (const auto article = collect_article(record, rules)) {
                                         all.push_back(base_of(record, *article));
                                       }
                                       return true;
                                     },
                                 .skipped = [](Skipped&&) {},
                                 .settings = [](PileSettings&&) {}};
    const std::string path(kExample);
    (void)read_pile(std::span(&path, 1), Limits{}, visitor);
    return all;
  }();
  return kBases;
}

std::size_t words_in(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count(text, ' ')) + 1;
}

std::string outlet_name(std::size_t bloc, std::uint64_t number) {
  constexpr std::array<std::string_view, 8> kKinds = {"Courier", "Observer", "Daily",  "Tribune",
                                                      "Wire",    "Radio",    "Herald", "Post"};
  const Variation other{.world = mixed(number, bloc, 21), .story = 0};
  return vary("Harsk ", other) + std::string(kKinds[number % kKinds.size()]);
}

/// How many outlets tell a story: a handful mostly, dozens now and then.
std::size_t tellers(std::uint64_t seed, std::uint64_t story) {
  constexpr std::array<std::size_t, 10> kTellers = {3, 5, 8, 8, 12, 12, 20, 30, 40, 60};
  return kTellers[mixed(seed, story, 31) % kTellers.size()];
}

class Telling {
 public:
  Telling(const PilePlan& plan, std::uint64_t story) : plan_(plan), story_(story) {}

  MadeArticle article(std::uint64_t number) const {
    const std::uint64_t seed = mixed(plan_.seed, number, 41);
    const bool copies = plan_.kind == PileKind::near_copies;
    const std::size_t first = copies ? 0 : seed % bases().size();
    const std::size_t bloc = copies ? seed % kBlocs.size() : bases()[first].bloc;
    const std::uint64_t outlet = mixed(seed, 42) % kOutletsOfBloc;
    const Variation variation{.world = mixed(plan_.seed, story_ / kStoriesOfWorld, 43),
                              .story = mixed(plan_.seed, story_, 44),
                              .voice = mixed(outlet, bloc),
                              .voices = copies ? 40U : 4U,
                              .days = static_cast<int>(mixed(plan_.seed, story_, 45) % 900)};
    MadeArticle made;
    made.id = "made-" + std::to_string(number);
    made.title = vary(bases()[first].title, variation);
    made.body = vary(copies ? copied_body(seed) : told_body(first, seed), variation);
    made.is_page = mixed(seed, 46) % 2 == 0;
    auto published = *day_from_iso("2031-05-07");
    published.number += variation.days + static_cast<int>(mixed(seed, 47) % 20);
    made.metadata = {.title = {},
                     .outlet = outlet_name(bloc, outlet),
                     .side = std::string(kBlocs[bloc]),
                     .author = {},
                     .published = to_iso(published),
                     .url = "https://example.org/" + made.id,
                     .language = "en"};
    return made;
  }

 private:
  /// One article of the example, and paragraphs of others until it is long enough.
  static std::string told_body(std::size_t first, std::uint64_t seed) {
    std::string body;
    std::size_t count = 0;
    const auto add = [&](const std::string& paragraph) {
      body += paragraph + '\n';
      count += words_in(paragraph);
    };
    std::ranges::for_each(bases()[first].paragraphs, add);
    for (std::uint64_t turn = 0; count < kWords && turn < 100; ++turn) {
      const Base& other = bases()[mixed(seed, turn, 51) % bases().size()];
      const std::string& paragraph =
          other.paragraphs[mixed(seed, turn, 52) % other.paragraphs.size()];
      if (body.find(paragraph) == std::string::npos) {
        add(paragraph);
      }
    }
    return body;
  }

  /// The same paragraphs in the same order for all, less one here and there.
  static std::string copied_body(std::uint64_t seed) {
    std::string body;
    std::size_t count = 0;
    std::uint64_t turn = 0;
    for (const Base& base : bases()) {
      for (const std::string& paragraph : base.paragraphs) {
        const bool dropped = mixed(seed, ++turn, 53) % 12 == 0;
        if (!dropped && count < kWords) {
          body += paragraph + '\n';
          count += words_in(paragraph);
        }
      }
    }
    return body;
  }

  const PilePlan& plan_;
  std::uint64_t story_;
};

std::string escaped(std::string_view text, std::string_view special,
                    const std::function<std::string(char)>& escape) {
  std::string out;
  for (const char c : text) {
    out += special.find(c) == std::string_view::npos ? std::string(1, c) : escape(c);
  }
  return out;
}

std::string as_html(std::string_view text) {
  return escaped(text, "&<>", [](char c) {
    return std::string(c == '&' ? "&amp;" : c == '<' ? "&lt;" : "&gt;");
  });
}

std::string as_json(std::string_view text) {
  return '"' +
         escaped(text, "\"\\\n",
                 [](char c) { return c == '\n' ? std::string("\\n") : std::string("\\") + c; }) +
         '"';
}

}  // namespace

std::string MadeArticle::html() const {
  std::string page = "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>" +
                     as_html(title) + "</title><script>var counter = 1;</script></head>\n<body>" +
                     "<nav><a href=\"/\">Home</a> <a href=\"/p\">Politics</a> <a href=\"/s\">Sport"
                     "</a></nav>\n<article><h1>" +
                     as_html(title) + "</h1>\n";
  for (std::size_t at = 0; at < body.size();) {
    const std::size_t end = std::min(body.find('\n', at), body.size());
    page += "<p>" + as_html(std::string_view(body).substr(at, end - at)) + "</p>\n";
    at = end + 1;
  }
  return page +
         "</article>\n<footer><ul><li><a href=\"/1\">Read also: the price of apricots fell"
         "</a></li><li><a href=\"/2\">Leave a comment</a></li></ul></footer></body></html>\n";
}

std::string MadeArticle::json_line() const {
  std::string line = "{\"id\":" + as_json(id);
  const auto add = [&line](std::string_view name, const std::optional<std::string>& value) {
    if (value) {
      line.append(",\"").append(name).append("\":").append(as_json(*value));
    }
  };
  add("outlet", metadata.outlet);
  add("side", metadata.side);
  add("published", metadata.published);
  add("url", metadata.url);
  add("language", metadata.language);
  add(is_page ? "html" : "text", is_page ? html() : text());
  return line + "}\n";
}

void make_pile(const PilePlan& plan, const std::function<void(const MadeArticle&)>& take) {
  std::uint64_t story = 0;
  std::size_t left = tellers(plan.seed, story);
  for (std::size_t number = 0; number < plan.articles; ++number) {
    if (left == 0 && plan.kind == PileKind::mixed_stories) {
      left = tellers(plan.seed, ++story);
    }
    left -= left > 0 ? 1 : 0;
    take(Telling(plan, story).article(number));
  }
}

std::vector<MadeArticle> made_pile(const PilePlan& plan) {
  std::vector<MadeArticle> all;
  make_pile(plan, [&](const MadeArticle& article) { all.push_back(article); });
  return all;
}

std::string names_of(const PilePlan& plan) {
  std::ifstream file(std::string(kExample) + "/names.tsv");
  const std::string example{std::istreambuf_iterator<char>(file), {}};
  std::size_t left = plan.articles;
  std::uint64_t stories = 1;
  while (plan.kind == PileKind::mixed_stories && left > tellers(plan.seed, stories - 1)) {
    left -= tellers(plan.seed, stories++ - 1);
  }
  std::string names;
  for (std::uint64_t world = 0; world <= (stories - 1) / kStoriesOfWorld; ++world) {
    const Variation variation{.world = mixed(plan.seed, world, 43), .story = 0};
    std::string lines = vary(example, variation);
    for (std::size_t tab = 0; (tab = lines.find('\t', tab)) != std::string::npos;) {
      // The second column is a group, which is one world's own.
      lines.insert(tab + 1, "w" + std::to_string(world) + "-");
      tab = std::min(lines.find('\n', tab), lines.size());
    }
    names += lines;
  }
  return names;
}

}  // namespace parallax::bench
