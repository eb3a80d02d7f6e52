#include <doctest/doctest.h>

#include <array>
#include <cstdio>
#include <set>

#include "params/describe.h"
#include "params/identity.h"
#include "params/random_scenario.h"
#include "params/scenario_file.h"

using namespace mend;
using namespace mend::params;

namespace {

constexpr std::uint64_t kScenarios = 200;

/// One field as the text of a --set, and one way to set it to something else.
struct Setting {
  std::string path, value;
};

/// Every number and choice of a scenario as settings.
struct Settings : Visitor {
  std::vector<Setting> all;

  void number(const Field& field, double& value, double) override { add(field, value); }
  void whole(const Field& field, int& value, int) override { add(field, value); }
  void flag(const Field& field, bool& value, bool) override {
    all.push_back({path(field), value ? "true" : "false"});
  }
  void choice(const Field& field, std::span<const Option> options, int& value, int) override {
    all.push_back({path(field), std::string(options[static_cast<std::size_t>(value)].key)});
  }
  void seed(const Field& field, std::uint64_t& value, std::uint64_t) override {
    all.push_back({path(field), std::to_string(value)});
  }
  void add(const Field& field, double value) {
    std::array<char, 40> digits{};
    std::snprintf(digits.data(), digits.size(), "%.17g", value);
    all.push_back({path(field), digits.data()});
  }
};

}  // namespace

TEST_CASE("a written scenario reads back the same, with the same hash and the same text") {
  for (std::uint64_t seed = 0; seed < kScenarios; ++seed) {
    const Scenario scenario = random_scenario(seed);
    const std::string text = write_scenario(scenario);
    const auto back = parse_scenario(text, "random.json");
    CAPTURE(text);
    if (!back.is_ok()) FAIL(back.problems().front().text());
    CHECK(hash(back.value()) == hash(scenario));
    CHECK(differences(back.value(), scenario).empty());
    CHECK(write_scenario(back.value()) == text);
  }
}

TEST_CASE("random scenarios are all different, and the same for the same seed") {
  std::set<std::uint64_t> hashes;
  for (std::uint64_t seed = 0; seed < kScenarios; ++seed) {
    hashes.insert(hash(random_scenario(seed)));
    CHECK(hash(random_scenario(seed)) == hash(random_scenario(seed)));
  }
  CHECK(hashes.size() == kScenarios);
}

TEST_CASE("setting a field and setting it back leaves the scenario as it was") {
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    const Scenario scenario = random_scenario(seed);
    Scenario other = random_scenario(seed + kScenarios);
    other.regimen = scenario.regimen;  // the same paths in both
    other.horizon = scenario.horizon;
    Settings here, there;
    describe(scenario, here);
    describe(other, there);
    REQUIRE(here.all.size() == there.all.size());
    for (std::size_t i = 0; i < here.all.size(); ++i) {
      CAPTURE(here.all[i].path);
      const auto changed = with_setting(scenario, there.all[i].path + "=" + there.all[i].value);
      REQUIRE(changed.is_ok());
      const bool is_other = here.all[i].value != there.all[i].value;
      CHECK((hash(changed.value()) != hash(scenario)) == is_other);
      CHECK(differences(changed.value(), scenario).size() == (is_other ? 1 : 0));
      const auto back = with_setting(changed.value(), here.all[i].path + "=" + here.all[i].value);
      REQUIRE(back.is_ok());
      CHECK(hash(back.value()) == hash(scenario));
    }
  }
}
