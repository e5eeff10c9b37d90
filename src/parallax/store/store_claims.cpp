#include "parallax/core/names_of_values.h"
#include "parallax/store/store_state.h"

namespace parallax {
namespace {

constexpr char kPutClaim[] = R"sql(
INSERT INTO claims VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16,
                           ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28)
)sql";

constexpr char kClaims[] = R"sql(
SELECT a.id, type, subject, place, patient, actor, site, happened_earliest, happened_latest,
       happened_inferred, low, high, approximate, unit, scope_days, when_earliest, when_latest, word,
       polarity, answer, speaker, c.text_version, "begin", "end", words, before, after
FROM claims c JOIN articles a ON a.number = c.article
ORDER BY a.path, a.id, c.ordinal
)sql";

std::optional<std::int64_t> number_of(const std::optional<Day>& day) {
  return day ? std::optional<std::int64_t>(day->number) : std::nullopt;
}

/// Some ten thousand years from 1970: what lies beyond can only stand in a damaged file, and counts
/// as unknown.
constexpr std::int64_t kFarthestDay = 4'000'000;

std::optional<Day> day_at(const Statement& row, int column) {
  const std::int64_t number = row.integer(column);
  const bool known = !row.is_null(column) && number >= -kFarthestDay && number <= kFarthestDay;
  return known ? std::optional(Day{static_cast<std::int32_t>(number)}) : std::nullopt;
}

Interval interval_at(const Statement& row, int column) {
  return {day_at(row, column), day_at(row, column + 1)};
}

std::optional<double> real_at(const Statement& row, int column) {
  return row.is_null(column) ? std::nullopt : std::optional(row.real(column));
}

Claim claim_at(const Statement& row) {
  Claim claim;
  claim.type = from_string<QuestionType>(row.text(1)).value_or(QuestionType::figure);
  claim.topic = {.subject = row.string(2),
                 .place = row.string(3),
                 .patient = row.string(4),
                 .actor = row.string(5),
                 .site = row.string(6),
                 .when = interval_at(row, 7),
                 .when_inferred = row.integer(9) != 0};
  claim.value = {.low = real_at(row, 10),
                 .high = real_at(row, 11),
                 .approximate = row.integer(12) != 0,
                 .unit = row.string(13),
                 .scope_days = real_at(row, 14),
                 .when = interval_at(row, 15),
                 .word = row.string(17),
                 .polarity = from_string<Polarity>(row.text(18)).value_or(Polarity::positive)};
  claim.answer = row.string(19);
  claim.speaker = row.optional_string(20);
  claim.anchor = {.article = row.string(0),
                  .text_version = row.string(21),
                  .span = {static_cast<std::uint32_t>(row.integer(22)),
                           static_cast<std::uint32_t>(row.integer(23))},
                  .words = row.string(24),
                  .before = row.string(25),
                  .after = row.string(26)};
  return claim;
}

}  // namespace

Result<void> put_claims(Database& database, std::int64_t article, std::span<const Claim> claims) {
  auto insert = database.prepare(kPutClaim);
  if (!insert) {
    return std::unexpected(insert.error());
  }
  std::uint32_t ordinal = 0;
  for (const Claim& claim : claims) {
    // A field that is added to a record does not compile here until the table has a column for it.
    const auto& [type, topic, value, answer, speaker, anchor] = claim;
    const auto& [subject, place, patient, actor, site, happened, happened_inferred] = topic;
    const auto& [low, high, approximate, unit, scope_days, when, word, polarity] = value;
    const auto& [id, text_version, span, quoted, before, after] = anchor;
    insert->bind_all(article, ordinal++, to_string(type), subject, place, patient, actor, site,
                     number_of(happened.earliest), number_of(happened.latest), happened_inferred,
                     low, high, approximate, unit, scope_days, number_of(when.earliest),
                     number_of(when.latest), word, to_string(polarity), answer, speaker,
                     text_version, span.begin, span.end, quoted, before, after);
    if (auto put = insert->run(); !put) {
      return put;
    }
  }
  return {};
}

Result<std::vector<Claim>> Store::claims() {
  std::vector<Claim> all;
  const auto count = state_->database.number("SELECT count(*) FROM claims");
  if (!count) {
    return std::unexpected(count.error());
  }
  all.reserve(static_cast<std::size_t>(*count));  // there may be half a million
  const auto read = each_row(state_->database, kClaims,
                             [&](const Statement& row) { all.push_back(claim_at(row)); });
  if (!read) {
    return std::unexpected(read.error());
  }
  return all;
}

}  // namespace parallax
