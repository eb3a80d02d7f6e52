#include "base/json.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <unordered_set>

#include "base/text.h"

namespace mend::json {
namespace {

/// Walks over text and leaves word of how far it came, which is where the parser stands at each event.
struct CountingIterator {
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  const char* at = nullptr;
  const char** reached = nullptr;

  reference operator*() const { return *at; }
  CountingIterator& operator++() {
    *reached = ++at;
    return *this;
  }
  CountingIterator operator++(int) {
    CountingIterator old = *this;
    ++*this;
    return old;
  }
  bool operator==(const CountingIterator& other) const { return at == other.at; }
  bool operator!=(const CountingIterator& other) const { return at != other.at; }
};

/// Builds Values from the parser's events; stops at the first problem.
class Builder {
 public:
  using number_integer_t = nlohmann::json::number_integer_t;
  using number_unsigned_t = nlohmann::json::number_unsigned_t;
  using number_float_t = nlohmann::json::number_float_t;
  using string_t = nlohmann::json::string_t;
  using binary_t = nlohmann::json::binary_t;

  Builder(std::string_view text, const std::string& file_name)
      : text_(text), file_name_(file_name), reached_(text.data()), token_(text.data()) {}

  [[nodiscard]] CountingIterator begin() { return {text_.data(), &reached_}; }
  [[nodiscard]] CountingIterator end() { return {text_.data() + text_.size(), &reached_}; }
  [[nodiscard]] Result<Value> result() && {
    if (!problems_.empty()) return std::move(problems_);
    return std::move(root_);
  }

  bool null() { return leaf(Kind::null); }
  bool boolean(bool value) {
    next_.boolean = value;
    return leaf(Kind::boolean);
  }
  bool number_integer(number_integer_t) { return number(); }
  bool number_unsigned(number_unsigned_t) { return number(); }
  bool number_float(number_float_t, const string_t&) { return number(); }
  bool string(string_t& value) {
    next_.text = std::move(value);
    return leaf(Kind::string);
  }
  bool binary(binary_t&) { return false; }  // not in text
  bool start_object(std::size_t) { return open(Kind::object); }
  bool start_array(std::size_t) { return open(Kind::array); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }

  bool key(string_t& name) {
    const Place place = next_token();
    if (!keys_.back().insert(name).second)
      return stop(place, "the key \"" + name + "\" is there twice; keep one of them");
    open_.back()->members.push_back({std::move(name), {}, place});
    return true;
  }

  bool parse_error(std::size_t position, const std::string&, const nlohmann::json::exception& error) {
    // "[json.exception...] parse error at line 1, column 2: syntax error ...; last read: '...'; expected ..."
    std::string what = error.what();
    if (error.id == 406) return stop(next_token(), "the number is too large to hold");
    if (const std::size_t colon = what.find(": "); colon != std::string::npos) what.erase(0, colon + 2);
    // What was last read may be anything, even invalid UTF-8: leave it out.
    if (const std::size_t read = what.find("; last read: "); read != std::string::npos) {
      const std::size_t expected = what.rfind("; expected ");
      const std::string rest = expected != std::string::npos && expected > read ? what.substr(expected) : "";
      what = what.substr(0, read) + rest;
    }
    const std::size_t index = std::min(position > 0 ? position - 1 : 0, text_.size());
    return stop(place_of(text_.data() + index), "this is not valid JSON: " + what);
  }

  bool stop(Place place, std::string message) {
    problems_.push_back({file_name_, place.line, place.column, std::move(message)});
    return false;
  }
  [[nodiscard]] Place place_of(const char* at) {
    // Events come in order, so each place is counted on from the last.
    if (at < counted_) counted_ = text_.data(), place_ = {1, 1};
    for (; counted_ < at; ++counted_) {
      const bool continues =
          (static_cast<unsigned char>(*counted_) & 0xc0) == 0x80;  // inside a UTF-8 character
      if (*counted_ == '\n')
        ++place_.line, place_.column = 1;
      else if (!continues)
        ++place_.column;
    }
    return place_;
  }

 private:
  /// The place where the token begins whose end has just been reached.
  Place next_token() {
    const char* const end = text_.data() + text_.size();
    while (token_ < end && std::string_view(" \t\r\n,:").find(*token_) != std::string_view::npos) ++token_;
    const Place place = place_of(token_);
    start_ = token_;
    token_ = reached_;
    return place;
  }

  bool number() {
    next_.place = next_token();
    // The parser reads one character beyond a number, unless the text ends with it.
    const char* last = start_;
    const char* const end = text_.data() + text_.size();
    while (last < end && std::string_view("+-.eE0123456789").find(*last) != std::string_view::npos) ++last;
    next_.text.assign(start_, last);
    const auto parsed = parse_number(next_.text);
    if (!parsed) return stop(next_.place, "the number " + next_.text + " is too large or too small to hold");
    next_.number = *parsed;
    return place_leaf(Kind::number);
  }

  bool leaf(Kind kind) {
    next_.place = next_token();
    return place_leaf(kind);
  }

  bool place_leaf(Kind kind) {
    next_.kind = kind;
    return put() != nullptr;
  }

  bool open(Kind kind) {
    next_.place = next_token();
    next_.kind = kind;
    if (open_.size() >= static_cast<std::size_t>(kDeepest))
      return stop(next_.place, "more than " + std::to_string(kDeepest) + " levels of brackets; use fewer");
    Value* const value = put();
    if (value == nullptr) return false;
    open_.push_back(value);
    keys_.emplace_back();
    return true;
  }

  bool close() {
    (void)next_token();
    open_.pop_back();
    keys_.pop_back();
    return true;
  }

  /// Puts the finished value where the parser stands. A parent gets no further child while one of its
  /// children is open, so the pointers in open_ stay valid.
  Value* put() {
    if (++values_ > kMostValues) {
      stop(next_.place, "more than " + std::to_string(kMostValues) + " values; a scenario needs far fewer");
      return nullptr;
    }
    Value* target = &root_;
    if (!open_.empty()) {
      Value& parent = *open_.back();
      target = parent.kind == Kind::object ? &parent.members.back().value : &parent.items.emplace_back();
    }
    *target = std::exchange(next_, Value{});
    return target;
  }

  std::string_view text_;
  const std::string& file_name_;
  const char* reached_;                 // the parser has read up to here
  const char* token_;                   // the next token is at or after this
  const char* start_ = nullptr;         // of the last token
  const char* counted_ = text_.data();  // place_ is the place of this
  Place place_{1, 1};
  Value root_, next_;
  std::vector<Value*> open_;
  std::vector<std::unordered_set<std::string>> keys_;  // of each open value
  std::size_t values_ = 0;
  std::vector<Problem> problems_;
};

}  // namespace

std::string_view word(Kind kind) {
  switch (kind) {
    case Kind::null:
      return "null";
    case Kind::boolean:
      return "true or false";
    case Kind::number:
      return "a number";
    case Kind::string:
      return "a text in quotes";
    case Kind::array:
      return "a list [...]";
    case Kind::object:
      return "a group {...}";
  }
  fail("a JSON value of no kind");
}

Result<Value> parse(std::string_view text, const std::string& file_name) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);  // the mark some editors put before UTF-8
  Builder builder(text, file_name);
  if (text.size() > kLargestFile) {
    builder.stop({}, "the text is larger than 8 MB; a scenario is a few kilobytes");
  } else if (const std::size_t zero = text.find('\0'); zero != std::string_view::npos) {
    // The parser would take a zero byte for the end of the file and not see what follows.
    builder.stop(builder.place_of(text.data() + zero), "there is a zero byte here; this is not a text file");
  } else {
    nlohmann::json::sax_parse(builder.begin(), builder.end(), &builder);
  }
  return std::move(builder).result();
}

Result<Value> read(const std::string& path) {
  const Result<std::string> text = read_text(path);
  if (!text.is_ok()) return text.problems();
  return parse(text.value(), path);
}

}  // namespace mend::json
