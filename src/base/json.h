// JSON that knows where it stands: every value has its line and column, so that what is wrong with it can be
// shown.
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace mend::json {

/// Line and column (in characters) count from 1; 0 = not read from a text.
struct Place {
  int line = 0;
  int column = 0;
};

enum class Kind { null, boolean, number, string, array, object };

/// "a number", "a text in quotes", ...: for messages.
[[nodiscard]] std::string_view word(Kind kind);

struct Member;

struct Value {
  Kind kind = Kind::null;
  bool boolean = false;
  double number = 0;            // finite
  std::string text;             // of a string; of a number as it was written
  std::vector<Value> items;     // of an array
  std::vector<Member> members;  // of an object, in the order written
  Place place;

  [[nodiscard]] static Value of(bool boolean);
  [[nodiscard]] static Value of(double number);
  [[nodiscard]] static Value of(std::string text);
  [[nodiscard]] static Value array();
  [[nodiscard]] static Value object();

  /// The value of a key, or null.
  [[nodiscard]] const Value* find(std::string_view key) const;
  /// Adds a member; the key must be new.
  Value& add(std::string key, Value value);
};

struct Member {
  std::string key;
  Value value;
  Place place;  // of the key
};

inline constexpr std::size_t kLargestFile = 8u << 20;  // bytes
inline constexpr int kDeepest = 32;                    // arrays and objects inside each other
inline constexpr std::size_t kMostValues = 200'000;

/// Reads one JSON value. Broken syntax, invalid UTF-8, a duplicate key, a number that is not finite, more
/// than kDeepest levels, kMostValues values or kLargestFile bytes is a problem at its place in `file_name`.
[[nodiscard]] Result<Value> parse(std::string_view text, const std::string& file_name);

/// The same for a file. Its kind and size are looked at first: a missing or unreadable file, a directory, a
/// pipe, a device and a file that is too large are refused without being read.
[[nodiscard]] Result<Value> read(const std::string& path);

/// The bytes of a regular file of at most kLargestFile bytes.
[[nodiscard]] Result<std::string> read_text(const std::string& path);

/// The value as JSON, two blanks a level, members in their order, numbers that read back as the same bits.
[[nodiscard]] std::string write(const Value& value);

}  // namespace mend::json
