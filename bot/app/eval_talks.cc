#include "app/eval_talks.h"

#include <fstream>

#include "app/commands.h"
#include "app/figures.h"
#include "app/open_engine.h"
#include "eval/dialogue_set.h"
#include "text/csv.h"

namespace faqbot::app {
namespace {

double share(std::size_t part, std::size_t whole) {
  return whole > 0 ? static_cast<double>(part) / static_cast<double>(whole) : 0.0;
}

void write_turns(std::ostream& out, const eval::Dialogue& dialogue,
                 const std::vector<eval::GivenTurn>& given) {
  for (std::size_t i = 0; i < given.size(); ++i) {
    const eval::ExpectedTurn& turn = dialogue.turns[i];
    out << text::tsv_field(dialogue.name) << '\t' << i + 1 << '\t'
        << (turn.all.empty() ? joined(turn.any) : "all:" + joined(turn.all)) << '\t'
        << text::tsv_field(turn.say) << '\t' << name_of(given[i].kind) << '\t' << joined(given[i].topics)
        << '\t' << (given[i].right ? "true" : "false") << '\n';
  }
}

std::string ids(const std::vector<RankedTopic>& topics) {
  std::vector<std::string> parts;
  parts.reserve(topics.size());
  for (const RankedTopic& topic : topics) parts.push_back(topic.topic);
  return joined(parts);
}

}  // namespace

int eval_dialogues(const TalkSet& options) {
  const auto set = read_set(options.path, eval::read_dialogues);
  if (!set) return fail(set.error().message);
  const auto engine = open_engine(options.folder, "eval");
  if (!engine) return kProblems;
  const eval::DialogueScores scores = eval::score_dialogues(*engine, *set);
  report({{"turns", scores.turns},
          {"right", scores.right},
          {"share", share(scores.right, scores.turns)},
          {"answers", scores.answers},
          {"unexpected_answers", scores.unexpected}},
         options.json);
  if (options.predictions.empty()) return kGood;
  std::ofstream out(options.predictions);
  out << "dialogue\tturn\texpected\tmessage\tkind\ttopics\tright\n";
  for (std::size_t i = 0; i < set->size(); ++i) write_turns(out, (*set)[i], scores.dialogues[i]);
  return out ? kGood : fail(options.predictions + ": cannot be written");
}

int eval_enquiries(const TalkSet& options) {
  const auto set = read_set(options.path, eval::read_enquiries);
  if (!set) return fail(set.error().message);
  const auto engine = open_engine(options.folder, "eval");
  if (!engine) return kProblems;
  const eval::EnquiryScores scores = eval::score_enquiries(*engine, *set);
  report({{"enquiries", set->size()},
          {"expected", scores.expected},
          {"found", scores.found},
          {"recall", share(scores.found, scores.expected)},
          {"given", scores.topics},
          {"outside", scores.outside},
          {"outside_share", share(scores.outside, scores.topics)},
          {"precision", 1.0 - share(scores.outside, scores.topics)}},
         options.json);
  if (options.predictions.empty()) return kGood;
  std::ofstream out(options.predictions);
  out << "enquiry\texpected\talso_ok\ttopics\n";
  for (std::size_t i = 0; i < set->size(); ++i)
    out << text::tsv_field((*set)[i].name) << '\t' << joined((*set)[i].expect_all) << '\t'
        << joined((*set)[i].also_ok) << '\t' << ids(scores.given[i]) << '\n';
  return out ? kGood : fail(options.predictions + ": cannot be written");
}

}  // namespace faqbot::app
