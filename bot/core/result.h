// Result<T>: a value, or an error that a user can mend.
//
// The message says what is wrong, where, and how to mend it; it is shown as it
// stands. Errors that only a programmer can mend stay assertions or exceptions.
// Thread safety: a value type, like the T in it.
#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace faqbot {

struct Error {
  std::string message;
};

template <typename T>
class Result {
 public:
  Result(T value) : state_(std::move(value)) {}
  Result(Error error) : state_(std::move(error)) {}

  bool ok() const { return std::holds_alternative<T>(state_); }
  explicit operator bool() const { return ok(); }

  // REQUIRES: ok()
  const T& operator*() const& { return value(); }
  T& operator*() & { return value(); }
  T&& operator*() && { return std::move(value()); }
  const T* operator->() const { return &value(); }
  T* operator->() { return &value(); }

  // REQUIRES: !ok()
  const Error& error() const {
    assert(!ok());
    return *std::get_if<Error>(&state_);
  }

 private:
  const T& value() const {
    assert(ok());
    return *std::get_if<T>(&state_);
  }
  T& value() {
    assert(ok());
    return *std::get_if<T>(&state_);
  }

  std::variant<T, Error> state_;
};

}  // namespace faqbot
