#include <algorithm>
#include <map>
#include <set>

#include "parallax/core/names_of_values.h"
#include "parallax/present/citation.h"
#include "parallax/present/html.h"
#include "parallax/present/present.h"
#include "parallax/present/report_data.h"
#include "parallax/present/report_question.h"
#include "parallax/present/report_quotes.h"
#include "parallax/present/web_files.h"
#include "parallax/present/wording.h"

/// The report: one page that needs nothing beside itself. Its parts in order: what was read,
/// contents, the matrix of disputes by side, each dispute, one voice against itself, the other
/// questions folded away, who says what, the articles, what the page is and is not.
namespace parallax {
namespace {

struct Arranged {
  const Presented& presented;
  std::vector<const Question*> disputes;
  std::vector<const Question*> inconsistencies;
  std::vector<const Question*> others[4];  ///< by verdict; none in conflict
  std::vector<std::string> sides;          ///< ascending
  std::map<std::string, std::string> side_of_outlet;
};

Arranged arrange(const Presented& presented) {
  Arranged report{presented, {}, {}, {}, {}, {}};
  std::set<std::string> sides;
  for (const Account& account : presented.accounts) {
    sides.insert(account.side);
    report.side_of_outlet[account.outlet] = account.side;
  }
  for (const Question& question : presented.questions) {
    if (is_dispute(question)) {
      report.disputes.push_back(&question);
    } else if (is_inconsistency(question)) {
      report.inconsistencies.push_back(&question);
    } else {
      report.others[static_cast<std::size_t>(question.verdict)].push_back(&question);
    }
    for (const Position& position : question.positions) {
      for (const PositionClaim& claim : position.claims) {
        sides.insert(claim.voice.side);
      }
    }
  }
  report.sides.assign(sides.begin(), sides.end());
  return report;
}

std::size_t count_other(const Arranged& report) {
  std::size_t count = 0;
  for (const auto& group : report.others) {
    count += group.size();
  }
  return count;
}

void add_head(Html& page, const std::string& project_name) {
  page.tag("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
  page.tag("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ");
  page.tag("style-src 'unsafe-inline'; script-src 'sha256-").tag(web_file("app.js.sha256"));
  page.tag("'; base-uri 'none'; form-action 'none'\">\n");
  page.tag("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
  page.tag("<meta name=\"referrer\" content=\"no-referrer\">\n");
  page.tag("<meta name=\"color-scheme\" content=\"light dark\">\n");
  page.tag("<title>").text(project_name).tag(" · Parallax</title>\n<style>\n");
  page.tag(web_file("app.css")).tag("</style>\n</head>\n<body id=\"top\">\n");
}

void add_fact(Html& page, std::size_t number, std::string_view one, std::string_view many) {
  page.tag("<div><dd>").number(number).tag("</dd><dt>").tag(number == 1 ? one : many);
  page.tag("</dt></div>");
}

void add_title(Html& page, const Arranged& report, const std::string& project_name) {
  page.tag("<header class=\"title\">\n<p class=\"brand\">Parallax</p>\n<h1>");
  page.isolated(project_name).tag("</h1>\n<p class=\"lead\">");
  page.tag("Several accounts of one story, laid side by side, each statement traced to its ");
  page.tag("sentence. This page attributes and compares; it does not judge.</p>\n");
  page.tag("<dl class=\"facts\">");
  add_fact(page, report.presented.accounts.size(), "article", "articles");
  add_fact(page, report.side_of_outlet.size(), "outlet", "outlets");
  add_fact(page, report.sides.size(), "side", "sides");
  add_fact(page, report.disputes.size(), "dispute", "disputes");
  add_fact(page, count_other(report), "other question", "other questions");
  page.tag("</dl>\n</header>\n");
}

void add_entries(Html& page, const std::vector<const Question*>& questions) {
  page.tag("<ol>");
  for (const Question* question : questions) {
    page.tag("<li><a href=\"#").text(anchor_name(*question)).tag("\">");
    page.isolated(question->title).tag("</a></li>\n");
  }
  page.tag("</ol>");
}

void add_contents(Html& page, const Arranged& report) {
  page.tag("<nav class=\"contents\" aria-label=\"Contents\">\n<h2>Contents</h2>\n<ul>\n");
  page.tag("<li><a href=\"#overview\">Overview</a></li>\n");
  if (!report.disputes.empty()) {
    page.tag("<li><a href=\"#disputes\">Disputes</a>");
    add_entries(page, report.disputes);
    page.tag("</li>\n");
  }
  if (!report.inconsistencies.empty()) {
    page.tag("<li><a href=\"#inconsistencies\">One voice against itself</a>");
    add_entries(page, report.inconsistencies);
    page.tag("</li>\n");
  }
  if (count_other(report) > 0) {
    page.tag("<li><a href=\"#others\">Other questions</a></li>\n");
  }
  page.tag("<li><a href=\"#quotes\">Quotes</a></li>\n");
  page.tag("<li><a href=\"#articles\">Articles</a></li>\n");
  page.tag("<li><a href=\"#about\">About this page</a></li>\n</ul>\n</nav>\n");
}

/// One answer that a side's articles give, and in whose words.
struct SideAnswer {
  std::string_view answer;
  bool author = false;
  std::vector<std::string_view> speakers;
};

/// A side's own answers of one position, in order: a position's title may join answers that only
/// others give.
std::vector<SideAnswer> answers_of(const Position& position, const std::string& side) {
  std::vector<SideAnswer> answers;
  for (const PositionClaim& stated : position.claims) {
    if (stated.voice.side != side) {
      continue;
    }
    const std::string& own = stated.claim.answer;
    const std::string_view answer = own.empty() ? position.answer : own;
    auto at = std::ranges::find(answers, answer, &SideAnswer::answer);
    if (at == answers.end()) {
      at = answers.insert(at, SideAnswer{answer, false, {}});
    }
    if (!stated.voice.speaker) {
      at->author = true;
    } else if (!std::ranges::count(at->speakers, *stated.voice.speaker)) {
      at->speakers.push_back(*stated.voice.speaker);
    }
  }
  return answers;
}

/// "author; quoting Ila Tarn, the mayor and 2 others".
std::string voices_in_words(const SideAnswer& answer) {
  constexpr std::size_t kNamed = 2;
  const std::vector<std::string_view>& speakers = answer.speakers;
  std::string out = answer.author ? "author" : "";
  for (std::size_t i = 0; i < std::min(speakers.size(), kNamed); ++i) {
    out += i > 0 ? ", " : answer.author ? "; quoting " : "quoting ";
    out += speakers[i];
  }
  if (speakers.size() > kNamed) {
    out += " and " + counted(speakers.size() - kNamed, "other", "others");
  }
  return out;
}

bool is_silent(const Arranged& report, const Question& question, const std::string& side) {
  return std::ranges::any_of(question.silent, [&](const std::string& outlet) {
    const auto found = report.side_of_outlet.find(outlet);
    return found != report.side_of_outlet.end() ? found->second == side : outlet == side;
  });
}

void add_cell(Html& page, const Arranged& report, const Question& question,
              const std::string& side) {
  page.tag("<td data-side=\"").text(side).tag("\">");
  bool said = false;
  for (std::size_t i = 0; i < question.positions.size(); ++i) {
    for (const SideAnswer& answer : answers_of(question.positions[i], side)) {
      page.tag("<div class=\"cell\">");
      add_letter(page, i);
      page.tag("<div>").isolated(answer.answer).tag("<small>").isolated(voices_in_words(answer));
      page.tag("</small></div></div>");
      said = true;
    }
  }
  if (!said) {
    page.tag(is_silent(report, question, side) ? "<span class=\"silent\">silent</span>"
                                               : "<span class=\"nothing\">–</span>");
  }
  page.tag("</td>");
}

void add_matrix(Html& page, const Arranged& report) {
  page.tag("<p class=\"hint\">What each side’s articles say to each dispute. The same letter ");
  page.tag(
      "in a row: compatible answers. <i>Silent</i>: nothing said, though it could have been; ");
  page.tag("a dash: nothing found. What an outlet quotes is not what it says.</p>\n");
  page.tag("<div class=\"scroll\" tabindex=\"0\" role=\"region\" ");
  page.tag("aria-label=\"Disputes by side\">\n<table class=\"matrix\">\n");
  page.tag("<caption>Disputes by side</caption>\n");
  page.tag("<thead><tr><th scope=\"col\">Dispute</th>");
  for (const std::string& side : report.sides) {
    page.tag("<th scope=\"col\">").isolated(side).tag("</th>");
  }
  page.tag("</tr></thead>\n<tbody>\n");
  for (const Question* question : report.disputes) {
    page.tag("<tr><th scope=\"row\"><a href=\"#").text(anchor_name(*question)).tag("\">");
    page.isolated(question->title).tag("</a><small>").text(to_string(question->type));
    page.tag("</small></th>");
    for (const std::string& side : report.sides) {
      add_cell(page, report, *question, side);
    }
    page.tag("</tr>\n");
  }
  page.tag("</tbody></table></div>\n");
}

void add_overview(Html& page, const Arranged& report) {
  page.tag("<section id=\"overview\">\n<h2>Overview</h2>\n");
  if (report.presented.questions.empty()) {
    page.tag("<p class=\"empty\">").text(nothing_to_show(report.presented)).tag("</p>\n");
  } else if (report.disputes.empty()) {
    page.tag("<p class=\"empty\">No two voices give answers in conflict. The questions that ");
    page.tag("they answer alike, or that cannot be decided, stand below.</p>\n");
  } else {
    add_matrix(page, report);
  }
  page.tag("</section>\n");
}

void add_questions(Html& page, const std::vector<const Question*>& questions,
                   Citations& citations) {
  for (const Question* question : questions) {
    add_question(page, *question, citations);
  }
}

void add_disputes(Html& page, const Arranged& report, Citations& citations) {
  if (!report.disputes.empty()) {
    page.tag("<section id=\"disputes\">\n<h2>Disputes</h2>\n");
    page.tag("<p class=\"hint\">A solid rule beside a quotation: the author’s words. ");
    page.tag("A dashed rule: words that the article attributes to somebody. ");
    page.tag("Marked words are the claim itself.</p>\n");
    add_questions(page, report.disputes, citations);
    page.tag("</section>\n");
  }
  if (!report.inconsistencies.empty()) {
    page.tag("<section id=\"inconsistencies\">\n<h2>One voice against itself</h2>\n");
    page.tag("<p class=\"hint\">The same voice gives answers that do not fit together. ");
    page.tag("That is no dispute between accounts.</p>\n");
    add_questions(page, report.inconsistencies, citations);
    page.tag("</section>\n");
  }
}

void add_others(Html& page, const Arranged& report, Citations& citations) {
  if (count_other(report) == 0) {
    return;
  }
  page.tag("<section id=\"others\">\n<h2>Other questions</h2>\n");
  for (const Verdict verdict : {Verdict::same, Verdict::compatible, Verdict::undecidable}) {
    const auto& group = report.others[static_cast<std::size_t>(verdict)];
    if (group.empty()) {
      continue;
    }
    page.tag("<details class=\"group\"><summary>");
    page.tag(verdict == Verdict::same         ? "The same answer"
             : verdict == Verdict::compatible ? "Compatible answers"
                                              : "Undecidable");
    page.tag(" <span class=\"count\">").number(group.size()).tag("</span></summary>\n");
    add_questions(page, group, citations);
    page.tag("</details>\n");
  }
  page.tag("</section>\n");
}

std::vector<const Account*> accounts_by_side(const Arranged& report) {
  std::vector<const Account*> accounts;
  for (const Account& account : report.presented.accounts) {
    accounts.push_back(&account);
  }
  std::ranges::sort(accounts, [](const Account* a, const Account* b) {
    return std::tie(a->side, a->outlet, a->published, a->path) <
           std::tie(b->side, b->outlet, b->published, b->path);
  });
  return accounts;
}

void add_articles(Html& page, const Arranged& report) {
  std::map<std::string_view, std::string_view> titles;
  for (const Article& article : report.presented.articles) {
    if (article.metadata.title) {
      titles[article.id] = *article.metadata.title;
    }
  }
  page.tag("<section id=\"articles\">\n<h2>Articles</h2>\n<div class=\"scroll\" tabindex=\"0\" ");
  page.tag("role=\"region\" aria-label=\"Articles\">\n<table class=\"articles\">\n<caption>");
  page.tag("Every article that was read.</caption>\n<thead><tr><th scope=\"col\">Article</th>");
  page.tag("<th scope=\"col\">Outlet</th><th scope=\"col\">Side</th>");
  page.tag("<th scope=\"col\">Date</th></tr></thead>\n<tbody>\n");
  for (const Account* account : accounts_by_side(report)) {
    page.tag("<tr><th scope=\"row\">");
    if (const auto title = titles.find(account->article); title != titles.end()) {
      page.isolated(title->second);
    }
    page.tag("<code>").isolated(account->path).tag("</code></th><td>").isolated(account->outlet);
    page.tag("</td><td>").isolated(account->side).tag("</td><td>");
    page.isolated(account->published.value_or("not known")).tag("</td></tr>\n");
  }
  page.tag("</tbody></table></div>\n</section>\n");
}

void add_about(Html& page) {
  page.tag("<section id=\"about\">\n<h2>About this page</h2>\n<p>Parallax read the articles ");
  page.tag("listed above and put their statements side by side. It <b>attributes and compares; ");
  page.tag(
      "it does not judge</b>: it does not say what is true, score bias, rank outlets or call ");
  page.tag(
      "anything propaganda. Which words are whose is part of every statement: what an outlet ");
  page.tag("reports is not what it says.</p>\n<p>The reading is done by a program whose rules ");
  page.tag("were made for English news. It overlooks things and misreads others, and machine ");
  page.tag("translation makes it do so more often. Every statement therefore carries the file ");
  page.tag("and the bytes it was taken from: check there before you rely on it. ");
  page.tag("That a side is silent here means that nothing was found in these articles, ");
  page.tag("and no more.</p>\n<p>This page is one file. It loads nothing and sends nothing.</p>\n");
  page.tag("</section>\n");
}

}  // namespace

std::string report_as_html(const Report& report) {
  const Arranged arranged = arrange(report.presented);
  Citations citations(report.presented);
  Html page;
  add_head(page, report.project.name);
  page.tag("<div id=\"static\">\n");
  add_title(page, arranged, report.project.name);
  page.tag("<div class=\"layout\">\n");
  add_contents(page, arranged);
  page.tag("<main>\n");
  add_overview(page, arranged);
  add_disputes(page, arranged, citations);
  add_others(page, arranged, citations);
  add_quotes(page, report.quotes);
  add_articles(page, arranged);
  add_about(page);
  page.tag("</main>\n</div>\n</div>\n<script type=\"application/json\" id=\"parallax-data\">");
  page.tag(report_data(report)).tag("</script>\n<script>").tag(web_file("app.js"));
  page.tag("</script>\n</body>\n</html>\n");
  return page.take();
}

}  // namespace parallax
