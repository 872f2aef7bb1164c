#include "desk/letter.h"

#include <set>

#include "desk/writer.h"
#include "knowledge/render.h"
#include "text/normalise.h"
#include "text/split.h"

namespace faqbot::desk {
namespace {

constexpr std::size_t kWordsOfLetter = 25;
constexpr std::size_t kPartsOfLetter = 3;

// The paragraph for an e-mail where the topic has one, otherwise its short answer.
std::string paragraph_of(const knowledge::Topic& topic, const knowledge::Clinic& clinic) {
  if (!topic.staff.email.empty()) return knowledge::staff_text(topic.staff.email, clinic);
  return knowledge::render(topic, clinic).short_text;
}

std::string gap(std::string_view question) {
  return "[PLEASE ANSWER: \"" + std::string(question) + "\"]";
}

std::string greeting(std::string_view name) {
  return name.empty() ? "Hello," : "Dear " + std::string(name) + ",";
}

}  // namespace

bool is_letter(std::string_view text) {
  return text::normalise(text).words.size() >= kWordsOfLetter || text::split(text).size() >= kPartsOfLetter;
}

std::string signature(const knowledge::Clinic& clinic) {
  std::string own = knowledge::fact(clinic, "signature");
  if (!own.empty()) return own;
  std::string text = "Kind regards,\nThe front desk\n" + clinic.name;
  for (const std::string_view key : {"phone", "email", "website"}) {
    const std::string value = knowledge::fact(clinic, key);
    if (!value.empty()) text += '\n' + value;
  }
  return text;
}

LetterReply reply_to(const Engine& engine, std::string_view letter) {
  LetterReply reply;
  reply.writer = name_of_writer(letter);
  reply.questions = engine.questions_of_letter(letter);
  const knowledge::Knowledge& knowledge = engine.knowledge();
  reply.paragraphs.push_back({greeting(reply.writer)});
  reply.paragraphs.push_back({"Thank you for your message."});
  std::set<std::string> answered;
  for (const LetterQuestion& question : reply.questions) {
    const knowledge::Topic* topic = question.topic.empty() ? nullptr : knowledge.find(question.topic);
    if (topic == nullptr) {
      reply.unanswered.push_back(question.text);
      reply.paragraphs.push_back({gap(question.text), true});
    } else if (answered.insert(topic->id).second) {
      reply.paragraphs.push_back({paragraph_of(*topic, knowledge.clinic)});
    }
  }
  // A letter in which no question was found: the reply is the reader's to write.
  if (reply.questions.empty()) reply.paragraphs.push_back({gap("the whole message"), true});
  reply.paragraphs.push_back({signature(knowledge.clinic)});
  return reply;
}

void greet(LetterReply& reply, std::string_view name) {
  if (name.empty()) return;
  reply.writer = name;
  reply.paragraphs.front().text = greeting(name);
}

std::string text_of(const LetterReply& reply) {
  std::string text;
  for (const Paragraph& paragraph : reply.paragraphs) {
    if (!text.empty()) text += "\n\n";
    text += paragraph.text;
  }
  return text;
}

}  // namespace faqbot::desk
