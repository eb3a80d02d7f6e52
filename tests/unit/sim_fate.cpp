#include "sim/fate.h"

#include <doctest/doctest.h>

using namespace mend;
using enum sim::Fate;

TEST_CASE("at half its cue, at its own stiffness and in calm, a cell turns at half its fastest") {
  CHECK(sim::hazard({}, cartilage, {.tgf_b = 3, .stiffness = 25}) == doctest::Approx(0.05));
  CHECK(sim::hazard({}, ligament, {.strain = 4, .stiffness = 40}) == doctest::Approx(0.06));
  CHECK(sim::hazard({}, bone, {.bmp = 50, .stiffness = 35}) == doctest::Approx(0.04));
  CHECK(sim::hazard({}, muscle, {.late_macrophages = 0.35, .stiffness = 11}) == doctest::Approx(0.275));
  CHECK(sim::hazard({}, schwann, {.growth_factor = 0.5, .stiffness = 1}) == doctest::Approx(0.015));
}

TEST_CASE("cues act by their steepness") {
  CHECK(sim::hazard({}, cartilage, {.tgf_b = 6, .stiffness = 25}) == doctest::Approx(0.08));
  CHECK(sim::hazard({}, muscle, {.late_macrophages = 0.7, .stiffness = 11}) == doctest::Approx(0.55 * 2 / 3));
}

TEST_CASE("inflammation and scarring hold cells back, bone heeds neither") {
  CHECK(sim::hazard({}, cartilage, {.tgf_b = 3, .inflammation = 0.5, .stiffness = 25}) ==
        doctest::Approx(0.025));
  CHECK(sim::hazard({}, ligament, {.strain = 4, .inflammation = 1, .stiffness = 40}) ==
        doctest::Approx(0.012));
  CHECK(sim::hazard({}, muscle, {.late_macrophages = 0.35, .fibrosis = 1, .stiffness = 11}) ==
        doctest::Approx(0.1375));
  CHECK(sim::hazard({}, bone, {.bmp = 50, .inflammation = 1, .fibrosis = 1, .stiffness = 35}) ==
        doctest::Approx(0.04));
}

TEST_CASE("a place as stiff as bone is no place for nerve, and without a cue nothing turns") {
  CHECK(sim::hazard({}, schwann, {.growth_factor = 1, .stiffness = 35}) < 1e-8);
  // One width of ln E away: e^-0.5.
  CHECK(sim::hazard({}, cartilage, {.tgf_b = 3, .stiffness = 25 * 1.8221188}) ==
        doctest::Approx(0.05 * 0.60653));
  for (std::size_t fate = 0; fate < sim::kFates; ++fate)
    CHECK(sim::hazard({}, static_cast<sim::Fate>(fate), {.stiffness = 10}) == 0);
}

TEST_CASE("joint and nerve offer their own fate only") {
  const params::CellModel model;
  const sim::Cues joint = sim::joint_cues(model, 0.3), nerve = sim::nerve_cues(model, 0.8, 0.2);
  CHECK(sim::hazard(model, cartilage, joint) > 0.03);
  CHECK(sim::hazard(model, schwann, joint) == 0);
  CHECK(sim::hazard(model, schwann, nerve) > 0.01);
  CHECK(sim::hazard(model, cartilage, nerve) == 0);
  CHECK(sim::joint_cues(model, 7).inflammation == 1);
  CHECK(sim::nerve_cues(model, 7, 7).growth_factor == 1);
}
