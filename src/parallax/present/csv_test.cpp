#include <doctest/doctest.h>

#include "parallax/present/sample_pile.h"

namespace parallax {

TEST_CASE("csv: a header and one row a claim") {
  CHECK(questions_as_csv(sample_pile().presented()) ==
        "question,type,scope,verdict,title,position,position_answer,answer,side,outlet,speaker,"
        "article,begin,end,source_begin,source_end,before,words,after\r\n"
        "f1,figure,cross_side,conflict,How many died in the fire at the mill,1,26,26,North,"
        "Norvel Post,,norvel-post.txt,40,61,50,71,In the fire ,26 people were killed,"
        "\", the paper wrote.\"\r\n"
        "f1,figure,cross_side,conflict,How many died in the fire at the mill,2,more than 100,"
        "more than 100,South,Radio Ombrel,Ila Tarn,radio-ombrel.html,3,28,13,38,“,"
        "More than 100 people died,\",” Ila Tarn said.\"\r\n");
}

TEST_CASE("csv: hostile cells are disarmed, nothing at all is the header alone") {
  SamplePile pile = sample_pile();
  pile.questions[0].title = "=HYPERLINK(\"x\")";
  CHECK(questions_as_csv(pile.presented()).find(",\"'=HYPERLINK(\"\"x\"\")\",") !=
        std::string::npos);
  const std::string empty = questions_as_csv({});
  CHECK(empty.starts_with("question,type,"));
  CHECK(empty.find("\r\n") == empty.size() - 2);
}

}  // namespace parallax
