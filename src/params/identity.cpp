#include "params/identity.h"

#include "base/hash.h"
#include "params/values.h"

namespace mend::params {
namespace {

class Hasher : public Visitor {
 public:
  Hash hash;

 private:
  void number(const Field& field, double& value, double) override {
    hash.add(path(field));
    hash.add(value);
  }
  void whole(const Field& field, int& value, int) override { add(field, static_cast<std::uint64_t>(value)); }
  void flag(const Field& field, bool& value, bool) override { add(field, value ? 1 : 0); }
  void choice(const Field& field, std::span<const Option>, int& value, int) override {
    add(field, static_cast<std::uint64_t>(value));
  }
  void seed(const Field& field, std::uint64_t& value, std::uint64_t) override { add(field, value); }
  void text(const Field& field, std::string& value, const std::string&) override {
    hash.add(path(field));
    hash.add(value);
  }
  bool list(const Group&, std::vector<Event>& events, const std::vector<Event>&) override {
    hash.add(static_cast<std::uint64_t>(events.size()));
    return true;
  }

  void add(const Field& field, std::uint64_t value) {
    hash.add(path(field));
    hash.add(value);
  }
};

class Comparison : public Visitor {
 public:
  std::vector<Difference> found;

 private:
  void number(const Field& field, double& value, double other) override {
    add(field, number_text(field, value), number_text(field, other));
  }
  void whole(const Field& field, int& value, int other) override {
    add(field, std::to_string(value), std::to_string(other));
  }
  void flag(const Field& field, bool& value, bool other) override {
    add(field, value ? "true" : "false", other ? "true" : "false");
  }
  void choice(const Field& field, std::span<const Option> options, int& value, int other) override {
    add(field, std::string(options[static_cast<std::size_t>(value)].key),
        std::string(options[static_cast<std::size_t>(other)].key));
  }
  void seed(const Field& field, std::uint64_t& value, std::uint64_t other) override {
    add(field, std::to_string(value), std::to_string(other));
  }
  void text(const Field& field, std::string& value, const std::string& other) override {
    add(field, value, other);
  }
  bool list(const Group& group, std::vector<Event>& events, const std::vector<Event>& others) override {
    if (events.size() == others.size()) return true;
    found.push_back({path(group.key), std::string(group.name), std::to_string(events.size()) + " events",
                     std::to_string(others.size()) + " events"});
    return false;
  }

  void add(const Field& field, std::string here, std::string there) {
    if (here != there)
      found.push_back({path(field), std::string(field.name), std::move(here), std::move(there)});
  }
};

}  // namespace

std::uint64_t hash(const Scenario& scenario) {
  Hasher hasher;
  describe(scenario, hasher);
  return hasher.hash.value();
}

std::vector<Difference> differences(const Scenario& here, const Scenario& there) {
  Comparison comparison;
  compare(here, there, comparison);
  return std::move(comparison.found);
}

}  // namespace mend::params
