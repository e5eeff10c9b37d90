#pragma once
#include <optional>
#include <vector>

#include "parallax/read/attribution/article_words.h"

namespace parallax {

/// What an article tells of the people whom it names: whether they are "he" or "she", and how they
/// are called beside their names ("the mayor, Ila Tarn").
class People {
 public:
  explicit People(const ArticleWords& words);

  /// Whether an entity may be meant by a pronoun of that gender: unless something says otherwise.
  bool goes_with(std::uint32_t entity, Gender gender) const;
  /// Whether something says so.
  bool is_known_as(std::uint32_t entity, Gender gender) const;

  /// The person whom a description stands for ("the head of state of X"): the nearest before it who
  /// is called so, else the next one behind; none where nobody is, or where the states that both
  /// name differ.
  std::optional<Id<Entity>> described(Range description) const;

 private:
  /// A name with the words beside it that say who that is.
  struct Calling {
    std::uint32_t entity = 0;
    std::uint32_t place = 0;  ///< the first token of the name
    std::vector<std::uint32_t> beside;
  };
  void read_mention(const EntityMention& mention);
  std::vector<std::uint32_t> words_beside(Range name) const;
  std::uint32_t title_before(std::uint32_t name, std::uint32_t lowest) const;
  bool hangs_on(std::uint32_t token, std::uint32_t top, std::uint32_t first) const;
  std::string_view state_of(std::uint32_t token) const;
  void vote(std::uint32_t entity, std::uint32_t token, const WordTable<Gender>& table);
  std::vector<std::uint32_t> words_of(Range range) const;
  bool is_one_person(const std::vector<std::uint32_t>& description) const;
  int score(const std::vector<std::uint32_t>& description, const Calling& calling) const;
  bool is_content(std::uint32_t token) const;
  bool shares_office(const std::vector<std::uint32_t>& one,
                     const std::vector<std::uint32_t>& other) const;

  const ArticleWords& words_;
  std::vector<int> votes_;  ///< of each entity: "he" counts up, "she" down
  std::vector<Calling> callings_;
  std::vector<std::int32_t> state_of_;  ///< of each token: the state or people in it, or -1
};

}  // namespace parallax
