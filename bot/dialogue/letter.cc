#include "dialogue/letter.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>

#include "text/asking.h"
#include "text/letter.h"
#include "text/normalise.h"
#include "text/split.h"
#include "text/stop_words.h"

namespace faqbot::dialogue {
namespace {

// A topic need not be likelier: staff pass over one too many more easily than they miss one.
constexpr double kAsked = 0.4;
// What is only told, and that nobody asks about, is background unless it is clearer.
constexpr double kOnlyTold = 0.5;
constexpr double kHardlyAsked = 0.1;
// The bar where the letter would otherwise be about nothing.
constexpr double kOnlyOne = 0.3;
constexpr std::size_t kMostTopics = 6;
// What a statement says of a topic, beside a question that says the same: told things are mostly background.
constexpr double kTold = 0.6;
// ... and what a clause says of it, beside the whole part: a long sentence drowns what one clause asks.
constexpr double kClause = 0.4;
// Telling words below which a clause says nothing, and a question is none of its own ...
constexpr std::size_t kFewWords = 2;
// ... and a statement tells nothing: "I don't do anything different."
constexpr std::size_t kFewTold = 5;
// How much a question must speak of a topic by itself to be answered by it: the story before it asks nothing.
constexpr double kCovered = 0.2;
// How much the story before speaks at most in a question that leans on it.
constexpr double kMostOfStory = 0.6;
// How far back the story is looked for, and what it loses with each part and with a new paragraph.
constexpr std::size_t kFarthest = 4;
constexpr double kEachPart = 0.9;
constexpr double kOtherParagraph = 0.6;
// What is left of the leaning where the question is announced as one matter more.
constexpr double kFurther = 0.3;

using Beliefs = std::map<std::string, double>;  // probability of each topic

struct Piece {
  std::string text;
  bool asks = false;  // or says what is wanted
  bool is_further = false;
  std::size_t paragraph = 0;
  std::size_t telling_words = 0;
  Beliefs alone;
  Beliefs said;  // after what stands before it
};

Beliefs beliefs(const Ranking& ranking) {
  Beliefs found;
  for (const RankedTopic& topic : ranking.topics)
    if (is_subject(topic.topic)) found[topic.topic] = topic.confidence;
  return found;
}

double highest(const Beliefs& said) {
  double best = 0.0;
  for (const auto& [topic, confidence] : said) best = std::max(best, confidence);
  return best;
}

double belief(const Beliefs& said, const std::string& topic) {
  const auto at = said.find(topic);
  return at == said.end() ? 0.0 : at->second;
}

std::vector<std::string_view> paragraphs(std::string_view letter) {
  std::vector<std::string_view> found;
  while (!letter.empty()) {
    const std::size_t end = std::min(letter.find("\n\n"), letter.size());
    found.push_back(letter.substr(0, end));
    letter.remove_prefix(std::min(end + 2, letter.size()));
  }
  return found;
}

std::vector<Piece> pieces_of(std::string_view letter, const Rank& rank) {
  const std::string body = text::body_of(letter);
  std::vector<Piece> pieces;
  std::size_t number = 0;
  for (const std::string_view paragraph : paragraphs(body)) {
    for (text::Part& part : text::split(paragraph)) {
      if (part.kind == text::PartKind::kManners) continue;
      const bool asks = part.kind == text::PartKind::kQuestion || text::wishes(part.text);
      Piece piece{std::move(part.text), asks, part.is_further, number, 0, {}, {}};
      piece.telling_words = text::telling_words(text::normalise(piece.text));
      piece.alone = beliefs(rank(piece.text));
      pieces.push_back(std::move(piece));
    }
    ++number;
  }
  return pieces;
}

// The part before `at` that says most clearly what the story is about. REQUIRES: at > 0
std::size_t story_before(const std::vector<Piece>& pieces, std::size_t at) {
  std::size_t best = at - 1;
  double clearest = -1.0;
  double weight = 1.0;
  for (std::size_t i = at; i > 0 && at - i < kFarthest; weight *= kEachPart) {
    --i;
    const bool elsewhere = pieces[i].paragraph != pieces[at].paragraph;
    const double clear = highest(pieces[i].alone) * weight * (elsewhere ? kOtherParagraph : 1.0);
    if (clear <= clearest) continue;
    clearest = clear;
    best = i;
  }
  return best;
}

// A question behind the part before it and behind what the story is about: the less it says alone, the more
// these say.
Beliefs in_context(const std::vector<Piece>& pieces, std::size_t at, const Rank& rank) {
  constexpr double kNotWorthReading = 0.05;
  const Piece& piece = pieces[at];
  const double depends = dependence(piece.text) * (piece.is_further ? kFurther : 1.0);
  const double share = std::min(kMostOfStory, depends * (1.0 - std::pow(highest(piece.alone), 3)));
  if (at == 0 || share < kNotWorthReading) return piece.alone;
  const std::size_t story = story_before(pieces, at);
  Beliefs said;
  const auto add = [&said](const Beliefs& heard, double weight) {
    for (const auto& [topic, confidence] : heard) said[topic] += weight * confidence;
  };
  const auto behind = [&](std::size_t before) {
    return beliefs(rank(pieces[before].text + ' ' + piece.text));
  };
  add(piece.alone, 1.0 - share);
  add(behind(at - 1), story == at - 1 ? share : 0.5 * share);
  if (story != at - 1) add(behind(story), 0.5 * share);
  return said;
}

// What the piece says, and besides what its clearest clause says of each topic.
Beliefs with_clauses(Beliefs said, std::string_view text, const Rank& rank) {
  const std::vector<std::string_view> clauses = text::clauses_of(text);
  if (clauses.size() < 2) return said;
  Beliefs clearest;
  for (const std::string_view clause : clauses) {
    if (text::telling_words(text::normalise(clause)) < kFewWords) continue;
    for (const auto& [topic, confidence] : beliefs(rank(clause)))
      clearest[topic] = std::max(clearest[topic], confidence);
  }
  for (const auto& [topic, confidence] : clearest)
    said[topic] = 1.0 - (1.0 - said[topic]) * (1.0 - kClause * confidence);
  return said;
}

// A part of the letter as a witness: what it says of the topic.
double weight_of(const Piece& piece, const std::string& topic) {
  return (piece.asks ? 1.0 : kTold) * belief(piece.said, topic);
}

// The part that says most of the topic, or the first that says nearly as much.
const Piece& clearest_of(const std::vector<Piece>& pieces, const std::string& topic) {
  constexpr double kNearly = 0.9;
  const auto weight = [&](const Piece& piece) { return weight_of(piece, topic); };
  const double most = weight(*std::ranges::max_element(pieces, {}, weight));
  return *std::ranges::find_if(pieces, [&](const Piece& piece) { return weight(piece) >= kNearly * most; });
}

struct Heard {
  double asked = 0.0;  // what the questions say of a topic ...
  double told = 0.0;   // ... and what is merely told

  double sum() const { return 1.0 - (1.0 - asked) * (1.0 - told); }
  bool is_asked() const { return asked >= kHardlyAsked; }
  double bar() const { return is_asked() ? kAsked : kOnlyTold; }
};

using Sum = std::map<std::string, Heard>;  // of each topic

// Each part may be wrong independently of the others: noisy or. Statements of fewer telling words are not
// heard.
Sum added_up(const std::vector<Piece>& pieces, std::size_t fewest_told) {
  Sum sum;
  for (const Piece& piece : pieces) {
    if (!piece.asks && piece.telling_words < fewest_told) continue;
    for (const auto& [topic, confidence] : piece.said) {
      double& heard = piece.asks ? sum[topic].asked : sum[topic].told;
      heard = 1.0 - (1.0 - heard) * (1.0 - weight_of(piece, topic));
    }
  }
  return sum;
}

// The likely ones, likeliest first.
std::vector<RankedTopic> likely(const Sum& sum) {
  std::vector<RankedTopic> topics;
  for (const auto& [topic, heard] : sum)
    if (heard.sum() >= heard.bar()) topics.push_back({topic, heard.sum(), 0.0});
  std::ranges::stable_sort(topics, std::greater{}, &RankedTopic::confidence);
  if (topics.size() > kMostTopics) topics.resize(kMostTopics);
  return topics;
}

// The likeliest of all, where no other is likely; every statement is heard.
std::vector<RankedTopic> likeliest(const Sum& sum) {
  const auto most = std::ranges::max_element(sum, {}, [](const auto& each) { return each.second.sum(); });
  if (most == sum.end() || most->second.sum() < kOnlyOne) return {};
  return {{most->first, most->second.sum(), 0.0}};
}

}  // namespace

std::vector<LetterQuestion> questions_of_letter(std::string_view letter, const Rank& rank) {
  std::vector<Piece> pieces = pieces_of(letter, rank);
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    Beliefs said = pieces[i].asks ? in_context(pieces, i, rank) : pieces[i].alone;
    pieces[i].said = with_clauses(std::move(said), pieces[i].text, rank);
  }
  Sum heard = added_up(pieces, kFewTold);
  std::vector<RankedTopic> topics = likely(heard);
  if (topics.empty()) {
    heard = added_up(pieces, kFewWords);
    topics = likeliest(heard);
  }
  std::map<std::string, const Piece*> clearest;  // of each topic
  for (const RankedTopic& topic : topics) clearest[topic.topic] = &clearest_of(pieces, topic.topic);
  std::vector<LetterQuestion> questions;
  for (const Piece& piece : pieces) {
    bool is_covered = false;
    for (const RankedTopic& topic : topics) {
      is_covered = is_covered || belief(piece.alone, topic.topic) >= kCovered;
      if (clearest[topic.topic] == &piece)
        questions.push_back({piece.text, topic.topic, topic.confidence, heard.at(topic.topic).is_asked()});
    }
    if (!is_covered && text::asks(piece.text) && piece.telling_words >= kFewWords)
      questions.push_back({piece.text, {}, 0.0});
  }
  return questions;
}

}  // namespace faqbot::dialogue
