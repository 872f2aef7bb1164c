#include "store/partner_links.h"

#include <doctest/doctest.h>

#include <string>

#include "unit/support/stores.h"

using namespace faqbot::store;
using faqbot::tests::at;
using faqbot::tests::on_each_store;

TEST_CASE("partner links: a secret opens the figures of its partner, until the next one is made") {
  on_each_store([](Records& kept) {
    REQUIRE_FALSE(kept.partner_links().make("gym", "first", {"ann", at(1)}));
    REQUIRE_FALSE(kept.partner_links().make("club", "other", {"ann", at(2)}));
    CHECK(*kept.partner_links().partner_of("first") == "gym");
    REQUIRE_FALSE(kept.partner_links().make("gym", "second", {"bob", at(3)}));
    CHECK_FALSE(kept.partner_links().partner_of("first")->has_value());
    CHECK(*kept.partner_links().partner_of("second") == "gym");
    const auto all = *kept.partner_links().all();
    REQUIRE(all.size() == 2);
    CHECK(all[1].partner == "gym");
    CHECK(all[1].by.who == "bob");
    CHECK(all[1].by.at == at(3));
  });
}

TEST_CASE("partner links: what is revoked opens nothing, and the log says who did it") {
  on_each_store([](Records& kept) {
    REQUIRE_FALSE(kept.partner_links().make("gym", "secret", {"ann", at(1)}));
    CHECK(*kept.partner_links().revoke("gym", {"bob", at(2)}));
    CHECK_FALSE(*kept.partner_links().revoke("gym", {"bob", at(3)}));
    CHECK_FALSE(kept.partner_links().partner_of("secret")->has_value());
    CHECK_FALSE(kept.partner_links().partner_of("")->has_value());
    const auto log = *kept.audit().page(0, 10);
    REQUIRE(log.size() == 2);
    CHECK(log[0].action == "partner link revoked");
    CHECK(log[0].who == "bob");
    CHECK(log[1].action == "partner link made");
  });
}
