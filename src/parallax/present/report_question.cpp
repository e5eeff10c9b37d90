#include "parallax/present/report_question.h"

#include <algorithm>

#include "parallax/core/hash.h"
#include "parallax/core/names_of_values.h"
#include "parallax/present/wording.h"

namespace parallax {
namespace {

/// More claims than these of one position are folded away.
constexpr std::size_t kClaimsShown = 6;

bool is_plain_name(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  });
}

std::string_view heading_of_reasons(Verdict verdict) {
  switch (verdict) {
    case Verdict::conflict:
      return "Why the answers are in conflict";
    case Verdict::compatible:
      return "Why the answers are compatible";
    case Verdict::same:
      return "Why the answers are the same";
    case Verdict::undecidable:
      return "Why this cannot be decided";
  }
  return {};
}

void add_voice(Html& page, const Voice& voice) {
  if (voice.speaker) {
    page.tag("<b>").isolated(*voice.speaker).tag("</b> in ").isolated(voice.outlet);
  } else {
    page.tag("<b>").isolated(voice.outlet).tag("</b>, author");
  }
  if (!voice.side.empty() && voice.side != voice.outlet) {
    page.tag(" · <span class=\"side\">").isolated(voice.side).tag("</span>");
  }
}

/// The block takes its direction from its own text, which `bdi` inside it would hide; it also ends
/// what the text turns around.
void add_quotation(Html& page, const Citation& citation, const Voice& voice) {
  page.tag("<blockquote dir=\"auto\"");
  if (!citation.language.empty()) {
    page.tag(" lang=\"").text(citation.language).tag("\"");
  }
  page.tag("><p>").tag(citation.cut_before ? "… " : "").text(citation.before);
  page.tag("<mark title=\"").tag(voice.speaker ? "quoting " : "");
  page.text(speaker_in_words(voice)).tag("\">").text(citation.words).tag("</mark>");
  page.text(citation.after).tag(citation.cut_after ? " …" : "").tag("</p></blockquote>\n");
}

void add_claim(Html& page, const PositionClaim& stated, const Position& position,
               Citations& citations) {
  const Citation citation = citations.cite(stated.claim);
  page.tag(stated.voice.speaker ? "<figure class=\"claim quoted\">" : "<figure class=\"claim\">");
  page.tag("\n");
  add_quotation(page, citation, stated.voice);
  page.tag("<figcaption><span class=\"voice\">");
  add_voice(page, stated.voice);
  page.tag("</span>");
  if (!stated.claim.answer.empty() && stated.claim.answer != position.answer) {
    page.tag(" <span class=\"answer\">answers: ").isolated(stated.claim.answer).tag("</span>");
  }
  page.tag(" <span class=\"place\"><code>").isolated(citation.path).tag("</code>");
  if (const std::string place = place_in_words(citation); !place.empty()) {
    page.tag(" ").text(place);
  }
  if (!citation.published.empty()) {
    page.tag(" · <span class=\"date\">").isolated(citation.published).tag("</span>");
  }
  page.tag("</span></figcaption></figure>\n");
}

void add_position(Html& page, const Position& position, std::size_t index, Citations& citations) {
  page.tag("<section class=\"position\">\n<h4>");
  add_letter(page, index);
  page.tag(" ").isolated(position.answer).tag("</h4>\n");
  page.tag("<p class=\"count\">").text(counted(position.claims.size(), "claim", "claims"));
  if (const std::string copies = copies_in_words(position); !copies.empty()) {
    page.text(" in " + copies);
  }
  page.tag("</p>\n");
  for (std::size_t i = 0; i < position.claims.size(); ++i) {
    if (i == kClaimsShown) {
      page.tag("<details class=\"more\"><summary>");
      page.text(counted(position.claims.size() - i, "more claim", "more claims"));
      page.tag("</summary>\n");
    }
    add_claim(page, position.claims[i], position, citations);
  }
  page.tag(position.claims.size() > kClaimsShown ? "</details>\n" : "").tag("</section>\n");
}

void add_kind(Html& page, const Question& question) {
  page.tag("<p class=\"kind\"><span>").text(to_string(question.type)).tag("</span> <span>");
  page.text(to_string(question.verdict)).tag("</span> <span>").text(in_words(question.scope));
  page.tag("</span></p>\n");
}

void add_key(Html& page, const Question& question) {
  const auto is_said = [](const auto& entry) { return !entry.second.empty(); };
  if (std::ranges::none_of(question.key, is_said)) {
    return;
  }
  page.tag("<dl class=\"key\">");
  for (const auto& [name, value] : question.key) {
    if (value.empty()) {
      continue;
    }
    page.tag("<div><dt>").isolated(name).tag("</dt><dd>").isolated(value).tag("</dd></div>");
  }
  page.tag("</dl>\n");
}

void add_reasons(Html& page, const Question& question) {
  if (question.why.empty()) {
    return;
  }
  page.tag("<div class=\"reasons\"><h4>").text(heading_of_reasons(question.verdict));
  page.tag("</h4><ul>");
  for (const std::string& reason : question.why) {
    page.tag("<li>").isolated(reason).tag("</li>");
  }
  page.tag("</ul></div>\n");
}

void add_silent(Html& page, const Question& question) {
  if (question.silent.empty()) {
    return;
  }
  page.tag("<p class=\"silent-outlets\"><b>Silent:</b> ");
  for (std::size_t i = 0; i < question.silent.size(); ++i) {
    page.tag(i == 0 ? "" : ", ").isolated(question.silent[i]);
  }
  page.tag("</p>\n");
}

}  // namespace

std::string anchor_name(const Question& question) {
  return "q-" + (is_plain_name(question.id) ? question.id : hash_hex(question.id));
}

void add_letter(Html& page, std::size_t position) {
  constexpr std::size_t kColours = 6;
  page.tag("<span class=\"letter p").number(position % kColours).tag("\">");
  page.text(position_letter(position)).tag("</span>");
}

void add_question(Html& page, const Question& question, Citations& citations) {
  page.tag("<article class=\"question\" id=\"").text(anchor_name(question)).tag("\">\n");
  add_kind(page, question);
  page.tag("<h3>").isolated(question.title).tag("</h3>\n");
  add_key(page, question);
  page.tag("<div class=\"positions\">\n");
  for (std::size_t i = 0; i < question.positions.size(); ++i) {
    add_position(page, question.positions[i], i, citations);
  }
  page.tag("</div>\n");
  add_reasons(page, question);
  add_silent(page, question);
  page.tag("</article>\n");
}

}  // namespace parallax
