#include "eval/intent_set.h"

#include <algorithm>
#include <chrono>
#include <unordered_map>

#include "learn/corpus.h"
#include "match/matcher.h"
#include "text/csv.h"
#include "text/normalise.h"
#include "text/spelling.h"

namespace faqbot::eval {
namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

double median(std::vector<double> values) {
  if (values.empty()) return 0.0;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::ranges::nth_element(values, middle);
  return *middle;
}

}  // namespace

Result<std::vector<LabelledSentence>> read_intent_set(std::string_view csv) {
  auto rows = text::read_csv(csv);
  if (!rows) return rows.error();
  if (rows->empty()) return Error{"the file is empty; it needs a header line: sentence,label"};
  const auto& header = rows->front().fields;
  const auto sentence = static_cast<std::size_t>(std::ranges::find(header, "sentence") - header.begin());
  const auto label = static_cast<std::size_t>(std::ranges::find(header, "label") - header.begin());
  if (sentence == header.size() || label == header.size())
    return Error{"line 1: the header must name the columns sentence and label"};
  std::vector<LabelledSentence> set;
  for (std::size_t i = 1; i < rows->size(); ++i) {
    auto& row = (*rows)[i];
    if (row.fields.size() <= std::max(sentence, label))
      return Error{"line " + std::to_string(row.line) + ": a row needs a sentence and a label"};
    set.push_back({std::move(row.fields[sentence]), std::move(row.fields[label])});
  }
  return set;
}

IntentScores score_intents(const std::vector<LabelledSentence>& train,
                           const std::vector<LabelledSentence>& test, std::string_view none,
                           const IntentOptions& options) {
  IntentScores scores;
  const auto started = Clock::now();
  std::unordered_map<std::string, std::uint32_t> numbers;
  std::vector<std::string> labels;
  std::vector<text::Utterance> texts;
  match::TrainingSet set;
  for (const LabelledSentence& row : train) {
    const auto [at, is_new] = numbers.try_emplace(row.label, static_cast<std::uint32_t>(labels.size()));
    if (is_new) labels.push_back(row.label);
    set.examples.push_back(static_cast<std::uint32_t>(texts.size()));
    set.labels_of.push_back(at->second);
    texts.push_back(text::normalise(row.sentence));
  }
  set.labels = set.topics = scores.labels = labels.size();
  const text::Spelling spelling = options.spelling ? text::Spelling(texts) : text::Spelling();
  const learn::Corpus corpus(std::move(texts), options.features);
  const match::Matcher matcher = match::Matcher::train(set, corpus, options.matcher);
  scores.train_seconds = seconds_since(started);
  scores.own_threshold = match::Matcher::threshold();

  std::vector<double> times;
  for (const LabelledSentence& row : test) {
    const auto asked = Clock::now();
    text::Utterance utterance = text::normalise(row.sentence);
    spelling.repair(utterance);
    const match::Match match = matcher.match(corpus.space->features(utterance));
    times.push_back(seconds_since(asked) * 1e6);
    Judged judged{row.label == none ? std::string{} : row.label, {}, match.belongs, 0.0};
    if (!match.candidates.empty()) {
      judged.predicted = labels[match.candidates.front().label];
      judged.confidence = match.candidates.front().confidence;
    }
    scores.messages.push_back(std::move(judged));
  }
  scores.microseconds_per_question = median(std::move(times));
  return scores;
}

}  // namespace faqbot::eval
