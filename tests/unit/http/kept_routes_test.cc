#include <doctest/doctest.h>

#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "http/routes.h"
#include "store/open.h"
#include "unit/http/small_knowledge.h"

using namespace faqbot::http;
using namespace faqbot::store;
using faqbot::LiveEngine;
using Json = nlohmann::json;

namespace {

RouteOptions options() {
  RouteOptions some;
  some.keys = {random_key()};
  some.rate.per_second = 0.0;
  return some;
}

// A service whose store can be looked into, asked without a network.
class Service {
 public:
  Service() : engine_(*LiveEngine::open(knowledge_.folder())), routes_(options()) {
    routes_.serve(*engine_);
    routes_.keep(store_, *recorder_);
  }

  Response post(std::string_view path, const Json& body, std::string_view type = "application/json") {
    const std::string bytes = body.dump();
    const std::vector<FieldView> fields = {{"content-type", type}};
    Request request;
    request.method = "POST";
    request.path = path;
    request.fields = fields;
    request.body = bytes;
    request.peer = *Address::parse("192.0.2.1");
    return routes_.handle(request);
  }
  std::string ask(const Json& body) { return Json::parse(post("/api/ask", body).body).at("conversation"); }

  Store& store() { return store_; }
  Records& records() { return *records_; }
  // What was asked is in the store from here on.
  std::vector<Unanswered> unanswered() {
    routes_.keep(store_, *(recorder_ = std::make_unique<Recorder>(store_, RecorderOptions{})));
    return *store_.unanswered(100);
  }

 private:
  testing::SmallKnowledge knowledge_;
  std::unique_ptr<LiveEngine> engine_;
  const std::unique_ptr<Records> records_ = *faqbot::store::open("memory:", Missing::kMake);
  Store& store_ = records_->visitors();
  std::unique_ptr<Recorder> recorder_ = std::make_unique<Recorder>(store_, RecorderOptions{});
  Routes routes_;
};

Json enquiry() {
  return {
      {"name", "Sam"}, {"contact", "sam@example.org"}, {"message", "Do you treat knees?"}, {"consent", true}};
}

}  // namespace

TEST_CASE("kept routes: an enquiry is in the store under the reference that the visitor is told") {
  Service service;
  const auto response = service.post("/api/enquiries", enquiry());
  CHECK(response.status == 201);
  const auto kept = *service.store().enquiries(10);
  REQUIRE(kept.size() == 1);
  CHECK(Json::parse(response.body).at("reference") == kept[0].reference);
  CHECK(kept[0].enquiry.contact == "sam@example.org");
}

TEST_CASE("kept routes: an enquiry is tied to its conversation where that is genuine") {
  Service service;
  Json body = enquiry();
  body["conversation"] = service.ask({{"message", "where can i park"}});
  REQUIRE(service.post("/api/enquiries", body).status == 201);
  body["conversation"] = "forged";
  REQUIRE(service.post("/api/enquiries", body).status == 201);
  const auto kept = *service.store().enquiries(10);
  CHECK(kept.at(0).enquiry.conversation.empty());
  CHECK_FALSE(kept.at(1).enquiry.conversation.empty());
}

TEST_CASE("kept routes: without consent nothing is kept") {
  Service service;
  Json body = enquiry();
  body["consent"] = false;
  CHECK(service.post("/api/enquiries", body).status == 400);
  CHECK(service.store().enquiries(10)->empty());
}

TEST_CASE("kept routes: a form of another site cannot leave anything") {
  Service service;
  CHECK(service.post("/api/enquiries", enquiry(), "text/plain").status == 415);
  CHECK(
      service.post("/api/feedback", {{"conversation", ""}, {"topic", "a/b"}, {"helpful", true}}, "text/plain")
          .status == 415);
}

TEST_CASE("kept routes: a thumbs-down is kept with what it is about, masked") {
  Service service;
  const auto response = service.post("/api/feedback", {{"conversation", ""},
                                                       {"topic", "clinic/parking"},
                                                       {"helpful", false},
                                                       {"comment", "mail sam@example.org"},
                                                       {"message", "i am on 07700 900123, where is it"}});
  CHECK(response.status == 201);
  const auto owed = service.unanswered();
  REQUIRE(owed.size() == 1);
  CHECK(owed[0].topics == std::vector<std::string>{"clinic/parking"});
  CHECK(owed[0].comment.text() == "mail [e-mail]");
  CHECK(owed[0].wording.text() == "i am on [phone], where is it");
}

TEST_CASE(
    "kept routes: a question that was not understood is kept, masked; one that was answered is not owed") {
  Service service;
  service.ask({{"message", "zebra quantum sam@example.org"}});
  service.ask({{"choice", "clinic/parking"}});
  const auto owed = service.unanswered();
  REQUIRE(owed.size() == 1);
  CHECK(owed[0].why == Unanswered::Why::kUnknown);
  CHECK(owed[0].wording.text() == "zebra quantum [e-mail]");
}

TEST_CASE("kept routes: what was answered is kept masked, too, for the enquiry that may follow") {
  Service service;
  service.ask({{"message", "where can i park, sam@example.org"}});
  service.unanswered();  // all is written
  CHECK(*service.records().wordings().recent(10) == std::vector<std::string>{"where can i park, [e-mail]"});
}

TEST_CASE("kept routes: none of these is kept") {
  Service service;
  service.ask({{"choice", "none"}});
  const auto owed = service.unanswered();
  REQUIRE(owed.size() == 1);
  CHECK(owed[0].why == Unanswered::Why::kNoneOfThese);
}

TEST_CASE("kept routes: a partner that nobody knows is not kept") {
  Service service;
  service.ask({{"message", "zebra quantum"}, {"partner", "sam@example.org"}});
  CHECK(service.unanswered().at(0).partner.empty());
}
