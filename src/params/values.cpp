#include "params/values.h"

#include <charconv>
#include <cmath>

#include "base/text.h"

namespace mend::params {
namespace {

Problem problem(const json::Value& value, const std::string& path, const std::string& message) {
  return {"", value.place.line, value.place.column, quoted(path) + " " + message};
}

std::string with_unit(std::string number, Unit unit) {
  if (!symbol(unit).empty()) number.append(" ").append(symbol(unit));
  return number;
}

Problem out_of_range(const Field& field, const json::Value& value, const std::string& path) {
  return problem(value, path, "is " + value.text + "; allowed is " + range_text(field));
}

/// "16 mm" in the base unit of the field.
Result<double> read_quantity(const Field& field, const std::string& path, const json::Value& value) {
  const std::string_view text = trimmed(value.text);
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || !std::isfinite(number))
    return problem(value, path,
                   "is " + quoted(text) + ", which does not begin with a number; write for example \"" +
                       number_text(field, field.high) + "\"");
  const std::string_view unit = trimmed(text.substr(static_cast<std::size_t>(end - text.data())));
  if (unit.empty())
    return problem(value, path, "needs its unit; write \"" + with_unit(std::string(text), field.unit) + "\"");
  const auto worth = factor(field.unit, unit);
  if (!worth) {
    const auto all = spellings(field.unit);
    const std::vector<std::string> allowed(all.begin(), all.end());
    return problem(value, path, "has the unit " + quoted(unit) + "; allowed is " + join_or(allowed));
  }
  return number * *worth;
}

}  // namespace

std::string number_text(const Field& field, double value) {
  return with_unit(mend::number_text(value), field.unit);
}

std::string range_text(const Field& field) {
  return with_unit(mend::number_text(field.low) + " to " + mend::number_text(field.high), field.unit);
}

Result<double> read_number(const Field& field, const std::string& path, const json::Value& value) {
  double number = value.number;
  if (field.unit == Unit::none) {
    if (value.kind != json::Kind::number)
      return problem(value, path,
                     "must be a plain number from " + range_text(field) + "; this is " +
                         std::string(json::word(value.kind)));
  } else if (value.kind == json::Kind::number) {
    return problem(value, path, "needs its unit; write \"" + with_unit(value.text, field.unit) + "\"");
  } else if (value.kind != json::Kind::string) {
    return problem(value, path,
                   "must be a number with its unit, such as \"" + number_text(field, field.high) +
                       "\"; this is " + std::string(json::word(value.kind)));
  } else {
    const Result<double> quantity = read_quantity(field, path, value);
    if (!quantity.is_ok()) return quantity;
    number = quantity.value();
  }
  if (!(number >= field.low && number <= field.high)) return out_of_range(field, value, path);
  return number;
}

Result<int> read_whole(const Field& field, const std::string& path, const json::Value& value) {
  if (value.kind != json::Kind::number || value.number != std::floor(value.number))
    return problem(value, path, "must be a whole number from " + range_text(field));
  if (!(value.number >= field.low && value.number <= field.high)) return out_of_range(field, value, path);
  return static_cast<int>(value.number);
}

Result<bool> read_flag(const std::string& path, const json::Value& value) {
  if (value.kind != json::Kind::boolean) return problem(value, path, "must be true or false, without quotes");
  return value.boolean;
}

Result<int> read_choice(std::span<const Option> options, const std::string& path, const json::Value& value) {
  std::vector<std::string> keys;
  for (const Option& option : options) keys.emplace_back(option.key);
  if (value.kind != json::Kind::string)
    return problem(value, path, "must be a word in quotes: " + join_or(keys));
  for (std::size_t i = 0; i < keys.size(); ++i)
    if (keys[i] == value.text) return static_cast<int>(i);
  std::string message = "cannot be " + quoted(value.text) + "; allowed is " + join_or(keys);
  if (const auto meant = nearest(value.text, keys)) message += "; did you mean \"" + *meant + "\"?";
  return problem(value, path, message);
}

Result<std::uint64_t> read_seed(const std::string& path, const json::Value& value) {
  std::uint64_t seed = 0;
  const char* const last = value.text.data() + value.text.size();
  const auto [end, error] = std::from_chars(value.text.data(), last, seed);
  if (value.kind != json::Kind::number || error != std::errc{} || end != last)
    return problem(value, path, "must be a whole number from 0 to 18446744073709551615");
  return seed;
}

Result<std::string> read_text(const Field& field, const std::string& path, const json::Value& value) {
  if (value.kind != json::Kind::string)
    return problem(value, path, "must be a text in quotes; this is " + std::string(json::word(value.kind)));
  const auto count = character_count(value.text);
  if (!count) return problem(value, path, "is not UTF-8 text; save it as UTF-8");
  for (const char c : value.text)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
      return problem(value, path, "has a control character in it; use one line of plain text");
  if (static_cast<double>(*count) < field.low || static_cast<double>(*count) > field.high)
    return problem(value, path,
                   "has " + std::to_string(*count) + " characters; allowed is " + range_text(field));
  return value.text;
}

}  // namespace mend::params
