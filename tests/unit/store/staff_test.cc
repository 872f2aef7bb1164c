#include "store/staff.h"

#include <doctest/doctest.h>

#include <string>

#include "unit/support/stores.h"

using namespace faqbot::store;
using namespace std::chrono_literals;
using faqbot::tests::at;
using faqbot::tests::on_each_store;

namespace {

constexpr auto kDay = 24h;
const By kAdmin{"admin", at(0)};

void add(Records& kept, const std::string& name, Role role = Role::kStaff) {
  REQUIRE(*kept.staff().add({name, "$argon2id$hash", role, false, at(0)}, kAdmin));
}

void sign_in(Records& kept, const std::string& token, const std::string& name) {
  REQUIRE_FALSE(kept.sessions().begin({token, name, Role::kStaff, at(0), at(0), at(0) + kDay}));
}

bool is_signed_in(Records& kept, const std::string& token, Time now) {
  return kept.sessions().find(token, now, 60min)->has_value();
}

}  // namespace

TEST_CASE("staff: an account is found by its exact name, as it was added") {
  on_each_store([](Records& kept) {
    add(kept, "ann", Role::kEditor);
    const auto ann = *kept.staff().find("ann");
    REQUIRE(ann);
    CHECK(ann->password == "$argon2id$hash");
    CHECK(ann->role == Role::kEditor);
    CHECK_FALSE(ann->disabled);
    for (const char* name : {"Ann", "ann ", "", "' OR ''='"}) {
      CAPTURE(name);
      CHECK_FALSE(kept.staff().find(name)->has_value());
    }
  });
}

TEST_CASE("staff: a name is taken once") {
  on_each_store([](Records& kept) {
    add(kept, "ann");
    CHECK_FALSE(*kept.staff().add({"ann", "other", Role::kEditor, false, at(1)}, kAdmin));
    CHECK((*kept.staff().find("ann"))->role == Role::kStaff);
    CHECK(kept.staff().all()->size() == 1);
  });
}

TEST_CASE("staff: a new password, another role and a disabled account end every session, others' stay") {
  on_each_store([](Records& kept) {
    add(kept, "ann");
    add(kept, "bob");
    sign_in(kept, "bobs", "bob");
    const auto ends = [&](auto change) {
      sign_in(kept, "token", "ann");
      REQUIRE(*change());
      return !is_signed_in(kept, "token", at(1));
    };
    CHECK(ends([&] { return kept.staff().set_password("ann", "new", kAdmin); }));
    CHECK(ends([&] { return kept.staff().set_role("ann", Role::kEditor, kAdmin); }));
    CHECK(ends([&] { return kept.staff().set_disabled("ann", true, kAdmin); }));
    CHECK(is_signed_in(kept, "bobs", at(1)));
    CHECK_FALSE(*kept.staff().set_password("nobody", "new", kAdmin));
  });
}

TEST_CASE("staff: a session of a disabled account is none") {
  on_each_store([](Records& kept) {
    add(kept, "ann");
    REQUIRE(*kept.staff().set_disabled("ann", true, kAdmin));
    sign_in(kept, "token", "ann");
    CHECK_FALSE(is_signed_in(kept, "token", at(1)));
  });
}

TEST_CASE(
    "staff: a session ends when it expires, when it lies idle, when it is signed out, here or everywhere") {
  on_each_store([](Records& kept) {
    add(kept, "ann");
    sign_in(kept, "one", "ann");
    sign_in(kept, "two", "ann");
    CHECK((*kept.sessions().find("one", at(1), 60min))->account == "ann");
    CHECK(is_signed_in(kept, "one", at(0) + 50min));
    CHECK(is_signed_in(kept, "one", at(0) + 100min));  // seen in between
    CHECK_FALSE(is_signed_in(kept, "two", at(0) + 100min));
    CHECK_FALSE((*kept.sessions().find("one", at(0) + kDay, 10000min)).has_value());
    REQUIRE_FALSE(kept.sessions().end("one"));
    CHECK_FALSE(is_signed_in(kept, "one", at(0) + 101min));
    sign_in(kept, "three", "ann");
    CHECK(*kept.sessions().end_all("ann", kAdmin) == 2);
    CHECK(kept.sessions().of("ann", at(1))->empty());
    CHECK_FALSE(is_signed_in(kept, "", at(1)));
  });
}

TEST_CASE(
    "staff: too many failures lock out, whoever it is; the next ones after it do again; success forgets") {
  on_each_store([](Records& kept) {
    const LockOut lock_out{.failures = 3, .length = 15min};
    for (int i = 0; i < 2; ++i)
      CHECK_FALSE(kept.staff().count_failure("nobody", at(i), lock_out)->has_value());
    CHECK_FALSE(kept.staff().locked_until("nobody", at(2))->has_value());
    CHECK(*kept.staff().count_failure("nobody", at(2), lock_out) == at(2) + 15min);
    CHECK(*kept.staff().locked_until("nobody", at(3)) == at(2) + 15min);
    CHECK_FALSE(kept.staff().locked_until("somebody", at(3))->has_value());
    CHECK_FALSE(kept.staff().locked_until("nobody", at(2) + 15min)->has_value());
    CHECK(kept.staff().count_failure("nobody", at(2) + 15min, lock_out)->has_value());
    REQUIRE_FALSE(kept.staff().forget_failures("nobody"));
    CHECK_FALSE(kept.staff().locked_until("nobody", at(2) + 15min)->has_value());
    CHECK_FALSE(kept.staff().count_failure("nobody", at(2) + 15min, lock_out)->has_value());
  });
}

TEST_CASE("staff: failures a day apart are no guessing") {
  on_each_store([](Records& kept) {
    const LockOut lock_out{.failures = 2};
    CHECK_FALSE(kept.staff().count_failure("ann", at(0), lock_out)->has_value());
    CHECK_FALSE(kept.staff().count_failure("ann", at(1) + kDay, lock_out)->has_value());
  });
}

TEST_CASE("audit: what was done is told newest first, page by page") {
  on_each_store([](Records& kept) {
    for (const char* object : {"a", "b", "c"})
      REQUIRE_FALSE(kept.audit().write({"ann", at(1)}, "looked", object));
    const auto first = *kept.audit().page(0, 2);
    REQUIRE(first.size() == 2);
    CHECK(first[0].object == "c");
    const auto second = *kept.audit().page(first[1].id, 2);
    REQUIRE(second.size() == 1);
    CHECK(second[0].object == "a");
  });
}
