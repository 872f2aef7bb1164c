#include "store/presence.h"

#include <doctest/doctest.h>

#include "unit/support/stores.h"

using namespace faqbot::store;
using namespace std::chrono_literals;
using faqbot::tests::at;
using faqbot::tests::on_each_url;
using faqbot::tests::open_records;

TEST_CASE("presence: who looks at an enquiry is seen in another replica until they leave or fall silent") {
  on_each_url([](const std::string& url) {
    const auto here = open_records(url);
    const auto there = open_records(url);
    const auto reference = *here->visitors().save_enquiry({"Sam", "sam@example.org", "Hi", {}, {}, at(1)});
    CHECK(*here->presence().look(reference, "ann", at(0), 30s));
    CHECK(*there->presence().look(reference, "bob", at(0), 30s));
    const auto both = *there->presence().watchers(at(1));
    REQUIRE(both.size() == 2);
    CHECK(both[0].reference == reference);
    CHECK(both[0].who == "ann");
    REQUIRE_FALSE(there->presence().leave(reference, "bob"));
    CHECK(here->presence().watchers(at(1))->size() == 1);
    CHECK(here->presence().watchers(at(30'000))->empty());
  });
}

TEST_CASE("presence: saying so again lengthens it and is no news; coming and going is") {
  on_each_url([](const std::string& url) {
    const auto kept = open_records(url);
    const auto reference = *kept->visitors().save_enquiry({"Sam", "sam@example.org", "Hi", {}, {}, at(1)});
    REQUIRE(kept->presence().look(reference, "ann", at(0), 30s).ok());
    const auto come = (*kept->counters()).presence;
    REQUIRE(kept->presence().look(reference, "ann", at(20'000), 30s).ok());
    CHECK((*kept->counters()).presence == come);
    CHECK(kept->presence().watchers(at(40'000))->size() == 1);
    REQUIRE_FALSE(kept->presence().leave(reference, "ann"));
    CHECK((*kept->counters()).presence > come);
  });
}

TEST_CASE("presence: nobody looks at what is not there") {
  on_each_url([](const std::string& url) {
    const auto kept = open_records(url);
    CHECK_FALSE(*kept->presence().look("K7M4-QX2P", "ann", at(0), 30s));
  });
}
