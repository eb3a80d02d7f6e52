#include "sim/medicine.h"

#include <doctest/doctest.h>

#include <cmath>
#include <initializer_list>

#include "params/random_scenario.h"
#include "sim/pain.h"
#include "sim/simulate.h"

using namespace mend;

namespace {

params::Scenario with_opioid(params::OpioidPlan plan, double mme = 60) {
  params::Scenario scenario;
  scenario.medicine.opioid = plan;
  scenario.medicine.opioid_dose = mme;
  return scenario;
}

/// Medicine after some days at one rating.
sim::Medicine taken(const params::Scenario& scenario, double days, double rating = 6) {
  sim::Medicine medicine(scenario);
  for (double day = 0; day < days; day += sim::kStep) medicine.step(sim::kStep, rating);
  return medicine;
}

double dose_after(const params::Scenario& scenario, double days, double rating) {
  return taken(scenario, days, rating).state().opioid_dose;
}

bool is_possible(const sim::MedicineState& state) {
  for (const double share : {state.opioid_effect, state.nsaid_effect, state.neuropathic_effect,
                             state.withdrawal, state.constipation, state.nausea, state.sedation}) {
    if (!(share >= 0 && share <= 1)) return false;
  }
  for (const double number : {state.opioid_dose, state.effect_site, state.tolerance, state.rebound}) {
    if (!(std::isfinite(number) && number >= 0)) return false;
  }
  return true;
}

bool is_possible(const sim::Pain& pain) {
  return pain.rating() >= 0 && pain.rating() <= 10 && pain.peripheral() >= 0 && pain.peripheral() <= 2 &&
         pain.central() >= 0 && pain.central() <= 1;
}

}  // namespace

TEST_CASE("in a steady state the mean concentration is dose over clearance, and tolerance is as high") {
  const params::Scenario scenario = with_opioid(params::OpioidPlan::fixed);
  const params::MedicineModel& model = scenario.medicine_model;
  const sim::MedicineState state = taken(scenario, 120).state();
  const double expected = 1000 * model.oral_share * 60 / model.mme_per_mg / 24 / model.clearance;
  CHECK(state.effect_site == doctest::Approx(expected).epsilon(1e-4));
  CHECK(state.tolerance == doctest::Approx(expected).epsilon(1e-4));
  CHECK(state.withdrawal < 1e-3);
  CHECK(state.opioid_dose == 60);
}

TEST_CASE("the chain is exact: explicit steps of a second agree") {
  const params::Scenario scenario = with_opioid(params::OpioidPlan::fixed);
  const params::MedicineModel& model = scenario.medicine_model;
  const double ke0 = std::log(2) / model.effect_half_life, ktol = std::log(2) / model.tolerance_half_life;
  constexpr double dt = 1.0 / 3600;
  double gut = 0, body = 0, site = 0, tolerance = 0;
  double mean = 0, effect = 0;
  for (int i = 0; i < 12 * 3600; ++i) {
    if (i % (6 * 3600) == 0) {
      gut += 10;
      mean = effect = 0;
    }
    const double absorbed = model.absorption * gut, cleared = model.clearance / model.volume * body;
    const double before = site;
    site += dt * ke0 * (1000 * body / model.volume - site);
    tolerance += dt * ktol * (before - tolerance);
    gut -= dt * absorbed;
    body += dt * (model.oral_share * absorbed - cleared);
    mean += site / (6 * 3600);
    effect += model.largest_effect * site /
              (model.half_effect * (1 + tolerance / model.tolerance_scale) + site) / (6 * 3600);
  }
  const sim::MedicineState state = taken(scenario, 0.5).state();
  CHECK(state.effect_site == doctest::Approx(mean).epsilon(1e-3));
  CHECK(state.opioid_effect == doctest::Approx(effect).epsilon(1e-3));
}

TEST_CASE("medicine is taken from its first day until its last") {
  params::Scenario scenario = with_opioid(params::OpioidPlan::fixed);
  scenario.medicine.nsaid = params::Nsaid::oral;
  scenario.medicine.from_day = 10;
  scenario.medicine.until_day = 40;
  CHECK(taken(scenario, 10).state().opioid_dose == 0);
  CHECK(taken(scenario, 10).state().nsaid_effect == 0);
  CHECK(taken(scenario, 10.25).state().opioid_dose == 60);
  CHECK(taken(scenario, 40).state().opioid_dose == 60);
  CHECK(taken(scenario, 40).state().nsaid_effect == doctest::Approx(0.21).epsilon(1e-4));
  CHECK(taken(scenario, 40.25).state().opioid_dose == 0);
  CHECK(taken(scenario, 43).state().nsaid_effect == doctest::Approx(0.21 / std::exp(1)).epsilon(1e-4));
}

TEST_CASE("stopping leaves tolerance behind: withdrawal, and pain beyond its cause, for weeks") {
  params::Scenario scenario = with_opioid(params::OpioidPlan::fixed);
  scenario.medicine.until_day = 90;
  const sim::MedicineState before = taken(scenario, 90).state(), after = taken(scenario, 92).state();
  CHECK(after.effect_site < 0.01 * before.effect_site);
  CHECK(after.tolerance > 0.7 * before.tolerance);
  CHECK(after.withdrawal > 0.3);
  CHECK(after.rebound > 0.2);
  CHECK(after.constipation < 0.05);
  CHECK(taken(scenario, 120).state().withdrawal < 0.02);
}

TEST_CASE("side effects come with the dose, nausea and sedation fade with tolerance, constipation does not") {
  const params::Scenario scenario = with_opioid(params::OpioidPlan::fixed);
  const sim::MedicineState early = taken(scenario, 2).state(), late = taken(scenario, 90).state();
  const sim::MedicineState doubled = taken(with_opioid(params::OpioidPlan::fixed, 120), 90).state();
  CHECK(late.constipation >= early.constipation);
  CHECK(late.nausea < 0.7 * early.nausea);
  CHECK(late.sedation < 0.8 * early.sedation);
  CHECK(doubled.constipation > late.constipation);
  CHECK(doubled.nausea > late.nausea);
}

TEST_CASE(
    "the rule lowers the dose by a tenth of the first a month where pain stays at its target, never raises "
    "it") {
  const params::Scenario scenario = with_opioid(params::OpioidPlan::rule);
  CHECK(dose_after(scenario, 30, 4) == 60);
  CHECK(dose_after(scenario, 31, 4) == doctest::Approx(54));
  CHECK(dose_after(scenario, 62, 4) == doctest::Approx(48));
  CHECK(dose_after(scenario, 400, 4) == 0);
  CHECK(dose_after(scenario, 400, 4.1) == 60);
  CHECK(dose_after(with_opioid(params::OpioidPlan::fixed), 400, 1) == 60);
  // One bad day in a month holds the dose for that month.
  sim::Medicine medicine(scenario);
  for (int day = 0; day < 62; ++day) medicine.step(1, day == 20 ? 5 : 3);
  CHECK(medicine.state().opioid_dose == doctest::Approx(54));
}

TEST_CASE("each medicine for nerve pain and each way to take an anti-inflammatory has its own effect") {
  params::Scenario scenario;
  using params::NeuropathicDrug, params::Nsaid;
  const auto neuropathic = [&](NeuropathicDrug drug) {
    scenario.medicine.neuropathic = drug;
    return taken(scenario, 90).state().neuropathic_effect;
  };
  CHECK(neuropathic(NeuropathicDrug::none) == 0);
  CHECK(neuropathic(NeuropathicDrug::tricyclic) == doctest::Approx(0.18).epsilon(1e-4));
  CHECK(neuropathic(NeuropathicDrug::snri) == doctest::Approx(0.12).epsilon(1e-4));
  CHECK(neuropathic(NeuropathicDrug::gabapentinoid) == doctest::Approx(0.12).epsilon(1e-4));
  CHECK(taken(scenario, 7).state().neuropathic_effect == doctest::Approx(0.12 * 0.6321).epsilon(1e-3));
  scenario.medicine.nsaid = Nsaid::topical;
  CHECK(taken(scenario, 90).state().nsaid_effect == doctest::Approx(0.15).epsilon(1e-4));
  CHECK(taken(scenario, 3).state().nsaid_effect == doctest::Approx(0.15 * 0.6321).epsilon(1e-3));
}

TEST_CASE("how well medicine works in a person multiplies every effect, up to a limit") {
  params::Scenario scenario = with_opioid(params::OpioidPlan::fixed);
  scenario.medicine.nsaid = params::Nsaid::oral;
  const sim::MedicineEffects usual = taken(scenario, 30).effects();
  scenario.medicine_model.effect_factor = 0.4;
  const sim::MedicineEffects less = taken(scenario, 30).effects();
  CHECK(less.opioid == doctest::Approx(0.4 * usual.opioid));
  CHECK(less.nsaid == doctest::Approx(0.4 * usual.nsaid));
  scenario.medicine_model.effect_factor = 3;
  scenario.medicine_model.nsaid_oral = 0.9;
  CHECK(taken(scenario, 30).effects().nsaid == scenario.medicine_model.effect_limit);
}

TEST_CASE("any medicine of any constants: finite, within bounds, and the same for half the step within 1 %") {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    CAPTURE(seed);
    params::Scenario scenario = params::random_scenario(seed);
    scenario.medicine.from_day = static_cast<double>(seed % 20);
    scenario.medicine.until_day = 60;
    const auto rating = [&](double step) {
      sim::PainInput input{.synovitis = 0.05 * static_cast<double>(seed % 30),
                           .joint_pain_mm = static_cast<double>(seed % 101),
                           .nerve_injured = seed % 3 != 0,
                           .ectopic_share = 0.1 * static_cast<double>(seed % 11),
                           .growth_factor = static_cast<double>(seed % 7)};
      sim::Pain pain(scenario, input);
      sim::Medicine medicine(scenario);
      for (double day = 0; day < 90; day += step) {
        medicine.step(step, pain.rating());
        input.medicine = medicine.effects();
        pain.step(step, input);
        REQUIRE(is_possible(medicine.state()));
        REQUIRE(is_possible(pain));
      }
      return pain.rating();
    };
    const double usual = rating(sim::kStep), fine = rating(sim::kStep / 2);
    CHECK(std::fabs(usual - fine) <= 0.01 * fine + 1e-3);
  }
}
