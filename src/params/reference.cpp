#include "params/reference.h"

#include <utility>
#include <vector>

#include "base/text.h"
#include "params/spread.h"
#include "params/values.h"

namespace mend::params {
namespace {

constexpr std::string_view kIntroduction = R"(# About the numbers

This page is written by `mend parameters --markdown` from the program's own description of its parameters.

Mend is an illustration, not a prediction, and not medical advice. Its curves come from models whose equations follow
published work, but most of their constants are ours, set so that the models agree with published results. They say
nothing about one person: in trials the change in pain differs between people by about 24 mm of 100 (standard
deviation, recalled). Numbers about people are shown from one place only, the dated table `assets/evidence.json`.

The column *stands on* says what is behind each default:

| word | meaning |
|---|---|
| chosen | part of the scenario: a choice, not a claim |
| published | read in the source named, often only in its abstract or a table |
| recalled | the source named, cited from memory; check it before you rely on it |
| evidence | a claim of `assets/evidence.json` |
| assumed | ours, with how we came to it where there is more to say |
| hypothetical | an idea that trials in people have not shown |

## Weak points

- The cartilage model has the structure of the model of Lutianov and others (2011); its constants are ours until the
  full papers are read. Call it "Lutianov-type".
- The lasting effect of cells rests on one number, `joint_model.memory_lifetime`. It is fitted to relief that lasts 6
  to 12 months. Nobody has measured it.
- Once repair starts, the model fills the defect to more than nine tenths. Real repair tissue is partly fibrocartilage
  and often declines later.
- The model gives a steroid injection less relief at 12 months than the MILES trial found.
- Small and unblinded trials report effects two to three times as large. They are not the default.
- Structure explains little of pain: one point more of synovitis on a scan goes with 3 mm more pain of 100.
- Data on nerve regrowth in people come from 3 to 60 patients a series. The effects of cells in animals are large, and
  studies without an effect are less often published.
- Several paces of nerve repair (Schwann cells, growth factors, clearing of debris) are assumed. The velocity of
  regrown axons is calibrated on one series after suture, not after a crush.
- The closed formula for conduction velocity is within 10.5 % of the live cable at 1 um and from 5.7 to 16 um, but 18 %
  above it at 2 um.
- The widths of the small nerves round the knee have not been measured.
- Pain ratings of one person vary by about one point of ten from day to day.

## The two lenses

Mechanism and Trials are two sets of assumptions for the same equations: the groups `mechanism` and `trials` below.
Mechanism shows the regenerative idea as proposed; Trials is set to what controlled trials found.
)";

std::string_view word(RateForm form) {
  switch (form) {
    case RateForm::rising:
      return "rising";
    case RateForm::falling:
      return "falling";
    case RateForm::sigmoid:
      return "sigmoid";
  }
  return "";
}

/// The two tables of the live axon that no scenario changes.
std::string axon_tables() {
  std::string page =
      "\n## The shape of a nerve fibre\n\nBetween the rows straight. Published: public geometry file of the "
      "MRG model, McIntyre 2002.\n\n| fibre um | axon um | node um | internode um | FLUT um | turns of the "
      "sheath | g-ratio |\n|---|---|---|---|---|---|---|\n";
  for (const FibreShape& row : kFibreShapes) {
    for (const double value :
         {row.fibre, row.axon, row.node, row.internode, row.flut, row.lamellae, row.g_ratio})
      page += "| " + mend::number_text(value) + " ";
    page += "|\n";
  }
  page +=
      "\n## The gates of a node\n\nWith z = v + b: rising a z/(1-exp(-z/c)), falling -a z/(1-exp(z/c)), "
      "sigmoid "
      "a/(1+exp(-z/c)), per ms. Published: public channel file of the MRG model, McIntyre 2002.\n\n| gate | "
      "rate | form | a | b mV | c mV | measured at C |\n|---|---|---|---|---|---|---|\n";
  for (const ChannelGate& gate : kChannelGates) {
    for (const bool opens : {true, false}) {
      const ChannelRate& rate = opens ? gate.open : gate.close;
      page.append("| ").append(gate.name).append(opens ? " | opens | " : " | closes | ");
      page.append(word(rate.form));
      for (const double value : {rate.a, rate.b, rate.c, gate.measured_at})
        page += " | " + mend::number_text(value);
      page += " |\n";
    }
  }
  return page;
}

constexpr std::string_view kPeople = R"(
## How people differ

`mend cohort` and the bands behind the curves draw these for each virtual person, and keep them within their ranges.
Rows with the same draw share it. Every other number is the same for all.

| key | draw | over people | stands on |
|---|---|---|---|
)";

/// What both pages say of one field.
struct Row {
  std::string path;
  const Field* field;
  std::string value, range;
};

/// Calls `row` for each field as it is visited.
class Rows : public Visitor {
 protected:
  virtual void row(const Row& row) = 0;

 private:
  void number(const Field& field, double& value, double) override {
    row({path(field), &field, number_text(field, value), range_text(field)});
  }
  void whole(const Field& field, int& value, int) override {
    row({path(field), &field, std::to_string(value), range_text(field)});
  }
  void flag(const Field& field, bool& value, bool) override {
    row({path(field), &field, value ? "true" : "false", "true or false"});
  }
  void choice(const Field& field, std::span<const Option> options, int& value, int) override {
    std::vector<std::string> keys;
    for (const Option& option : options) keys.emplace_back(option.key);
    row({path(field), &field, keys[static_cast<std::size_t>(value)], join_or(keys)});
  }
  void seed(const Field& field, std::uint64_t& value, std::uint64_t) override {
    row({path(field), &field, std::to_string(value), "a whole number"});
  }
  void text(const Field& field, std::string& value, const std::string&) override {
    row({path(field), &field, '"' + value + '"', "up to " + mend::number_text(field.high) + " characters"});
  }
};

std::string backing_text(const Standing& standing) {
  std::string text(word(standing.backing));
  if (!standing.text.empty()) text.append(": ").append(standing.text);
  return text;
}

class TextPage : public Rows {
 public:
  std::string page;

 private:
  bool enter(const Group& group) override { return begin(group); }
  bool list(const Group& group, std::vector<Event>&, const std::vector<Event>&) override {
    return begin(group);
  }
  bool begin(const Group& group) {
    page.append("\n").append(group.name).append(". ").append(group.help).append("\n");
    return true;
  }
  void row(const Row& row) override {
    const auto padded = [](std::string text, std::size_t width) {
      const std::size_t count = character_count(text).value_or(text.size());
      text.append(count < width ? width - count : 1, ' ');
      return text;
    };
    page += padded(row.path, 40) + padded(row.value, 18) + padded(row.range, 26);
    page.append(row.field->name).append(" [").append(backing_text(row.field->standing)).append("]\n");
  }
};

std::string people_markdown() {
  std::string text(kPeople);
  for (const Spread& spread : spreads()) {
    text.append("| `").append(spread.path).append("` | ").append(spread.draw).append(" | ");
    text += in_words(spread) + " | " + backing_text(spread.standing) + " |\n";
  }
  return text;
}

class MarkdownPage : public Rows {
 public:
  /// The whole file's own fields come before and after the groups: one table for them, then one a group.
  [[nodiscard]] std::string page() const {
    std::string page = std::string(kIntroduction) + people_markdown();
    for (const auto& [title, rows] : tables_)
      page += "\n## " + title +
              "\n\n| name | key | unit | range | default | stands on | what it does "
              "|\n|---|---|---|---|---|---|---|\n" +
              rows;
    return page;
  }

 private:
  bool enter(const Group& group) override { return begin(group); }
  void leave(const Group&) override { table_ = 0; }
  bool list(const Group& group, std::vector<Event>&, const std::vector<Event>&) override {
    begin(group);
    return true;
  }
  bool begin(const Group& group) {
    table_ = tables_.size();
    tables_.emplace_back(std::string(group.name) + " (`" + std::string(group.key) + "`)", "");
    return true;
  }
  void row(const Row& row) override {
    const Field& field = *row.field;
    const std::string unit(symbol(field.unit));
    std::string text = "| " + std::string(field.name) + " <br>*" + std::string(field.technical) + "* | `";
    text += row.path + "` | " + unit + " | " + row.range + " | " + row.value + " | ";
    text += backing_text(field.standing) + " | " + std::string(field.help) + " |\n";
    tables_[table_].second += text;
  }

  std::vector<std::pair<std::string, std::string>> tables_{{"The scenario", ""}};
  std::size_t table_ = 0;
};

}  // namespace

std::string parameters_text(const Scenario& scenario) {
  TextPage text;
  Scenario shown = scenario;
  if (shown.regimen.empty()) shown.regimen.resize(1);  // so that the fields of an event are there
  describe(shown, text);
  return std::move(text.page);
}

std::string parameters_markdown() {
  // One event, so that its fields are there.
  Scenario scenario;
  scenario.regimen.resize(1);
  MarkdownPage markdown;
  describe(scenario, markdown);
  return markdown.page() + axon_tables();
}

}  // namespace mend::params
