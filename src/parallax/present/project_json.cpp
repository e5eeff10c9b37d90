#include <algorithm>
#include <map>
#include <set>

#include "parallax/core/names_of_values.h"
#include "parallax/present/json_writer.h"
#include "parallax/present/present.h"
#include "parallax/present/wording.h"

namespace parallax {
namespace {

struct Outlet {
  std::string_view side;
  std::size_t articles = 0;
};

using Counts = std::map<std::string_view, std::size_t>;

void write_counts(JsonWriter& json, std::string_view key, const Counts& counts) {
  json.key(key);
  json.begin_object();
  for (const auto& [name, count] : counts) {
    json.member(name, count);
  }
  json.end_object();
}

void write_outlets(JsonWriter& json, const std::map<std::string_view, Outlet>& outlets) {
  json.key("outlets");
  json.begin_array();
  for (const auto& [name, outlet] : outlets) {
    json.begin_object();
    json.key("name");
    json.text(name);
    json.key("side");
    json.text(outlet.side);
    json.member("articles", outlet.articles);
    json.end_object();
  }
  json.end_array();
}

/// What the user should know, or may set, a line each.
std::vector<std::string> notes_on(const ProjectFacts& project,
                                  const std::set<std::string_view>& sides,
                                  const std::map<std::string_view, Outlet>& outlets) {
  std::vector<std::string> notes;
  if (outlets.empty()) {
    notes.push_back("This project holds no articles yet; `parallax add " + project.file +
                    " FOLDER` reads some.");
    return notes;
  }
  const bool no_sides = std::ranges::all_of(
      outlets, [](const auto& outlet) { return outlet.first == outlet.second.side; });
  if (no_sides && sides.size() > 1) {
    notes.push_back("No sides are set: each outlet is shown as its own side. `parallax set " +
                    project.file +
                    " ARTICLE side=NAME`, or a parallax.toml in the pile, puts outlets together.");
  }
  if (project.stale > 0) {
    notes.push_back(std::to_string(project.stale) +
                    (project.stale == 1 ? " article was" : " articles were") +
                    " read by another version of the program or its data; `parallax reread " +
                    project.file + "` reads again.");
  }
  return notes;
}

}  // namespace

std::string project_as_json(const ProjectFacts& project, std::span<const Question> questions,
                            std::span<const Account> accounts) {
  std::set<std::string_view> sides;
  std::map<std::string_view, Outlet> outlets;
  for (const Account& account : accounts) {
    sides.insert(account.side);
    Outlet& outlet = outlets[account.outlet];
    outlet.side = account.side;
    ++outlet.articles;
  }
  Counts verdicts;
  Counts types;
  for (const Question& question : questions) {
    ++verdicts[to_string(question.verdict)];
    types[to_string(question.type)] += is_dispute(question) ? 1 : 0;
  }
  std::string out;
  JsonWriter json(out, JsonWriter::Layout::one_line);
  json.begin_object();
  json.key("name");
  json.text(project.name);
  json.key("version");
  json.text(PARALLAX_VERSION);
  json.member("articles", accounts.size());
  write_outlets(json, outlets);
  json.member("sides", std::vector<std::string>(sides.begin(), sides.end()));
  write_counts(json, "verdicts", verdicts);
  write_counts(json, "types", types);
  json.member("notes", notes_on(project, sides, outlets));
  json.end_object();
  return out;
}

}  // namespace parallax
