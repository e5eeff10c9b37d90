#include <algorithm>

#include "parallax/compare/gather.h"

namespace parallax {
namespace {

constexpr std::size_t kTitleReach =
    7;  // tokens between a title and the name: "the governor of the upper valley, Ila Tarn"

class TitleGatherer {
 public:
  TitleGatherer(const ArticleView& view, std::vector<Claim>& out) : view_(view), out_(out) {}

  void gather() {
    for (const Sentence& sentence : view_.analysis().sentences) {
      const auto [first, end] = view_.tokens_in(sentence.span);
      const std::span<const Word> words = view_.lower_words(end);
      for (std::size_t i = first; i < end;) {
        const auto title = view_.rules().role_titles.match(words, i);
        if (!title) {
          ++i;
          continue;
        }
        add(i, i + title->tokens, end, view_.rules().titles[title->value]);
        i += title->tokens;
      }
    }
  }

 private:
  void add(std::size_t first, std::size_t after, std::size_t end, const std::string& title) {
    const auto& tokens = view_.analysis().tokens;
    const std::size_t last = std::min(end, after + kTitleReach);
    const Span reach{tokens[after - 1].span.end, tokens[last - 1].span.end};
    for (const MentionView& m : view_.mentions_in(reach)) {
      if (view_.analysis().entities[m.entity].type != EntityType::person) {
        continue;
      }
      push({tokens[first].span.begin, m.span.end}, tokens[first].span, title, m);
      return;
    }
  }

  void push(Span span, Span title_span, const std::string& title, const MentionView& person) {
    const Label* distance = nullptr;
    for (const Label& label : view_.analysis().labels) {
      if (label.span.overlaps(title_span)) {
        distance = &label;
      }
    }
    if (distance != nullptr) {
      span.begin = std::min(span.begin, distance->span.begin);
    }
    Claim claim =
        view_.claim(QuestionType::characterisation, span, voice_at(view_.analysis(), span));
    claim.topic.subject = "title:" + title;
    claim.topic.patient = view_.key_of(person.entity);
    claim.topic.actor = view_.analysis().entities[person.entity].name;
    claim.value.word = distance != nullptr ? "so-called" : "plain";
    claim.answer = distance != nullptr ? "so-called “" + title + "”" : title;
    out_.push_back(std::move(claim));
  }

  const ArticleView& view_;
  std::vector<Claim>& out_;
};

}  // namespace

void gather_titles(const ArticleView& view, std::vector<Claim>& out) {
  TitleGatherer(view, out).gather();
}

}  // namespace parallax
