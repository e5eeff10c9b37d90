#include "parallax/present/report_data.h"

#include "parallax/present/json_writer.h"

namespace parallax {
namespace {

/// JSON that may stand in a script element: nothing in it can end the element.
std::string for_script(std::string_view json) {
  std::string out;
  out.reserve(json.size());
  for (const char c : json) {
    if (c == '<') {
      out += "\\u003c";
    } else {
      out.push_back(c);
    }
  }
  return out;
}

}  // namespace

std::string report_data(const Report& report) {
  std::string out;
  JsonWriter json(out, JsonWriter::Layout::one_line);
  json.begin_object();
  json.key("project");
  json.raw(project_as_json(report.project, report.presented.questions, report.presented.accounts));
  json.key("articles");
  json.raw(articles_as_json(report.listed));
  json.key("questions");
  json.raw(questions_as_json(report.presented));
  json.key("quotes");
  json.raw(quotes_as_json(report.quotes, {kSpeakersInReport, kSaidInReport}));
  json.key("compared");
  json.begin_object();
  for (std::size_t i = 0; i < report.carried.size(); ++i) {
    if (!report.carried[i].empty()) {
      json.key(report.presented.articles[i].id);
      json.raw(report.carried[i]);
    }
  }
  json.end_object();
  json.end_object();
  return for_script(out);
}

}  // namespace parallax
