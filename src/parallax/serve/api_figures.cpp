#include <algorithm>
#include <set>
#include <tuple>

#include "parallax/present/json_writer.h"
#include "parallax/present/present.h"
#include "parallax/serve/api_call.h"
#include "parallax/serve/api_part.h"

namespace parallax {
namespace {

/// Figures of one counted class in one unit.
struct Group {
  std::vector<const ListedFigure*> figures;  ///< ascending
  std::set<std::string_view> sides;

  std::string_view counted() const { return figures.front()->counted; }
  std::string_view unit() const { return figures.front()->unit; }
};

/// First what most sides give numbers for; people and things before measures.
std::vector<Group> grouped(const ApiCall& call, std::span<const ListedFigure> all) {
  const std::string_view side = call.parameter("side");
  const std::string_view outlet = call.parameter("outlet");
  std::vector<Group> groups;
  for (const ListedFigure& figure : all) {
    if ((!side.empty() && figure.listed.side != side) ||
        (!outlet.empty() && figure.listed.outlet != outlet)) {
      continue;
    }
    if (groups.empty() || groups.back().counted() != figure.counted ||
        groups.back().unit() != figure.unit) {
      groups.emplace_back();
    }
    groups.back().figures.push_back(&figure);
    groups.back().sides.insert(figure.listed.side);
  }
  std::ranges::stable_sort(groups, std::ranges::greater{}, [](const Group& group) {
    return std::tuple(group.sides.size(), group.figures.size(), group.unit().empty());
  });
  return groups;
}

/// A name that is given but empty asks for figures without one.
bool asked_for(const ApiCall& call, const Group& group) {
  const auto fits = [&](std::string_view name, std::string_view value) {
    const auto wanted = call.all(name);
    return wanted.empty() || std::ranges::find(wanted, value) != wanted.end();
  };
  return fits("counted", group.counted()) && fits("unit", group.unit());
}

void write_number(JsonWriter& json, std::string_view name, std::optional<double> number) {
  json.key(name);
  if (number) {
    json.number(*number);
  } else {
    json.null();
  }
}

void write_group(JsonWriter& json, const Group& group) {
  std::optional<double> least;
  std::optional<double> most;
  for (const ListedFigure* figure : group.figures) {
    for (const auto& bound : {figure->low, figure->high}) {
      if (bound) {
        least = std::min(least.value_or(*bound), *bound);
        most = std::max(most.value_or(*bound), *bound);
      }
    }
  }
  json.begin_object();
  json.member("counted", group.counted());
  json.member("unit", group.unit());
  json.member("figures", std::uint64_t{group.figures.size()});
  json.member("sides", std::uint64_t{group.sides.size()});
  write_number(json, "least", least);
  write_number(json, "most", most);
  json.end_object();
}

std::string figures_json(std::span<const ListedFigure* const> figures) {
  std::vector<ListedFigure> shown;
  shown.reserve(figures.size());
  for (const ListedFigure* figure : figures) {
    shown.push_back(*figure);
  }
  return figures_as_json(shown);
}

}  // namespace

HttpResponse answer_figures(const ApiCall& call) {
  const auto part = ListPart::of(call);
  if (!part) {
    return ListPart::problem();
  }
  const auto all = call.projects.figures();
  if (!all) {
    return problem_of(all.error());
  }
  const std::vector<Group> groups = grouped(call, **all);
  std::vector<const ListedFigure*> figures;
  for (const Group& group : groups) {
    if (asked_for(call, group)) {
      figures.insert(figures.end(), group.figures.begin(), group.figures.end());
    }
  }
  std::string out;
  JsonWriter json(out, JsonWriter::Layout::one_line);
  json.begin_object();
  json.member("total", std::uint64_t{figures.size()});
  json.member("offset", std::uint64_t{part->begin(figures.size())});
  json.key("groups");
  json.begin_array();
  for (const Group& group : groups) {
    write_group(json, group);
  }
  json.end_array();
  json.key("figures");
  json.raw(figures_json(part->cut(std::span<const ListedFigure* const>(figures))));
  json.end_object();
  return json_response(std::move(out));
}

}  // namespace parallax
