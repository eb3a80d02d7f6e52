#include "sim/cable.h"

#include <doctest/doctest.h>

#include <cmath>

#include "params/random_scenario.h"
#include "sim/conduction.h"

using namespace mend;

namespace {

const params::AxonModel kModel;

}  // namespace

TEST_CASE("a fibre of 21 nodes has 221 compartments, one internode apart") {
  const sim::Cable cable(kModel, sim::healthy_fibre(10, 20), 37);
  CHECK(cable.compartments() == 221);
  REQUIRE(cable.potentials().size() == 21);
  CHECK(cable.places().front() == 0);
  CHECK(cable.places()[1] == doctest::Approx(1150));
  CHECK(cable.places().back() == doctest::Approx(20 * 1150));
  CHECK(cable.time() == 0);
}

TEST_CASE("the error of the velocity falls with the square of the step") {
  const auto velocity = [](double step) {
    return sim::conduct(kModel, sim::healthy_fibre(10, 20), 37, step).velocity;
  };
  const double fine = velocity(0.0005);
  MESSAGE("of a very small step: ", velocity(0.005) / fine, ", ", velocity(0.01) / fine, ", ",
          velocity(0.02) / fine);
  CHECK(std::fabs(velocity(0.005) / fine - 0.987) < 0.003);
  CHECK(std::fabs(velocity(0.010) / fine - 0.95) < 0.01);
  CHECK(std::fabs(velocity(0.020) / fine - 0.86) < 0.02);
}

TEST_CASE("the same fibre gives the same bits, whatever lies beside it in memory") {
  sim::Cable one(kModel, sim::healthy_fibre(8, 7), 37), two(kModel, sim::healthy_fibre(8, 7), 37);
  for (int i = 0; i < 200; ++i) {
    one.step(i < 20 ? 2 : 0);
    two.step(i < 20 ? 2 : 0);
  }
  CHECK(one.potentials() == two.potentials());
}

TEST_CASE("a weak stimulus fires nothing") {
  params::AxonModel model;
  model.stimulus = 0.1;
  CHECK(sim::conduct(model, sim::healthy_fibre(10, 20), 37).is_blocked);
}

TEST_CASE("block stops the potential at the damage and leaves the near side firing") {
  sim::Fibre fibre = sim::healthy_fibre(10, 20);
  sim::thin(fibre, 9, 2, 0.025);
  sim::Cable cable(kModel, fibre, 37);
  double near = -80, far = -80;
  while (cable.time() < 2) {
    cable.step(cable.time() < 0.1 ? 2 : 0);
    near = std::max(near, cable.potentials()[7]);
    far = std::max(far, cable.potentials()[12]);
  }
  CHECK(near > 0);
  CHECK(far < -60);
}

TEST_CASE("potentials stay finite for random constants") {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    CAPTURE(seed);
    const params::AxonModel model = params::random_scenario(seed).axon_model;
    sim::Fibre fibre = sim::healthy_fibre(1 + 0.25 * static_cast<double>(seed), 6);
    sim::thin(fibre, 2, 2, 0.01);
    sim::Cable cable(model, fibre, model.temperature);
    while (cable.time() < 2) cable.step(cable.time() < model.stimulus_time ? model.stimulus : 0);
    for (const double potential : cable.potentials()) CHECK(std::fabs(potential) < 200);
  }
}

TEST_CASE("shapes lie straight between the rows of the table, and at its ends beyond them") {
  CHECK(sim::fibre_shape(10).axon == 6.9);
  CHECK(sim::fibre_shape(9.35).internode == doctest::Approx(1075));
  CHECK(sim::fibre_shape(0.1).axon == 0.8);
  CHECK(sim::fibre_shape(40).axon == doctest::Approx(12.7));
}

TEST_CASE("short new sheaths take the place of long ones over the same length") {
  sim::Fibre fibre = sim::healthy_fibre(10, 5);
  const double length = fibre.length();
  sim::remyelinate(fibre, 1, 2, 3, 0.3);
  REQUIRE(fibre.internodes.size() == 9);
  CHECK(fibre.length() == doctest::Approx(length));
  CHECK(fibre.internodes[0].lamellae == 120);
  CHECK(fibre.internodes[1].lamellae == doctest::Approx(36));
  CHECK(fibre.internodes[6].length == doctest::Approx(1150.0 / 3));
  CHECK(fibre.internodes[7].length == 1150);
}
