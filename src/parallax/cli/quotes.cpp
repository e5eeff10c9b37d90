// `parallax quotes`
#include <algorithm>

#include "parallax/cli/commands.h"
#include "parallax/cli/opened_project.h"
#include "parallax/cli/output.h"
#include "parallax/project/speakers_called.h"
#include "parallax/project/suggest.h"

namespace parallax {
namespace {

constexpr std::size_t kSuggestions = 3;

Error unknown_speaker(std::span<const Speaker> speakers, const Arguments& arguments) {
  const std::vector<std::string> names = names_to_type(speakers);
  const std::string closest = one_of(suggest(arguments.speaker, names, kSuggestions));
  const std::string where = !arguments.outlet.empty() ? arguments.outlet
                            : !arguments.side.empty() ? arguments.side
                                                      : arguments.project;
  return {ErrorCode::not_found,
          "nobody called \"" + arguments.speaker + "\" is quoted in " + where +
              (closest.empty()
                   ? "; without --speaker, `parallax quotes " + arguments.project + "` lists who is"
                   : "; did you mean " + closest + "?"),
          arguments.speaker};
}

/// A side or an outlet that is not in the project is a slip, not an empty answer.
Result<void> check_place(const Quotes& quotes, const std::string& wanted, std::string_view what,
                         std::string OutletVoices::* member) {
  std::vector<std::string> names;
  for (const OutletVoices& outlet : quotes.outlets) {
    if (names.empty() || names.back() != outlet.*member) {
      names.push_back(outlet.*member);
    }
  }
  if (wanted.empty() || std::ranges::count(names, wanted) > 0) {
    return {};
  }
  const std::string closest = one_of(suggest(wanted, names, kSuggestions));
  return std::unexpected(Error{ErrorCode::not_found,
                               "there is no " + std::string(what) + " \"" + wanted + '"' +
                                   (closest.empty() ? "; what there is: " + one_of(names)
                                                    : "; did you mean " + closest + "?"),
                               wanted});
}

void note_missing_sides(const Quotes& quotes, const Arguments& arguments, Messages& messages) {
  const auto is_own = [](const OutletVoices& one) { return one.side == one.outlet; };
  if (quotes.outlets.size() > 1 && std::ranges::all_of(quotes.outlets, is_own)) {
    messages.note("no sides are set: each outlet is its own side; `parallax set " +
                  arguments.project +
                  " ARTICLE side=NAME`, or a parallax.toml in the pile, puts outlets together");
  }
}

Result<Quotes> wanted_quotes(Project& project, const Arguments& arguments, Messages& messages) {
  auto quotes = project.quotes();
  if (!quotes) {
    return quotes;
  }
  note_stale(project, arguments, messages);
  note_missing_sides(*quotes, arguments, messages);
  const auto side = check_place(*quotes, arguments.side, "side", &OutletVoices::side);
  const auto outlet = check_place(*quotes, arguments.outlet, "outlet", &OutletVoices::outlet);
  if (!side || !outlet) {
    return std::unexpected(side ? outlet.error() : side.error());
  }
  return narrowed(std::move(*quotes), {.side = arguments.side, .outlet = arguments.outlet});
}

}  // namespace

int run_quotes(const Arguments& arguments, Messages& messages) {
  auto project = open_project(arguments, Project::Mode::read);
  if (!project) {
    return messages.fail(project.error());
  }
  auto quotes = wanted_quotes(*project, arguments, messages);
  if (!quotes) {
    return messages.fail(quotes.error());
  }
  if (!arguments.speaker.empty()) {
    std::vector<Speaker> speakers = speakers_called(quotes->speakers, arguments.speaker);
    if (speakers.empty()) {
      return messages.fail(unknown_speaker(quotes->speakers, arguments));
    }
    quotes->speakers = std::move(speakers);
  }
  const auto written = write_stdout(
      arguments.json              ? quotes_as_json(*quotes, {})
      : arguments.speaker.empty() ? quotes_as_table(*quotes, arguments.limit, terminal_style())
                                  : said_as_list(quotes->speakers, terminal_style()));
  return written ? kSuccess : messages.fail(written.error());
}

}  // namespace parallax
