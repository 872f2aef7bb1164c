#include "text/contractions.h"

#include <algorithm>
#include <array>
#include <utility>

namespace faqbot::text {
namespace {

using Row = std::pair<std::string_view, std::string_view>;

// Looked up by halving, so sorted by the short form.
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

}  // namespace

std::string_view expansion_of(std::string_view word) {
  const auto at = std::ranges::lower_bound(kShortForms, word, {}, &Row::first);
  return at != kShortForms.end() && at->first == word ? at->second : std::string_view{};
}

}  // namespace faqbot::text
