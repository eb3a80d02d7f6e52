#include "params/scenario_file.h"

#include <doctest/doctest.h>

#include "params/identity.h"

using namespace mend;
using namespace mend::params;

namespace {

/// The only problem of a text, as "line:column: message".
std::string problem_of(std::string_view text) {
  const auto result = parse_scenario(text, "f.json");
  REQUIRE_FALSE(result.is_ok());
  REQUIRE(result.problems().size() == 1);
  CHECK(result.problems()[0].file == "f.json");
  return result.problems()[0].text().substr(7);
}

void check_says(const std::string& message, std::initializer_list<std::string_view> parts) {
  CAPTURE(message);
  for (const std::string_view part : parts) {
    CAPTURE(part);
    CHECK(message.find(part) != std::string::npos);
  }
}

std::string asset(const char* name) {
  return std::string(MEND_SOURCE_DIR "/assets/scenarios/") + name + ".json";
}

Scenario load(const char* name) {
  const auto result = read_scenario(asset(name));
  if (!result.is_ok()) FAIL(result.problems().front().text());
  CHECK(result.value().name == name);
  return result.value();
}

}  // namespace

TEST_CASE("the shipped scenarios say what they promise") {
  const Scenario injury = load("cartilage-injury");
  CHECK(injury.lens == Lens::mechanism);
  CHECK(injury.lesion.diameter == 16.0);
  CHECK(injury.joint.recent_injury);
  CHECK(injury.nerve.injury == NerveInjuryKind::crush);
  CHECK(injury.nerve.above_fibular_neck == 20.0);
  REQUIRE(injury.regimen.size() == 1);
  CHECK(injury.regimen[0].day == 0.0);
  CHECK(injury.regimen[0].kind == EventKind::cells);
  CHECK(injury.regimen[0].dose == 5e7);
  const Scenario worn = load("knee-osteoarthritis");
  CHECK(worn.joint.kl_grade == 3);
  CHECK(worn.lesion.diameter == 0.0);
  CHECK(worn.regimen.size() == 1);
  const Scenario nerve = load("nerve-crush");
  CHECK(nerve.nerve.injury == NerveInjuryKind::crush);
  CHECK(nerve.lesion.diameter == 0.0);
  CHECK(nerve.regimen.empty());
  const Scenario healthy = load("healthy-knee");
  CHECK(differences(healthy, Scenario{}).size() == 2);  // its name and title
}

TEST_CASE("absent keys take the default, units of the same kind are taken over") {
  CHECK(hash(parse_scenario("{}", "f").value()) == hash(Scenario{}));
  const auto result = parse_scenario(
      R"({"lens": "trials", "seed": 18446744073709551615, "lesion": {"diameter": "1.6 cm"}, "nerve.axons": 19,
          "regimen": [{"day": "2 weeks", "kind": "steroid"}, {"day": "0d", "dose": "50 million cells"}]})",
      "f");
  REQUIRE(result.is_ok());
  const Scenario& scenario = result.value();
  CHECK(scenario.lens == Lens::trials);
  CHECK(scenario.seed == 18446744073709551615ull);
  CHECK(scenario.lesion.diameter == 16.0);
  CHECK(scenario.nerve.axons == 19);
  REQUIRE(scenario.regimen.size() == 2);
  CHECK(scenario.regimen[0].day == 14.0);
  CHECK(scenario.regimen[0].kind == EventKind::steroid);
  CHECK(scenario.regimen[1].dose == 5e7);
}

TEST_CASE("an unknown key is named with its place and what was meant") {
  check_says(problem_of("{\n  \"leison\": {\"diameter\": \"16 mm\"}\n}"),
             {"2:3: ", "\"leison\"", "\"lesion\""});
  check_says(problem_of(R"({"lesion": {"diametr": "16 mm"}})"), {"1:13: ", "in \"lesion\"", "\"diameter\""});
  check_says(problem_of(R"({"lesion.diametr": "16 mm"})"), {"1:2: ", "\"diameter\""});
  check_says(problem_of(R"({"regimen": [{"dsoe": "1 cells"}]})"), {"1:15: ", "\"regimen[0]\"", "\"dose\""});
  check_says(problem_of(R"({"lesion": {"temperature": 3}})"), {"known here: diameter"});
  check_says(problem_of(R"({"regimen[0].day": "1 day"})"), {"there is no event"});
}

TEST_CASE("a wrong type, unit or value says what is allowed") {
  check_says(problem_of(R"({"lesion": {"diameter": 16}})"), {"1:25: ", "needs its unit", "\"16 mm\""});
  check_says(problem_of(R"({"lesion": {"diameter": "16"}})"), {"1:25: ", "needs its unit", "\"16 mm\""});
  check_says(problem_of(R"({"lesion": {"diameter": "16 kg"}})"), {"1:25: ", "\"kg\"", "mm, cm"});
  check_says(problem_of(R"({"lesion": {"diameter": "31 mm"}})"), {"1:25: ", "31 mm", "0 to 30 mm"});
  check_says(problem_of(R"({"lesion": {"diameter": "inf mm"}})"), {"does not begin with a number"});
  check_says(problem_of(R"({"lesion": {"diameter": true}})"), {"number with its unit"});
  check_says(problem_of(R"({"joint": {"kl_grade": 5}})"), {"is 5", "0 to 4"});
  check_says(problem_of(R"({"joint": {"kl_grade": 2.5}})"), {"whole number"});
  check_says(problem_of(R"({"joint": {"load": "1"}})"), {"plain number", "0 to 2"});
  check_says(problem_of(R"({"joint": {"exercise": "yes"}})"), {"true or false"});
  check_says(problem_of(R"({"lens": "trails"})"),
             {"1:10: ", "did you mean \"trials\"?", "mechanism or trials"});
  check_says(problem_of(R"({"seed": -1})"), {"1:10: ", "18446744073709551615"});
  check_says(problem_of(R"({"name": "Not A Key"})"), {"lower-case"});
  check_says(problem_of("{\"title\": \"two\\nlines\"}"), {"control character"});
  check_says(problem_of(R"({"joint": 3})"), {"1:11: ", "group"});
  check_says(problem_of(R"({"regimen": {}})"), {"1:13: ", "list of events"});
  check_says(problem_of(R"({"regimen": [3]})"), {"1:14: ", "event"});
  check_says(problem_of("[]"), {"1:1: ", "a scenario must be"});
  check_says(problem_of(R"({"lesion": {"diameter": "1 mm"}, "lesion.diameter": "2 mm"})"),
             {"1:34: ", "twice"});
}

TEST_CASE("an event after the horizon is refused") {
  check_says(problem_of(R"({"horizon": "30 days", "regimen": [{"day": "5 weeks"}]})"),
             {"1:44: ", "day 35", "30 days"});
  check_says(problem_of(R"({"regimen": [{"day": "3 years"}]})"), {"horizon"});
}

TEST_CASE("a file of a later version says only that") {
  check_says(problem_of("{\"colour\": 1,\n \"version\": 2}"), {"2:13: ", "version 2", "up to version 1"});
}

TEST_CASE("all problems are told at once, in the order of the file, at most fifty") {
  const auto result =
      parse_scenario(R"({"regimen": [{"day": 1}], "lens": "x", "joint": {"a": 1, "load": 9}})", "f");
  REQUIRE(result.problems().size() == 4);
  for (std::size_t i = 1; i < 4; ++i) CHECK(result.problems()[i - 1].column < result.problems()[i].column);
  std::string many = "{";
  for (int i = 0; i < 100000; ++i) many += "\"k" + std::to_string(i) + "\": 1,";
  CHECK(parse_scenario(many + "\"l\": 1}", "f").problems().size() == 50);
}

TEST_CASE("a setting changes one field and nothing else") {
  Scenario scenario = load("cartilage-injury");
  const auto change = [&](const char* setting) {
    const auto result = with_setting(scenario, setting);
    if (!result.is_ok()) FAIL(result.problems().front().text());
    return result.value();
  };
  CHECK(change("lesion.diameter=12 mm").lesion.diameter == 12.0);
  CHECK(change("lesion.diameter=12").lesion.diameter == 12.0);
  CHECK(change(" lesion.diameter = 1.2 cm ").lesion.diameter == 12.0);
  CHECK(change("regimen[0].dose=1e7").regimen[0].dose == 1e7);
  CHECK(change("regimen[0].kind=saline").regimen[0].kind == EventKind::saline);
  CHECK(change("lens=trials").lens == Lens::trials);
  CHECK(change("joint.exercise=true").joint.exercise);
  CHECK(change("joint.kl_grade=3").joint.kl_grade == 3);
  CHECK(change("joint.load=0.5").joint.load == 0.5);
  CHECK(change("seed=18446744073709551615").seed == 18446744073709551615ull);
  CHECK(change("title=a = b").title == "a = b");
  const auto changed = differences(change("lesion.diameter=12"), scenario);
  REQUIRE(changed.size() == 1);
  CHECK(changed[0].path == "lesion.diameter");
  CHECK(changed[0].here == "12 mm");
  CHECK(changed[0].there == "16 mm");
}

TEST_CASE("a bad setting is refused and says why") {
  const Scenario scenario = load("cartilage-injury");
  const auto says = [&](const char* setting, std::initializer_list<std::string_view> parts) {
    const auto result = with_setting(scenario, setting);
    CAPTURE(setting);
    REQUIRE_FALSE(result.is_ok());
    check_says(result.problems().front().text(), parts);
  };
  says("lesion.diameter", {"key=value"});
  says("lesion.diameter=", {"--set"});
  says("lesion.diameter=99", {"0 to 30 mm"});
  says("lesion.diametr=9", {"did you mean \"diameter\"?"});
  says("diameter=9", {"there is no setting \"diameter\""});
  says("lesion=9", {"\"lesion\" must be a group"});
  says("regimen[1].dose=1e7", {"there is no event \"regimen[1]\""});
  says("regimen[0].day=3 years", {"after the horizon"});
  says("seed=1.5", {"whole number"});
  says("title=\xff", {"UTF-8"});
  says("joint.exercise=maybe", {"true or false"});
  says("horizon=nan", {"number"});
}
