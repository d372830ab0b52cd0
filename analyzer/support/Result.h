// A value or an error that gathered context on its way up: the outermost line is read first.
#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace irqlint {

// Why something could not be done. Each layer that passes an error on may say what it was doing.
class Error {
 public:
  explicit Error(std::string message) { lines_.push_back(std::move(message)); }

  // Adds what the caller was doing, as the new outermost line.
  Error within(std::string context) && {
    lines_.push_back(std::move(context));
    return std::move(*this);
  }

  // One line: "outermost: ...: innermost".
  std::string message() const {
    std::string text;
    for (auto line = lines_.rbegin(); line != lines_.rend(); ++line) {
      if (!text.empty()) text += ": ";
      text += *line;
    }
    return text;
  }

 private:
  std::vector<std::string> lines_;  // innermost first
};

// std::expected's interface, for a compiler whose library lacks it. Dereferencing an error is undefined.
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}      // NOLINT(google-explicit-constructor)
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT(google-explicit-constructor)

  bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }

  T& operator*() & { return *std::get_if<0>(&state_); }
  const T& operator*() const& { return *std::get_if<0>(&state_); }
  T&& operator*() && { return std::move(*std::get_if<0>(&state_)); }
  T* operator->() { return std::get_if<0>(&state_); }
  const T* operator->() const { return std::get_if<0>(&state_); }

  const Error& error() const& { return *std::get_if<1>(&state_); }
  Error&& error() && { return std::move(*std::get_if<1>(&state_)); }

 private:
  std::variant<T, Error> state_;
};

}  // namespace irqlint
