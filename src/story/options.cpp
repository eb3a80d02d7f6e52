#include "story/options.h"

#include <utility>

#include "base/json.h"
#include "base/text.h"
#include "story/reader.h"

namespace mend::story {
namespace {

class OptionReader : public Reader {
 public:
  OptionReader(std::string file, const Known& known) : Reader(std::move(file)), known_(known) {}

  void read(const json::Value& value, std::vector<OptionCard>& cards) {
    if (!is_group(value, "an option must be a group {\"id\": ...}",
                  {"id", "name", "what", "scenarios", "benefit", "harm", "instead"}))
      return;
    OptionCard card;
    card.id = text(value, "id");
    check_unique(card.id, ids_, place(value, "id"));
    card.name = text(value, "name");
    card.what = text(value, "what");
    card.scenarios = scenarios_if_any(value, "scenarios", known_);
    if (card.scenarios.empty())
      problem(place(value, "scenarios"), "an option must stand beside a scenario: \"scenarios\" lists them");
    std::vector<const Claim*> claims;
    card.benefit = claim(value, "benefit", claims);
    card.harm = claim(value, "harm", claims);
    if (value.find("instead") != nullptr) card.instead = claim(value, "instead", claims);
    check_numbers(card.name, place(value, "name"), claims);
    check_numbers(card.what, place(value, "what"), claims);
    check_grade(card.what, place(value, "what"));
    cards.push_back(std::move(card));
  }

 private:
  std::string claim(const json::Value& value, const std::string& key, std::vector<const Claim*>& claims) {
    std::string id = text(value, key);
    if (id.empty()) return id;
    if (const Claim* claim = claim_named(id, place(value, key), known_)) claims.push_back(claim);
    return id;
  }

  const Known& known_;
  std::vector<std::string> ids_;
};

const Claim* checked(const Claim* claim) {
  return claim != nullptr && claim->standing == Standing::checked ? claim : nullptr;
}

}  // namespace

Result<std::vector<OptionCard>> parse_options(std::string_view text, const std::string& file_name,
                                              const Known& known) {
  const Result<json::Value> file = json::parse(text, file_name);
  if (!file.is_ok()) return file.problems();
  OptionReader reader(file_name, known);
  std::vector<OptionCard> cards;
  if (const json::Value* list = reader.list(file.value(), "options"))
    for (const json::Value& card : list->items) reader.read(card, cards);
  return reader.done(std::move(cards));
}

Result<std::vector<OptionCard>> read_options(const std::string& path, const Known& known) {
  const Result<std::string> text = json::read_text(path);
  if (!text.is_ok()) return text.problems();
  return parse_options(text.value(), path, known);
}

Balance balance(const OptionCard& card, const std::vector<Claim>& claims) {
  Balance result;
  const Claim* benefit = find(claims, card.benefit);
  const Claim* harm = find(claims, card.harm);
  result.is_being_checked = checked(benefit) == nullptr || checked(harm) == nullptr;
  result.benefit = checked(benefit) ? benefit : checked(find(claims, card.instead));
  result.harm = checked(harm);
  if (result.benefit != nullptr) result.benefit_points = shown_points(*result.benefit);
  if (result.is_being_checked) return result;
  result.benefit_people = shown_people(*benefit);
  if (result.benefit_people != nullptr) result.harm_people = shown_people(*harm);
  return result;
}

}  // namespace mend::story
