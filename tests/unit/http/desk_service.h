// The front desk with a store that forgets and a small knowledge folder, asked without a network.
#pragma once

#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "desk/accounts.h"
#include "desk/publisher.h"
#include "http/routes.h"
#include "store/open.h"
#include "unit/http/small_knowledge.h"

namespace faqbot::http::testing {

using Fields = std::vector<std::pair<std::string, std::string>>;

class DeskService {
 public:
  DeskService() : engine_(*LiveEngine::open(knowledge_.folder())), routes_(options()) {
    routes_.serve(*engine_);
    routes_.keep(records_->visitors(), recorder_);
    routes_.open_desk(desk_);
    routes_.open_partners(partners_);
  }

  // As the service itself would be asked. `path` may hold a query of one name.
  Response send(std::string_view method, std::string_view path, const std::string& body = "",
                const Fields& more = {}) {
    Fields all = more;  // before the usual ones, whose places they take
    all.emplace_back("content-type", "application/json");
    if (!cookie.empty()) all.emplace_back("cookie", "faqbot_desk=" + cookie);
    if (!word.empty()) all.emplace_back("x-faqbot-desk", word);
    std::vector<FieldView> fields;
    for (const auto& [name, value] : all) fields.push_back({name, value});
    Request request;
    request.method = method;
    request.path = path.substr(0, path.find('?'));
    if (const auto query = path.find('?'); query != std::string_view::npos) {
      const auto pair = path.substr(query + 1);
      const auto equals = pair.find('=');
      request.query.emplace_back(pair.substr(0, equals), pair.substr(equals + 1));
    }
    request.fields = fields;
    request.body = body;
    request.peer = *Address::parse("192.0.2.1");
    return routes_.handle(request);
  }
  Response get(std::string_view path) { return send("GET", path); }
  Response post(std::string_view path, const nlohmann::json& body) { return send("POST", path, body.dump()); }
  nlohmann::json read(std::string_view path) { return nlohmann::json::parse(get(path).body); }

  // Makes the account and signs it in; from then on requests are its own.
  void enter(const std::string& name, store::Role role) {
    password = *accounts_.add(name, role, now());
    take_over(post("/api/desk/sign-in", {{"name", name}, {"password", password}}));
  }
  void take_over(const Response& signed_in) {
    const auto json = nlohmann::json::parse(signed_in.body);
    word = json.at("csrf");
    for (const auto& [name, value] : signed_in.fields)
      if (name == "Set-Cookie") cookie = value.substr(value.find('=') + 1, 43);
  }

  std::string enquire(const std::string& message, const std::string& name = "Sam") {
    const auto sent = nlohmann::json{
        {"name", name}, {"contact", "sam@example.org"}, {"message", message}, {"consent", true}};
    return nlohmann::json::parse(post("/api/enquiries", sent).body).at("reference");
  }
  nlohmann::json ask(const std::string& message) {
    return nlohmann::json::parse(post("/api/ask", {{"message", message}}).body);
  }

  static store::Time now() {
    return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
  }

  const SmallKnowledge& knowledge() const { return knowledge_; }
  store::Records& records() { return *records_; }
  desk::Publisher& publisher() { return publisher_; }
  LiveEngine& engine() { return *engine_; }

  std::string cookie;
  std::string word;
  std::string password;

 private:
  static RouteOptions options() {
    RouteOptions some;
    some.keys = {random_key()};
    some.rate.per_second = 0.0;
    return some;
  }

  SmallKnowledge knowledge_;
  std::unique_ptr<LiveEngine> engine_;
  const std::unique_ptr<store::Records> records_ = *store::open("memory:", store::Missing::kMake);
  store::Recorder recorder_{records_->visitors(), store::RecorderOptions{}};
  desk::Accounts accounts_{*records_};
  desk::Publisher publisher_{*engine_, knowledge_.folder(), *records_};
  PartnerRoutes partners_{*records_};
  DeskRoutes desk_{{*engine_, *records_, accounts_, publisher_, {}}};
  Routes routes_;
};

}  // namespace faqbot::http::testing
