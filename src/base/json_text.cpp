// The parts of json.h that need no parser: values built and written, and bytes read from files.
#include <filesystem>
#include <fstream>

#include "base/json.h"
#include "base/text.h"

namespace mend::json {
namespace {

void write_string(std::string_view text, std::string& out) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  out += '"';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (byte < 0x20) {
      out += "\\u00";
      out += kDigits[byte >> 4];
      out += kDigits[byte & 15];
    } else {
      out += c;
    }
  }
  out += '"';
}

void write_value(const Value& value, const std::string& indent, std::string& out) {
  const std::string inner = indent + "  ";
  const char* separator = "\n";
  switch (value.kind) {
    case Kind::null:
      out += "null";
      return;
    case Kind::boolean:
      out += value.boolean ? "true" : "false";
      return;
    case Kind::number:
      out += value.text;
      return;
    case Kind::string:
      write_string(value.text, out);
      return;
    case Kind::array:
      out += '[';
      for (const Value& item : value.items) {
        out += separator + inner;
        write_value(item, inner, out);
        separator = ",\n";
      }
      out += value.items.empty() ? "]" : "\n" + indent + "]";
      return;
    case Kind::object:
      out += '{';
      for (const Member& member : value.members) {
        out += separator + inner;
        write_string(member.key, out);
        out += ": ";
        write_value(member.value, inner, out);
        separator = ",\n";
      }
      out += value.members.empty() ? "}" : "\n" + indent + "}";
      return;
  }
}

}  // namespace

Value Value::of(bool boolean) {
  Value value;
  value.kind = Kind::boolean;
  value.boolean = boolean;
  return value;
}

Value Value::of(double number) {
  Value value;
  value.kind = Kind::number;
  value.number = number;
  value.text = number_text(number);
  return value;
}

Value Value::of(std::string text) {
  Value value;
  value.kind = Kind::string;
  value.text = std::move(text);
  return value;
}

Value Value::array() {
  Value value;
  value.kind = Kind::array;
  return value;
}

Value Value::object() {
  Value value;
  value.kind = Kind::object;
  return value;
}

const Value* Value::find(std::string_view key) const {
  for (const Member& member : members)
    if (member.key == key) return &member.value;
  return nullptr;
}

Value& Value::add(std::string key, Value value) {
  return members.emplace_back(Member{std::move(key), std::move(value), {}}).value;
}

Result<std::string> read_text(const std::string& path) {
  namespace fs = std::filesystem;
  const auto problem = [&](std::string message) { return Problem{path, 0, 0, std::move(message)}; };
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (status.type() == fs::file_type::not_found)
    return problem("there is no such file; check the name and the folder");
  if (status.type() == fs::file_type::directory)
    return problem("this is a folder; give the name of a file in it");
  if (status.type() == fs::file_type::none || status.type() == fs::file_type::unknown)
    return problem("this file cannot be looked at (" + error.message() + "); check its permissions");
  // A pipe or device might never end, or never begin.
  if (status.type() != fs::file_type::regular)
    return problem("this is not a plain file; save the text to a file first");
  const std::uintmax_t size = fs::file_size(path, error);
  if (error || size > kLargestFile)
    return problem("this file is larger than 8 MB; a scenario is a few kilobytes, so check the name");

  std::ifstream file(path, std::ios::binary);
  if (!file) return problem("this file cannot be opened; check its permissions");
  // It may have grown since its size was looked at: one byte over the limit is enough to know.
  std::string text(kLargestFile + 1, '\0');
  file.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (file.bad()) return problem("this file could not be read to its end; check the disk");
  text.resize(static_cast<std::size_t>(file.gcount()));
  if (text.size() > kLargestFile) return problem("this file is larger than 8 MB; check the name");
  return text;
}

std::string write(const Value& value) {
  std::string out;
  write_value(value, "", out);
  out += '\n';
  return out;
}

}  // namespace mend::json
