// What one message costs, and what the number of example questions does to it.
//
// Prints a table: time to build the engine, memory, and the median and 99th
// percentile of one whole turn (safety screening, matching, decision, reply) on
// one thread, of messages that nobody sent before and of the same ones sent
// again, beside an empty look-up in a hash table of the same example questions
// as a yardstick of the machine. Usage: bench_matching [KNOWLEDGE]
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include <malloc.h>

#include "engine/engine.h"
#include "knowledge/load.h"

namespace {

using namespace faqbot;
using Clock = std::chrono::steady_clock;

double microseconds(Clock::duration time) {
  return std::chrono::duration<double, std::micro>(time).count();
}

double resident_megabytes() {
  malloc_trim(0);
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("VmRSS:")) return std::stod(line.substr(6)) / 1024.0;
  return 0.0;
}

// Each topic cut into `parts` topics of its questions in turn, each keeping `most` of them; no more than
// `topics` in all.
std::shared_ptr<const knowledge::Knowledge> reshaped(const knowledge::Knowledge& from, std::size_t parts,
                                                     std::size_t most, std::size_t topics = 100000) {
  auto made = std::make_shared<knowledge::Knowledge>(from);
  made->topics.clear();
  made->index.clear();
  for (const knowledge::Topic& topic : from.topics) {
    const bool whole = topic.id.starts_with("safety/");
    for (std::size_t part = 0; part < (whole ? 1 : parts); ++part) {
      knowledge::Topic piece = topic;
      if (part > 0) piece.id += "-" + std::to_string(part);
      piece.questions.clear();
      for (std::size_t q = part; q < topic.questions.size() && piece.questions.size() < most; q += parts)
        piece.questions.push_back(topic.questions[q]);
      if (!whole && made->topics.size() >= topics) continue;
      made->index.emplace(piece.id, made->topics.size());
      made->topics.push_back(std::move(piece));
    }
  }
  return made;
}

void measure(const std::shared_ptr<const knowledge::Knowledge>& knowledge,
             const std::vector<std::string>& messages) {
  std::size_t examples = 0;
  std::unordered_map<std::string, std::size_t> table;
  for (const knowledge::Topic& topic : knowledge->topics)
    for (const knowledge::Wording& question : topic.questions) table.emplace(question.text, ++examples);
  const auto started = Clock::now();
  const Engine engine(knowledge);
  const double build = microseconds(Clock::now() - started) / 1e6;
  std::vector<double> turns;
  std::vector<double> repeated;
  double look_ups = 0;
  std::size_t found = 0;
  const auto timed = [&](const std::string& message) {
    const auto asked = Clock::now();
    const Outcome outcome = engine.answer({message, {}, {}, {}});
    const auto answered = Clock::now();
    found += table.count(message) + outcome.reply.answers.size();
    look_ups += microseconds(Clock::now() - answered);
    return microseconds(answered - asked);
  };
  for (const char* who : {" for my sister", " for my brother"}) {  // the first round warms the automata up
    turns.clear();
    repeated.clear();
    for (const std::string& message : messages) {
      turns.push_back(timed(message + who));
      repeated.push_back(timed(message + who));
    }
  }
  std::ranges::sort(turns);
  std::ranges::sort(repeated);
  std::printf("%7zu %9zu %8.2f s %7.1f MB %9.1f us %9.1f us %9.1f us %8.2f us\n", knowledge->topics.size(),
              examples, build, resident_megabytes(), turns[turns.size() / 2], turns[turns.size() * 99 / 100],
              repeated[repeated.size() / 2], look_ups / static_cast<double>(4 * messages.size()));
  if (found == 0) std::puts("nothing was answered");
}

}  // namespace

int main(int argc, char** argv) {
  mallopt(M_ARENA_MAX, 2);  // as faqbot serve has it
  const knowledge::Loaded loaded = knowledge::load(argc > 1 ? argv[1] : FAQBOT_SOURCE_DIR "/knowledge");
  if (!loaded.knowledge) {
    std::fputs("bench_matching: the knowledge folder has errors; see faqbot check\n", stderr);
    return 1;
  }
  std::vector<std::string> messages;
  for (const knowledge::Topic& topic : loaded.knowledge->topics)
    for (std::size_t q = 0; q < topic.questions.size(); q += 9)
      messages.push_back(
          topic.questions[q].text);  // words are added, so that none is an example to the letter
  std::puts(" topics  examples      built  resident       median         99th     repeated   look-up");
  measure(loaded.knowledge, messages);  // first: later rows hold what earlier ones have left in memory
  for (const std::size_t most : {10, 20, 40}) measure(reshaped(*loaded.knowledge, 1, most), messages);
  measure(reshaped(*loaded.knowledge, 4, 21, 500), messages);  // 10,000 questions in 500 topics
  return 0;
}
