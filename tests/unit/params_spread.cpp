#include "params/spread.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>
#include <string>

#include "base/result.h"
#include "params/identity.h"

using namespace mend;
using namespace mend::params;

namespace {

constexpr std::size_t kPeople = 4000;

/// One number of each person, in rising order.
template <typename Read>
std::vector<double> over_people(const Scenario& scenario, Read&& read) {
  std::vector<double> all;
  for (std::size_t person = 0; person < kPeople; ++person)
    all.push_back(read(person_of(scenario, 7, person)));
  std::sort(all.begin(), all.end());
  return all;
}

double mean(const std::vector<double>& all) {
  return std::accumulate(all.begin(), all.end(), 0.0) / static_cast<double>(all.size());
}
double deviation(const std::vector<double>& all) {
  double sum = 0;
  for (const double each : all) sum += (each - mean(all)) * (each - mean(all));
  return std::sqrt(sum / static_cast<double>(all.size()));
}
double share_within(const std::vector<double>& all, double low, double high) {
  const auto count = std::count_if(all.begin(), all.end(), [&](double x) { return x >= low && x < high; });
  return static_cast<double>(count) / static_cast<double>(all.size());
}

/// Gathers the path of every number, and whether it is within its range.
struct Paths : Visitor {
  std::set<std::string> all;
  void number(const Field& field, double& value, double) override {
    all.insert(path(field));
    CHECK(value >= field.low);
    CHECK(value <= field.high);
  }
};

}  // namespace

TEST_CASE("every spread is of a number that exists, and keeps it within its range") {
  for (const std::uint64_t seed : {1, 2, 3}) {
    Paths paths;
    Scenario extreme;
    extreme.joint_model.drive_kl4 = 0.5;
    extreme.joint_model.context_size = 30;
    extreme.joint_model.memory_lifetime = 100;
    const Scenario person = person_of(extreme, seed, 5);
    describe(person, paths);
    for (const Spread& spread : spreads()) {
      CAPTURE(spread.path);
      CHECK(paths.all.count(std::string(spread.path)) == 1);
    }
  }
}

TEST_CASE("a person is a function of the seed and the number of the person") {
  const Scenario scenario;
  CHECK(hash(person_of(scenario, 1, 3)) == hash(person_of(scenario, 1, 3)));
  CHECK(hash(person_of(scenario, 1, 3)) != hash(person_of(scenario, 1, 4)));
  CHECK(hash(person_of(scenario, 1, 3)) != hash(person_of(scenario, 2, 3)));
  CHECK(person_of(scenario, 1, 3).seed != person_of(scenario, 1, 4).seed);
}

TEST_CASE("a person differs from the scenario only where a spread is stated, and in the seed") {
  const Scenario scenario;
  for (const Difference& difference : differences(person_of(scenario, 1, 2), scenario)) {
    CAPTURE(difference.path);
    const bool stated = std::any_of(spreads().begin(), spreads().end(),
                                    [&](const Spread& spread) { return spread.path == difference.path; });
    CHECK((stated || difference.path == "seed"));
  }
}

TEST_CASE("the joint's numbers lie evenly within 30 %") {
  const auto drives = over_people({}, [](const Scenario& person) { return person.joint_model.drive_kl3; });
  CHECK(drives.front() >= 0.35 * 0.7);
  CHECK(drives.back() <= 0.35 * 1.3);
  CHECK(mean(drives) == doctest::Approx(0.35).epsilon(0.01));
  CHECK(share_within(drives, 0, 0.35 * 0.85) == doctest::Approx(0.25).epsilon(0.1));
  const Scenario one = person_of({}, 7, 11);
  CHECK(one.joint_model.drive_kl3 / 0.35 == doctest::Approx(one.joint_model.drive_kl0 / 0.05));
  CHECK(one.joint_model.drive_kl3 / 0.35 != doctest::Approx(one.defect_model.synthesis / 0.022));
}

TEST_CASE("medicine: clearance varies by 50 %, pain by 1.5 points, and about half respond") {
  const auto clearance =
      over_people({}, [](const Scenario& person) { return person.medicine_model.clearance; });
  CHECK(mean(clearance) == doctest::Approx(48.6).epsilon(0.03));
  CHECK(deviation(clearance) / mean(clearance) == doctest::Approx(0.5).epsilon(0.08));
  const auto baseline =
      over_people({}, [](const Scenario& person) { return person.pain_model.baseline_shift; });
  CHECK(std::fabs(mean(baseline)) < 0.08);
  CHECK(deviation(baseline) == doctest::Approx(1.5).epsilon(0.04));
  const auto effect =
      over_people({}, [](const Scenario& person) { return person.medicine_model.effect_factor; });
  CHECK(mean(effect) == doctest::Approx(0.55 * 1.5 + 0.45 * 0.4).epsilon(0.04));
  // Between the two kinds, at 0.75, few are of the other kind: 4 % of those who respond, 5 % of the others.
  CHECK(share_within(effect, 0.75, 99) == doctest::Approx(0.55 * 0.96 + 0.45 * 0.05).epsilon(0.06));
}

TEST_CASE("microfracture takes in full in about a quarter of people") {
  const auto response =
      over_people({}, [](const Scenario& person) { return person.defect_model.microfracture_response; });
  CHECK(response.back() == 1);
  CHECK(response[kPeople / 2] == doctest::Approx(0.45).epsilon(0.06));
  // ln(1/0.45)/1.1 = 0.726: 23.4 % above.
  CHECK(share_within(response, 1, 2) == doctest::Approx(0.234).epsilon(0.1));
}

TEST_CASE("a spread is told in words") {
  std::set<std::string> all;
  for (const Spread& spread : spreads()) all.insert(in_words(spread));
  CHECK(all.count("evenly within 30 % of its value") == 1);
  CHECK(all.count("plus or minus 1.5 (standard deviation, normal)") == 1);
  CHECK(all.count("times 1.5 in 55 % of people, times 0.4 in the others") == 1);
  CHECK(all.count("times 0.45, in the middle 80 % of people 0.11 to 1.84 (lognormal)") == 1);
}
