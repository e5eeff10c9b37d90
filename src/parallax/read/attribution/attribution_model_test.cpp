#include "parallax/read/attribution/attribution_model.h"

#include <doctest/doctest.h>

#include "parallax/learn/built_in_model.h"
#include "parallax/read/attribution/tagging_features.h"

namespace parallax {
namespace {

TEST_CASE("the program's own model of attribution opens, and one for no language does not") {
  const auto model = AttributionModel::built_in("en");
  REQUIRE(model.has_value());
  CHECK(model->cues().labels() == kCueLabels);
  CHECK(model->roles().labels() == kRoleLabels);
  CHECK(AttributionModel::built_in("xx").error().code == ErrorCode::not_found);
}

TEST_CASE("a damaged model of attribution is refused, and so is one of another stage") {
  const std::string_view bytes = built_in_model("attribution", "en").value();
  CHECK_FALSE(AttributionModel::open(bytes, "hy").has_value());
  CHECK_FALSE(AttributionModel::open(bytes.substr(0, bytes.size() / 2), "en").has_value());
  CHECK_FALSE(AttributionModel::open({}, "en").has_value());
  CHECK_FALSE(AttributionModel::open(built_in_model("syntax", "en").value(), "en").has_value());
}

}  // namespace
}  // namespace parallax
