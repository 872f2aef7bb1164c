#include "match/verbatim.h"

#include <doctest/doctest.h>

#include <string_view>
#include <vector>

#include "learn/corpus.h"

namespace faqbot::match {
namespace {

constexpr std::string_view kQuestions[] = {"does it hurt", "where can i park", "is it safe", "is it safe"};
constexpr std::uint32_t kLabels[] = {0, 1, 2, 3};

struct Taught {
  Taught() : corpus(texts()), verbatim(static_cast<std::uint32_t>(corpus.space->words())) {
    for (std::size_t i = 0; i < corpus.features.size(); ++i) verbatim.add(corpus.features[i], kLabels[i]);
  }
  static std::vector<text::Utterance> texts() {
    std::vector<text::Utterance> all;
    for (const std::string_view question : kQuestions) all.push_back(text::normalise(question));
    return all;
  }
  std::optional<std::uint32_t> find(std::string_view message) const {
    return verbatim.find(corpus.space->features(text::normalise(message)));
  }
  learn::Corpus corpus;
  Verbatim verbatim;
};

TEST_CASE("verbatim: an example is known again, whatever its case and punctuation") {
  const Taught taught;
  CHECK(taught.find("does it hurt") == 0U);
  CHECK(taught.find("  Where can I park?!") == 1U);
}

TEST_CASE("verbatim: one word more, known or not, is another message") {
  const Taught taught;
  CHECK_FALSE(taught.find("does it hurt giraffes"));
  CHECK_FALSE(taught.find("does it hurt safe"));
  CHECK_FALSE(taught.find("does it"));
  CHECK_FALSE(taught.find(""));
}

TEST_CASE("verbatim: what examples of two labels say decides nothing") {
  CHECK_FALSE(Taught().find("is it safe"));
}

}  // namespace
}  // namespace faqbot::match
