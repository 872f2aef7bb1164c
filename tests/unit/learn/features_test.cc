#include "learn/features.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string_view>
#include <vector>

#include "learn/corpus.h"

namespace faqbot::learn {
namespace {

Corpus corpus(const std::vector<std::string_view>& texts) {
  std::vector<text::Utterance> utterances;
  for (const std::string_view text : texts) utterances.push_back(text::normalise(text));
  return Corpus(std::move(utterances));
}

Corpus small() {
  return corpus({"does the treatment hurt", "will it hurt", "how long is the session",
                 "how much is the session", "where can i park", "is there parking"});
}

Features features(const Corpus& of, std::string_view message) {
  return of.space->features(text::normalise(message));
}

double cosine(const SparseVector& a, const SparseVector& b) {
  double sum = 0;
  for (const Entry& entry : a) {
    const auto at = std::ranges::lower_bound(b, entry.feature, {}, &Entry::feature);
    if (at != b.end() && at->feature == entry.feature)
      sum += static_cast<double>(entry.value) * static_cast<double>(at->value);
  }
  return sum;
}

TEST_CASE("features: a vector is sorted, each feature once, of unit length") {
  const Corpus known = small();
  for (const std::string_view message :
       {"does the treatment hurt", "how long how long", "parking and the session"}) {
    CAPTURE(message);
    const SparseVector vector = features(known, message).vector;
    CHECK(std::ranges::adjacent_find(vector, std::greater_equal{}, &Entry::feature) == vector.end());
    CHECK(
        std::ranges::all_of(vector, [&](const Entry& entry) { return entry.feature < known.space->size(); }));
    CHECK(cosine(vector, vector) == doctest::Approx(1.0));
  }
}

TEST_CASE("features: an example looks the same in training and when it is asked") {
  const Corpus known = small();
  for (std::size_t i = 0; i < known.texts.size(); ++i) {
    const Features again = known.space->features(known.texts[i]);
    CHECK(cosine(again.vector, known.features[i].vector) == doctest::Approx(1.0));
    CHECK(known.space->known_share(again) == doctest::Approx(1.0));
  }
}

TEST_CASE("features: stems come first, then pairs, then letters") {
  const Corpus known = small();
  CHECK(known.space->stems() > 0);
  CHECK(known.space->stems() < known.space->words());
  CHECK(known.space->words() < known.space->size());
}

TEST_CASE("features: an ending more or a letter less stays near, another question does not") {
  const Corpus known = small();
  const SparseVector hurt = features(known, "does the treatment hurt").vector;
  const SparseVector other = features(known, "where can i park").vector;
  for (const std::string_view message : {"do the treatments hurt", "does the treatmnt hurt"}) {
    CAPTURE(message);
    CHECK(cosine(features(known, message).vector, hurt) > 0.5);
    CHECK(cosine(features(known, message).vector, other) < 0.2);
  }
}

TEST_CASE("features: the order of words is heard") {
  const Corpus known = corpus({"hurt before treatment", "treatment before hurt", "park here", "park there"});
  CHECK(cosine(known.features[0].vector, known.features[1].vector) < 0.99);
}

TEST_CASE("features: rare words weigh more than common ones") {
  const Corpus known = corpus({"the session", "the price", "the session", "the session"});
  const auto weight = [&](std::string_view word) {
    const auto vector = features(known, word).vector;
    REQUIRE_FALSE(vector.empty());
    return known.space->idf(vector.front().feature);
  };
  CHECK(weight("price") > weight("session"));
  CHECK(weight("session") > weight("the"));
}

TEST_CASE("features: the known share falls with every stranger's word") {
  const Corpus known = small();
  const double all = known.space->known_share(features(known, "does the treatment hurt"));
  const double most = known.space->known_share(features(known, "does the treatment hurt giraffes"));
  const double few = known.space->known_share(features(known, "the quantum giraffes sing"));
  CHECK(all == doctest::Approx(1.0));
  CHECK(most < all);
  CHECK(few < most);
  CHECK(known.space->known_share(features(known, "quantum giraffes")) == 0.0);
}

TEST_CASE("features: a guessed word is known, though not as surely as a typed one") {
  const Corpus known = small();
  text::Utterance guessed = text::normalise("does the treatment hurt");
  guessed.guessed = 1;
  const double share = known.space->known_share(known.space->features(guessed));
  CHECK(share < 1.0);
  CHECK(share > known.space->known_share(features(known, "does the xyzzyplugh hurt")));
}

TEST_CASE("features: nothing known and nothing said are empty") {
  const Corpus known = small();
  CHECK(features(known, "").vector.empty());
  CHECK(features(known, "\xE6\x8C\x89").vector.empty());
  CHECK(known.space->known_share(features(known, "")) == 0.0);
}

TEST_CASE("features: rescaling brings what is left back to unit length") {
  const Corpus known = small();
  SparseVector vector = features(known, "does the treatment hurt").vector;
  vector.erase(vector.begin());
  known.space->rescale(vector);
  CHECK(cosine(vector, vector) == doctest::Approx(1.0));
}

TEST_CASE("features: a large set leaves out what occurs once or twice, and keeps every stem") {
  FeatureOptions options;
  std::vector<text::Utterance> texts;
  for (const std::string_view text : {"does it hurt", "does it help", "where to park"})
    texts.push_back(text::normalise(text));
  const Corpus all(texts, options);
  options.large_set = 3;
  const Corpus pruned(texts, options);
  CHECK(pruned.space->stems() == all.space->stems());
  CHECK(pruned.space->size() < all.space->size());
}

}  // namespace
}  // namespace faqbot::learn
