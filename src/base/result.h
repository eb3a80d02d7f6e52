// What a function that reads people's input returns: a value, or the problems that kept it from one.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mend {

/// Exit codes of the program (README): what went wrong, in one number.
enum class Exit { done = 0, our_fault = 1, bad_input = 2, environment = 3 };

/// One plain sentence about what is wrong and what to do, and where. Line and column count from 1; 0 = no place.
struct Problem {
  std::string file;
  int line = 0;
  int column = 0;
  std::string message;

  /// "file:line:column: message", leaving out what is not known.
  [[nodiscard]] std::string text() const;
};

/// A value, or at least one problem; never both.
template <typename T>
class Result {
 public:
  Result(T value) : value_(std::move(value)) {}
  Result(Problem problem) : problems_{std::move(problem)} {}
  Result(std::vector<Problem> problems) : problems_(std::move(problems)) {}

  [[nodiscard]] bool is_ok() const { return value_.has_value(); }
  [[nodiscard]] const T& value() const& { return *value_; }
  [[nodiscard]] T&& value() && { return std::move(*value_); }
  [[nodiscard]] const std::vector<Problem>& problems() const { return problems_; }

 private:
  std::optional<T> value_;
  std::vector<Problem> problems_;
};

/// A broken invariant of ours: prints the message and stops the program with Exit::our_fault.
[[noreturn]] void fail(std::string_view message);

}  // namespace mend
