#include "params/scenario_file.h"

#include <algorithm>
#include <map>

#include "base/json.h"
#include "base/text.h"
#include "params/values.h"

namespace mend::params {
namespace {

constexpr std::size_t kMostEvents = 200;
constexpr std::size_t kMostProblems = 50;  // nobody reads more, and each costs a search for what was meant

/// The paths of every field, group and list; of the list, those of item 0 stand for all.
class Names : public Visitor {
 public:
  Names() {
    Scenario scenario;
    scenario.regimen.resize(1);
    describe(scenario, *this);
  }

  /// Known keys inside "lesion." or "" (the whole file).
  [[nodiscard]] std::vector<std::string> inside(std::string_view prefix) const {
    std::vector<std::string> keys;
    for (const std::string& name : fields) {
      const std::string_view rest = std::string_view(name).substr(std::min(prefix.size(), name.size()));
      if (name.starts_with(prefix) && rest.find_first_of(".[") == std::string_view::npos)
        keys.emplace_back(rest);
    }
    return keys;
  }

  std::vector<std::string> fields;  // and groups and lists
  std::vector<std::string> groups;
  std::string list_key;

 private:
  void number(const Field& field, double&, double) override { fields.push_back(path(field)); }
  void whole(const Field& field, int&, int) override { fields.push_back(path(field)); }
  void flag(const Field& field, bool&, bool) override { fields.push_back(path(field)); }
  void choice(const Field& field, std::span<const Option>, int&, int) override {
    fields.push_back(path(field));
  }
  void seed(const Field& field, std::uint64_t&, std::uint64_t) override { fields.push_back(path(field)); }
  void text(const Field& field, std::string&, const std::string&) override { fields.push_back(path(field)); }
  bool enter(const Group& group) override {
    fields.push_back(path(group.key));
    groups.push_back(path(group.key));
    return true;
  }
  bool list(const Group& group, std::vector<Event>&, const std::vector<Event>&) override {
    fields.push_back(path(group.key));
    list_key = path(group.key);
    return true;
  }
};

const Names& names() {
  static const Names all;
  return all;
}

/// Sets the fields of a scenario from values by path, and finds the values that belong to no field.
class Setter : public Visitor {
 public:
  explicit Setter(std::string file) : file_(std::move(file)) {}

  void add(const std::string& path, const json::Value& value, json::Place place) {
    const auto [entry, is_new] = entries_.try_emplace(path, Entry{&value, place, false});
    if (!is_new) problem(place, quoted(path) + " is given twice; keep one of them");
  }
  /// Adds the members of an object, and of the groups and lists in it.
  void add_members(const std::string& prefix, const json::Value& object) {
    for (const json::Member& member : object.members) {
      const std::string path = prefix + member.key;
      add(path, member.value, member.place);
      if (!prefix.empty()) continue;
      if (path == names().list_key) {
        for (std::size_t i = 0; i < std::min(member.value.items.size(), kMostEvents); ++i)
          add_members(path + "[" + std::to_string(i) + "].", member.value.items[i]);
      } else if (contains(names().groups, path)) {
        add_members(path + ".", member.value);
      }
    }
  }

  /// The scenario, changed, if all is well.
  Result<Scenario> apply(Scenario scenario) {
    describe(scenario, *this);
    for (const auto& [path, entry] : entries_)
      if (!entry.is_used) report_unknown(path, entry.place);
    check(scenario);
    if (problems_.empty()) return scenario;
    std::stable_sort(problems_.begin(), problems_.end(), [](const Problem& a, const Problem& b) {
      return std::pair(a.line, a.column) < std::pair(b.line, b.column);
    });
    return std::move(problems_);
  }

 private:
  struct Entry {
    const json::Value* value;
    json::Place place;  // of the key
    bool is_used;
  };

  static bool contains(const std::vector<std::string>& all, const std::string& one) {
    return std::find(all.begin(), all.end(), one) != all.end();
  }

  void number(const Field& field, double& value, double) override {
    take(path(field), value,
         [&](const json::Value& given) { return read_number(field, path(field), given); });
  }
  void whole(const Field& field, int& value, int) override {
    take(path(field), value, [&](const json::Value& given) { return read_whole(field, path(field), given); });
  }
  void flag(const Field& field, bool& value, bool) override {
    take(path(field), value, [&](const json::Value& given) { return read_flag(path(field), given); });
  }
  void choice(const Field& field, std::span<const Option> options, int& value, int) override {
    take(path(field), value,
         [&](const json::Value& given) { return read_choice(options, path(field), given); });
  }
  void seed(const Field& field, std::uint64_t& value, std::uint64_t) override {
    take(path(field), value, [&](const json::Value& given) { return read_seed(path(field), given); });
  }
  void text(const Field& field, std::string& value, const std::string&) override {
    take(path(field), value, [&](const json::Value& given) { return read_text(field, path(field), given); });
  }

  template <typename T, typename Read>
  void take(const std::string& path, T& value, const Read& read) {
    const auto found = entries_.find(path);
    if (found == entries_.end()) return;
    found->second.is_used = true;
    Result<T> result = read(*found->second.value);
    if (result.is_ok())
      value = std::move(result).value();
    else
      for (const Problem& wrong : result.problems()) problem({wrong.line, wrong.column}, wrong.message);
  }

  bool enter(const Group& group) override {
    const auto found = entries_.find(path(group.key));
    if (found == entries_.end()) return true;
    found->second.is_used = true;
    const json::Value& value = *found->second.value;
    if (value.kind == json::Kind::object) return true;
    problem(value.place, quoted(group.key) + " must be a group of settings {...}; this is " +
                             std::string(json::word(value.kind)));
    return true;
  }

  bool list(const Group& group, std::vector<Event>& events, const std::vector<Event>&) override {
    const auto found = entries_.find(path(group.key));
    if (found == entries_.end()) return true;
    found->second.is_used = true;
    const json::Value& value = *found->second.value;
    if (value.kind != json::Kind::array) {
      problem(value.place, quoted(group.key) + " must be a list of events [{...}, ...]; this is " +
                               std::string(json::word(value.kind)));
      return false;
    }
    if (value.items.size() > kMostEvents)
      problem(value.place, quoted(group.key) + " has " + std::to_string(value.items.size()) +
                               " events; at most " + std::to_string(kMostEvents) + " are allowed");
    for (const json::Value& item : value.items)
      if (item.kind != json::Kind::object)
        problem(item.place, "an event must be a group {\"day\": ..., \"kind\": ...}; this is " +
                                std::string(json::word(item.kind)));
    events.assign(std::min(value.items.size(), kMostEvents), Event{});
    return true;
  }

  void report_unknown(const std::string& path, json::Place place) {
    if (problems_.size() >= kMostProblems) return;
    std::size_t cut = path.find('.');
    if (const std::size_t bracket = path.find("]."); bracket != std::string::npos) cut = bracket + 1;
    const std::string prefix = cut == std::string::npos ? "" : path.substr(0, cut + 1);
    const bool in_list = prefix.starts_with(names().list_key + "[");
    std::vector<std::string> known = names().inside(in_list ? names().list_key + "[0]." : prefix);
    std::string message;
    if (in_list && contains(names().fields, names().list_key + "[0]." + path.substr(prefix.size()))) {
      message = "there is no event " + quoted(path.substr(0, cut)) + "; add it to the list first";
    } else if (!prefix.empty() && !known.empty()) {
      message =
          "there is no setting " + quoted(path.substr(prefix.size())) + " in " + quoted(path.substr(0, cut));
    } else {
      message = "there is no setting " + quoted(path);
      known = prefix.empty() ? names().inside("") : names().fields;
    }
    const std::string_view word = known.size() == names().fields.size() || prefix.empty()
                                      ? std::string_view(path)
                                      : std::string_view(path).substr(prefix.size());
    if (const auto meant = nearest(word, known))
      message += "; did you mean \"" + *meant + "\"?";
    else if (known.size() <= 20)
      message += "; known here: " + join_or(known);
    else
      message += "; `mend parameters` lists them all";
    problem(place, message);
  }

  /// What no field can check alone.
  void check(const Scenario& scenario) {
    const auto place = [&](const std::string& path) {
      const auto found = entries_.find(path);
      return found == entries_.end() ? json::Place{} : found->second.value->place;
    };
    if (scenario.name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") != std::string::npos)
      problem(place("name"), "\"name\" may have only lower-case letters, digits and dashes");
    for (std::size_t i = 0; i < scenario.regimen.size(); ++i) {
      if (scenario.regimen[i].day <= scenario.horizon) continue;
      const std::string path = names().list_key + "[" + std::to_string(i) + "].day";
      const json::Place given = place(path);
      problem(given.line > 0 ? given : place("horizon"),
              quoted(path) + " is day " + mend::number_text(scenario.regimen[i].day) +
                  ", after the horizon of " + mend::number_text(scenario.horizon) +
                  " days; make the day earlier or the horizon later");
    }
  }

  void problem(json::Place place, std::string message) {
    if (problems_.size() < kMostProblems)
      problems_.push_back({file_, place.line, place.column, std::move(message)});
  }

  std::string file_;
  std::map<std::string, Entry> entries_;
  std::vector<Problem> problems_;
};

/// Turns the text of a --set into the value that a file would have there.
class CommandValue : public Visitor {
 public:
  CommandValue(std::string path, std::string text) : path_(std::move(path)), text_(std::move(text)) {
    value = json::Value::of(text_);
    value.place = {};
  }

  json::Value value;

 private:
  void number(const Field& field, double&, double) override {
    const auto alone = parse_number(text_);
    if (path(field) != path_ || !alone) return;
    value = field.unit == Unit::none ? json::Value::of(*alone) : json::Value::of(number_text(field, *alone));
  }
  void whole(const Field& field, int&, int) override {
    if (const auto number = parse_number(text_); path(field) == path_ && number)
      value = json::Value::of(*number);
  }
  void flag(const Field& field, bool&, bool) override {
    if (path(field) == path_ && (text_ == "true" || text_ == "false"))
      value = json::Value::of(text_ == "true");
  }
  void seed(const Field& field, std::uint64_t&, std::uint64_t) override {
    if (path(field) == path_) value.kind = json::Kind::number;  // read from its text: a double cannot hold it
  }

  std::string path_, text_;
};

/// Builds the whole scenario as JSON.
class Writer : public Visitor {
 public:
  json::Value root = json::Value::object();

 private:
  void number(const Field& field, double& value, double) override {
    put(field,
        field.unit == Unit::none ? json::Value::of(value) : json::Value::of(number_text(field, value)));
  }
  void whole(const Field& field, int& value, int) override {
    put(field, json::Value::of(static_cast<double>(value)));
  }
  void flag(const Field& field, bool& value, bool) override { put(field, json::Value::of(value)); }
  void choice(const Field& field, std::span<const Option> options, int& value, int) override {
    put(field, json::Value::of(std::string(options[static_cast<std::size_t>(value)].key)));
  }
  void seed(const Field& field, std::uint64_t& value, std::uint64_t) override {
    json::Value number = json::Value::of(0.0);
    number.text = std::to_string(value);
    put(field, std::move(number));
  }
  void text(const Field& field, std::string& value, const std::string&) override {
    put(field, json::Value::of(value));
  }
  bool enter(const Group& group) override {
    inner_ = &root.add(std::string(group.key), json::Value::object());
    return true;
  }
  void leave(const Group&) override { inner_ = &root; }
  bool list(const Group& group, std::vector<Event>& events, const std::vector<Event>&) override {
    json::Value& all = root.add(std::string(group.key), json::Value::array());
    const Event standard;
    for (Event& event : events) {
      inner_ = &all.items.emplace_back(json::Value::object());
      describe(Walk<Event>(event, standard, *this));
    }
    inner_ = &root;
    return false;
  }

  void put(const Field& field, json::Value value) { inner_->add(std::string(field.key), std::move(value)); }

  json::Value* inner_ = &root;
};

}  // namespace

Result<Scenario> parse_scenario(std::string_view text, const std::string& file_name) {
  const Result<json::Value> file = json::parse(text, file_name);
  if (!file.is_ok()) return file.problems();
  const json::Value& root = file.value();
  const auto problem = [&](const json::Value& at, std::string message) {
    return Problem{file_name, at.place.line, at.place.column, std::move(message)};
  };
  if (root.kind != json::Kind::object)
    return problem(
        root, "a scenario must be a group of settings {...}; this is " + std::string(json::word(root.kind)));
  // A later version may mean other things by the same keys: say nothing about them.
  if (const json::Value* version = root.find("version");
      version != nullptr && version->number > kNewestVersion)
    return problem(*version, "this file is of version " + version->text +
                                 "; this program reads up to version " + std::to_string(kNewestVersion) +
                                 ", so get a newer Mend");
  Setter setter(file_name);
  setter.add_members("", root);
  return setter.apply(Scenario{});
}

Result<Scenario> read_scenario(const std::string& path) {
  const Result<std::string> text = json::read_text(path);
  if (!text.is_ok()) return text.problems();
  return parse_scenario(text.value(), path);
}

std::string write_scenario(const Scenario& scenario) {
  Writer writer;
  describe(scenario, writer);
  return json::write(writer.root);
}

Result<Scenario> with_setting(const Scenario& scenario, std::string_view setting) {
  const std::size_t equals = setting.find('=');
  if (equals == std::string_view::npos)
    return Problem{"", 0, 0,
                   "--set needs key=value, for example lesion.diameter=12; this is " + quoted(setting)};
  const std::string path(trimmed(setting.substr(0, equals)));
  CommandValue given(path, std::string(trimmed(setting.substr(equals + 1))));
  describe(scenario, given);
  Setter setter("--set");
  setter.add(path, given.value, {});
  return setter.apply(scenario);
}

}  // namespace mend::params
