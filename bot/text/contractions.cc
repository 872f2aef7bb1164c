#include "text/contractions.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace faqbot::text {
namespace {

using Row = std::pair<std::string_view, std::string_view>;

// Looked up by the first letter, so sorted by the short form.
constexpr auto kShortForms = std::to_array<Row>({
    {"abt", "about"},
    {"aint", "is not"},
    {"amnt", "am not"},
    {"appt", "appointment"},
    {"appts", "appointments"},
    {"arent", "are not"},
    {"b4", "before"},
    {"bc", "because"},
    {"btw", "by the way"},
    {"btwn", "between"},
    {"cannot", "can not"},
    {"cant", "can not"},
    {"couldnt", "could not"},
    {"couldve", "could have"},
    {"coz", "because"},
    {"cuz", "because"},
    {"defo", "definitely"},
    {"didnt", "did not"},
    {"diff", "difference"},
    {"dis", "this"},
    {"doesnt", "does not"},
    {"dont", "do not"},
    {"dunno", "do not know"},
    {"dw", "do not worry"},
    {"gimme", "give me"},
    {"gonna", "going to"},
    {"gotta", "have to"},
    {"hadnt", "had not"},
    {"hasnt", "has not"},
    {"havent", "have not"},
    {"hes", "he is"},
    {"hows", "how is"},
    {"idk", "i do not know"},
    {"im", "i am"},
    {"info", "information"},
    {"isnt", "is not"},
    {"itll", "it will"},
    {"ive", "i have"},
    {"k", "ok"},
    {"lemme", "let me"},
    {"lets", "let us"},
    {"msg", "message"},
    {"mustnt", "must not"},
    {"n", "and"},
    {"nd", "and"},
    {"neednt", "need not"},
    {"okay", "ok"},
    {"outta", "out of"},
    {"pls", "please"},
    {"plz", "please"},
    {"ppl", "people"},
    {"probs", "probably"},
    {"r", "are"},
    {"rly", "really"},
    {"shes", "she is"},
    {"shouldnt", "should not"},
    {"shouldve", "should have"},
    {"tbh", "to be honest"},
    {"thats", "that is"},
    {"theres", "there is"},
    {"theyll", "they will"},
    {"theyre", "they are"},
    {"theyve", "they have"},
    {"tho", "though"},
    {"thx", "thanks"},
    {"tmr", "tomorrow"},
    {"tmrw", "tomorrow"},
    {"u", "you"},
    {"ull", "you will"},
    {"ur", "your"},
    {"wanna", "want to"},
    {"wasnt", "was not"},
    {"werent", "were not"},
    {"weve", "we have"},
    {"whats", "what is"},
    {"whens", "when is"},
    {"wheres", "where is"},
    {"whos", "who is"},
    {"whys", "why is"},
    {"wks", "weeks"},
    {"wont", "will not"},
    {"wot", "what"},
    {"wouldnt", "would not"},
    {"wouldve", "would have"},
    {"wud", "would"},
    {"ya", "you"},
    {"youll", "you will"},
    {"youre", "you are"},
    {"youve", "you have"},
    {"yrs", "years"},
});
static_assert(std::ranges::is_sorted(kShortForms, {}, &Row::first));

constexpr std::size_t kLetters = 26;

// Where the rows of each letter begin, and where the last ones end: most words are settled by a row or two.
constexpr auto kStarts = [] {
  std::array<std::uint8_t, kLetters + 1> starts{};
  for (const Row& row : kShortForms)
    for (auto letter = static_cast<std::size_t>(row.first.front() - 'a') + 1; letter <= kLetters; ++letter)
      ++starts[letter];
  return starts;
}();

constexpr std::size_t kLongest =
    std::ranges::max(kShortForms, {}, [](const Row& row) { return row.first.size(); }).first.size();

}  // namespace

std::string_view expansion_of(std::string_view word) {
  if (word.empty() || word.size() > kLongest || word.front() < 'a' || word.front() > 'z') return {};
  const auto letter = static_cast<std::size_t>(word.front() - 'a');
  for (std::size_t i = kStarts[letter]; i < kStarts[letter + 1]; ++i)
    if (kShortForms[i].first == word) return kShortForms[i].second;
  return {};
}

}  // namespace faqbot::text
