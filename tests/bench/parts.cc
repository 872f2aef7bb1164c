// What each part of the matcher is worth: every part left out in turn.
//
// Prints a table in Markdown, one column for each set that is named:
//   bench_parts --set NAME TRAIN.csv TEST.csv     in scope / best MCC (percent)
//   bench_parts --questions KNOWLEDGE SET.tsv     right / right or offered / wrong in scope, none answered
// Messages are taken one by one, without the conversation around them.
#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "dialogue/decide.h"
#include "engine/reader.h"
#include "eval/intent_set.h"
#include "eval/question_set.h"
#include "knowledge/load.h"

namespace {

using namespace faqbot;

struct Options {
  learn::FeatureOptions features;
  match::MatcherOptions matcher;
  bool spelling = true;
  bool synonyms = true;
  bool off_topic = true;
};

struct Part {
  const char* name;
  std::function<void(Options&)> leave_out;
};

const std::vector<Part>& parts() {
  static const std::vector<Part> all = {
      {"nothing left out", [](Options&) {}},
      {"letters in twos to fours",
       [](Options& o) {
         o.features.grams_of_small = o.features.grams_of_large = {1, 0};
         o.features.word_share = 1.0F;
       }},
      {"pairs of words", [](Options& o) { o.features.pairs = false; }},
      {"nearest questions", [](Options& o) { o.matcher.parts.nearest = false; }},
      {"language of a topic's examples", [](Options& o) { o.matcher.parts.language = false; }},
      {"text of the answers (BM25)", [](Options& o) { o.matcher.parts.answers = false; }},
      {"a repeated example is sure", [](Options& o) { o.matcher.parts.verbatim = false; }},
      {"share of known words", [](Options& o) { o.matcher.parts.known_share = false; }},
      {"gap to the second topic", [](Options& o) { o.matcher.parts.gap = false; }},
      {"length", [](Options& o) { o.matcher.parts.length = false; }},
      {"weight of a topic's own examples", [](Options& o) { o.matcher.linear.positive_weight = 1.0; }},
      {"spelling repair", [](Options& o) { o.spelling = false; }},
      {"synonyms", [](Options& o) { o.synonyms = false; }},
      {"likeness to what is no topic", [](Options& o) { o.matcher.parts.background = false; }},
      {"examples of what is no topic", [](Options& o) { o.off_topic = false; }},
      {"authors' patterns, never-wordings, denied verbs",
       [](Options& o) { o.matcher.parts.handwritten = false; }},
  };
  return all;
}

std::string read_file(const char* path) {
  std::ifstream in(path);
  return {std::istreambuf_iterator<char>(in), {}};
}

double percent(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0.0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
}

std::string intents(const char* train_path, const char* test_path, const Options& options) {
  const auto train = eval::read_intent_set(read_file(train_path));
  const auto test = eval::read_intent_set(read_file(test_path));
  if (!train || !test) return "cannot be read";
  const auto scores = eval::score_intents(*train, *test, "NO_NODES_DETECTED",
                                          {options.features, options.matcher, options.spelling});
  std::array<char, 64> cell{};
  std::snprintf(cell.data(), cell.size(), "%.1f / %.1f", 100.0 * eval::in_scope_accuracy(scores.messages),
                100.0 * eval::best_threshold(scores.messages).mcc);
  return cell.data();
}

std::string questions(const char* folder, const char* path, const Options& options) {
  const auto set = eval::read_question_set(read_file(path));
  const auto loaded = knowledge::load(folder);
  if (!set || !loaded.knowledge) return "cannot be read";
  knowledge::Knowledge knowledge = *loaded.knowledge;
  if (!options.synonyms) knowledge.synonyms.clear();
  if (!options.off_topic) knowledge.off_topic.clear();
  std::optional<Lessons> lessons;
  const Reader reader(knowledge, lessons, {options.features, options.spelling});
  const match::TopicRanker ranker(knowledge, lessons->topics, lessons->corpus, options.matcher);
  std::size_t in_scope = 0, right = 0, offered = 0, wrong = 0, none = 0, answered = 0;
  for (const eval::LabelledMessage& row : *set) {
    const Reading reading = reader.read(row.message);
    const auto decision = dialogue::decide(ranker.rank(reading.typed, reading.features));
    const bool answers = decision.kind == ReplyKind::kAnswer;
    const bool holds = std::ranges::any_of(decision.topics, [&](const RankedTopic& topic) {
      return std::ranges::find(row.expected, topic.topic) != row.expected.end();
    });
    if (row.expected.empty()) {
      ++none;
      answered += answers ? 1 : 0;
      continue;
    }
    ++in_scope;
    right += answers && holds ? 1 : 0;
    wrong += answers && !holds ? 1 : 0;
    offered += decision.kind == ReplyKind::kClarify && holds ? 1 : 0;
  }
  std::array<char, 96> cell{};
  std::snprintf(cell.data(), cell.size(), "%.1f / %.1f / %.1f / %.1f", percent(right, in_scope),
                percent(right + offered, in_scope), percent(wrong, in_scope), percent(answered, none));
  return cell.data();
}

}  // namespace

int main(int argc, char** argv) {
  struct Column {
    std::string name;
    std::function<std::string(const Options&)> score;
  };
  std::vector<Column> columns;
  for (int i = 1; i < argc;) {
    const std::string_view kind = argv[i];
    if (kind == "--set" && i + 3 < argc) {
      columns.push_back({argv[i + 1], [train = argv[i + 2], test = argv[i + 3]](const Options& options) {
                           return intents(train, test, options);
                         }});
      i += 4;
    } else if (kind == "--questions" && i + 2 < argc) {
      columns.push_back({"questions", [folder = argv[i + 1], path = argv[i + 2]](const Options& options) {
                           return questions(folder, path, options);
                         }});
      i += 3;
    } else {
      std::fputs("bench_parts [--set NAME TRAIN.csv TEST.csv]… [--questions KNOWLEDGE SET.tsv]\n", stderr);
      return 2;
    }
  }
  std::printf("| left out |");
  for (const Column& column : columns) std::printf(" %s |", column.name.c_str());
  std::printf("\n| --- |");
  for (std::size_t i = 0; i < columns.size(); ++i) std::printf(" --- |");
  std::puts("");
  for (const Part& part : parts()) {
    Options options;
    part.leave_out(options);
    std::printf("| %s |", part.name);
    for (const Column& column : columns) std::printf(" %s |", column.score(options).c_str());
    std::puts("");
    std::fflush(stdout);
  }
  return 0;
}
