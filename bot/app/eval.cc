#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

#include "app/commands.h"
#include "app/eval_talks.h"
#include "app/figures.h"
#include "app/open_engine.h"
#include "eval/intent_set.h"
#include "eval/question_set.h"
#include "text/csv.h"

namespace faqbot::app {
namespace {

using nlohmann::ordered_json;

struct Options {
  std::string train;
  std::string test;
  std::string none = "NO_NODES_DETECTED";
  std::string questions;
  std::string dialogues;
  std::string enquiries;
  std::string folder = default_knowledge();
  std::string predictions;
  bool json = false;
};

ordered_json json_of(const eval::AtThreshold& at) {
  return {{"threshold", at.threshold},
          {"accuracy", at.accuracy},
          {"in_scope_accuracy", at.in_scope_accuracy},
          {"out_of_scope_recall", at.out_of_scope_recall},
          {"mcc", at.mcc}};
}

ordered_json json_of(const std::vector<eval::Reliability>& bins) {
  ordered_json rows = ordered_json::array();
  for (const eval::Reliability& bin : bins)
    rows.push_back({{"from", bin.from},
                    {"to", bin.to},
                    {"messages", bin.messages},
                    {"mean_confidence", bin.mean_confidence},
                    {"right", bin.right}});
  return rows;
}

int eval_intents(const Options& options) {
  const auto train = read_set(options.train, eval::read_intent_set);
  if (!train) return fail(train.error().message);
  const auto test = read_set(options.test, eval::read_intent_set);
  if (!test) return fail(test.error().message);
  if (train->empty()) return fail(options.train + ": holds no training sentence");
  const eval::IntentScores scores = eval::score_intents(*train, *test, options.none);
  const eval::AtThreshold own = eval::score_at(scores.messages, scores.own_threshold);
  report({{"in_scope_accuracy", eval::in_scope_accuracy(scores.messages)},
          {"own_threshold", json_of(own)},
          {"best_threshold", json_of(eval::best_threshold(scores.messages))},
          {"auc", eval::area_under_curve(scores.messages)},
          {"train_seconds", scores.train_seconds},
          {"microseconds_per_question", scores.microseconds_per_question},
          {"questions", scores.messages.size()},
          {"labels", scores.labels},
          {"reliability", json_of(eval::reliability(scores.messages))}},
         options.json);
  if (options.predictions.empty()) return kGood;
  std::ofstream out(options.predictions);
  out << "sentence,label,predicted,score,accepted\n";
  for (std::size_t i = 0; i < test->size(); ++i) {
    const eval::Judged& judged = scores.messages[i];
    out << text::csv_field((*test)[i].sentence) << ',' << text::csv_field((*test)[i].label) << ','
        << text::csv_field(judged.predicted) << ',' << judged.score << ','
        << (judged.score >= scores.own_threshold ? "true" : "false") << '\n';
  }
  return out ? kGood : fail(options.predictions + ": cannot be written");
}

ordered_json json_of(const eval::QuestionCounts& counts) {
  return {{"right", counts.right},
          {"offered", counts.offered},
          {"wrong", counts.wrong},
          {"missed", counts.missed},
          {"declined", counts.declined},
          {"asked", counts.asked},
          {"answered", counts.answered},
          {"flagged", counts.flagged},
          {"flagged_other_level", counts.flagged_other_level},
          {"not_flagged", counts.not_flagged},
          {"false_alarms", counts.false_alarms}};
}

int eval_questions(const Options& options) {
  const auto set = read_set(options.questions, eval::read_question_set);
  if (!set) return fail(set.error().message);
  const auto engine = open_engine(options.folder, "eval");
  if (!engine) return kProblems;
  const eval::QuestionScores scores = eval::score_questions(*engine, *set);
  ordered_json figures = json_of(scores.counts);
  figures["reliability"] = json_of(eval::reliability(scores.answers));
  report(figures, options.json);
  if (options.predictions.empty()) return kGood;
  std::ofstream out(options.predictions);
  out << "expected\tmessage\tkind\ttopics\tconfidence\n";
  for (std::size_t i = 0; i < set->size(); ++i) {
    const eval::Predicted& predicted = scores.predictions[i];
    const auto& expected = (*set)[i].expected;
    out << (expected.empty() ? "none" : joined(expected)) << '\t' << text::tsv_field((*set)[i].message)
        << '\t' << name_of(predicted.kind) << '\t' << joined(predicted.topics) << '\t' << predicted.confidence
        << '\n';
  }
  return out ? kGood : fail(options.predictions + ": cannot be written");
}

int run(const Options& options) {
  if (!options.questions.empty()) return eval_questions(options);
  if (!options.dialogues.empty())
    return eval_dialogues({options.dialogues, options.folder, options.predictions, options.json});
  if (!options.enquiries.empty())
    return eval_enquiries({options.enquiries, options.folder, options.predictions, options.json});
  if (!options.train.empty() && !options.test.empty()) return eval_intents(options);
  std::cerr << "faqbot eval: name a set: --train T.csv --test T.csv, --questions Q.tsv, --dialogues D.jsonl "
               "or --enquiries E.jsonl\n";
  return kWrongUsage;
}

}  // namespace

void add_eval(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      app.add_subcommand("eval", "Scores the matcher or the knowledge base on labelled messages");
  command->add_option("--train", options->train, "Intent set to train on: CSV with sentence,label");
  command->add_option("--test", options->test, "Intent set to score on");
  command->add_option("--none", options->none, "Label of the test rows that are out of scope")
      ->capture_default_str();
  command->add_option("--questions", options->questions,
                      "Messages for the knowledge base: TSV with expected, message");
  command->add_option("--dialogues", options->dialogues, "Whole conversations: JSON lines with name, turns");
  command->add_option("--enquiries", options->enquiries,
                      "Whole e-mails: JSON lines with name, text, expect_all, also_ok");
  command->add_option("--knowledge", options->folder, "Folder of the curated content")
      ->envname("FAQBOT_KNOWLEDGE")
      ->capture_default_str();
  command->add_option("--predictions", options->predictions, "Writes each message with what was predicted");
  command->add_flag("--json", options->json, "The figures as JSON");
  command->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace faqbot::app
