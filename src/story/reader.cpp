#include "story/reader.h"

#include <cmath>

#include "story/numbers.h"
#include "story/readability.h"

namespace mend::story {
namespace {

constexpr int kNewestVersion = 1;
constexpr std::size_t kMostProblems = 50;

}  // namespace

const json::Value* Reader::list(const json::Value& root, const std::string& key) {
  if (!is_group(root, "the file must be a group {\"version\": 1, " + quoted(key) + ": [...]}",
                {"version", key}))
    return nullptr;
  const json::Value* version = root.find("version");
  if (version == nullptr || version->kind != json::Kind::number || version->number != kNewestVersion)
    problem(place(root, "version"), "\"version\" must be 1; a later file needs a newer Mend");
  const json::Value* items = root.find(key);
  if (items != nullptr && items->kind == json::Kind::array) return items;
  problem(place(root, key), quoted(key) + " must be a list [{...}, ...]");
  return nullptr;
}

bool Reader::is_group(const json::Value& value, std::string_view what, const std::vector<std::string>& keys) {
  if (value.kind != json::Kind::object) return problem(value.place, std::string(what)), false;
  for (const json::Member& member : value.members) {
    if (std::find(keys.begin(), keys.end(), member.key) != keys.end()) continue;
    std::string message = "there is no " + quoted(member.key) + " here";
    if (const auto meant = nearest(member.key, keys))
      message += "; did you mean " + quoted(*meant) + "?";
    else
      message += "; known is " + join_or(keys);
    problem(member.place, message);
  }
  return true;
}

std::string Reader::text(const json::Value& group, const std::string& key) {
  const json::Value* value = group.find(key);
  if (value == nullptr) {
    problem(group.place, quoted(key) + " is missing here; it must be given");
    return {};
  }
  if (!is_text(*value, key)) return {};
  if (trimmed(value->text).empty()) problem(value->place, quoted(key) + " is empty; it must be given");
  return value->text;
}

std::string Reader::text_if_any(const json::Value& group, const std::string& key) {
  return group.find(key) == nullptr ? std::string() : text(group, key);
}

std::vector<std::string> Reader::texts_if_any(const json::Value& group, const std::string& key) {
  const json::Value* value = group.find(key);
  if (value == nullptr) return {};
  std::vector<std::string> texts;
  if (value->kind != json::Kind::array)
    problem(value->place, quoted(key) + " must be a list of texts [\"...\", ...]");
  // One text an item, so that each keeps its place.
  for (const json::Value& item : value->items) {
    texts.push_back(is_text(item, key) ? item.text : std::string());
    if (item.kind == json::Kind::string && item.text.empty())
      problem(item.place, quoted(key) + " has an empty text; leave it out");
  }
  return texts;
}

std::optional<double> Reader::number(const json::Value& group, const std::string& key, double low,
                                     double high) {
  const json::Value* value = group.find(key);
  if (value != nullptr && value->kind == json::Kind::number && value->number >= low && value->number <= high)
    return value->number;
  problem(place(group, key),
          quoted(key) + " must be a number from " + number_text(low) + " to " + number_text(high));
  return std::nullopt;
}

void Reader::unknown(json::Place place, std::string message, const std::string& given,
                     const std::vector<std::string>& allowed) {
  message += quoted(given);
  message += "; allowed is ";
  message += join_or(allowed);
  if (const auto meant = nearest(given, allowed)) message += "; did you mean " + quoted(*meant) + "?";
  problem(place, std::move(message));
}

void Reader::problem(json::Place place, std::string message) {
  if (problems_.size() < kMostProblems)
    problems_.push_back({file_, place.line, place.column, std::move(message)});
}

json::Place Reader::place(const json::Value& group, std::string_view key) {
  const json::Value* value = group.find(key);
  return value ? value->place : group.place;
}

const Claim* Reader::claim_named(const std::string& id, json::Place place, const Known& known) {
  const Claim* claim = find(known.claims, id);
  if (claim != nullptr) return claim;
  std::vector<std::string> ids;
  for (const Claim& one : known.claims) ids.push_back(one.id);
  const auto meant = nearest(id, ids);
  problem(place,
          "there is no claim " + quoted(id) + " in the evidence; " +
              (meant ? "did you mean " + quoted(*meant) + "?" : "allowed is the id of any claim there"));
  return nullptr;
}

std::string Reader::scenario(const json::Value& group, const std::string& key, const Known& known) {
  std::string name = text(group, key);
  if (!name.empty()) check_scenario(name, place(group, key), known);
  return name;
}

std::vector<std::string> Reader::scenarios_if_any(const json::Value& group, const std::string& key,
                                                  const Known& known) {
  std::vector<std::string> names = texts_if_any(group, key);
  for (std::size_t i = 0; i < names.size(); ++i)
    if (!names[i].empty()) check_scenario(names[i], group.find(key)->items[i].place, known);
  return names;
}

void Reader::check_scenario(const std::string& name, json::Place place, const Known& known) {
  if (std::find(known.scenarios.begin(), known.scenarios.end(), name) == known.scenarios.end())
    unknown(place, "there is no scenario ", name, known.scenarios);
}

void Reader::check_unique(const std::string& id, std::vector<std::string>& before, json::Place place) {
  if (!id.empty() && std::find(before.begin(), before.end(), id) != before.end())
    problem(place, "the id " + quoted(id) + " is there twice; give each its own");
  before.push_back(id);
}

void Reader::check_numbers(const std::string& text, json::Place place, std::span<const Claim* const> claims) {
  if (const auto number = foreign_number(text, claims))
    problem(place,
            number_text(*number) +
                " is not a number of the checked claims named here; every number shown to people comes "
                "from the evidence");
}

void Reader::check_grade(const std::string& text, json::Place place) {
  const double grade = reading_grade(text);
  if (grade <= kHardestGrade) return;
  problem(place, "this reads at school grade " + number_text(std::ceil(grade * 10) / 10) + "; at most " +
                     number_text(kHardestGrade) + " is allowed: use shorter words and sentences");
}

bool Reader::is_text(const json::Value& value, const std::string& key) {
  if (value.kind == json::Kind::string) return true;
  problem(value.place,
          quoted(key) + " must be a text in quotes; this is " + std::string(json::word(value.kind)));
  return false;
}

}  // namespace mend::story
