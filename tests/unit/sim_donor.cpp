#include "sim/donor.h"

#include <doctest/doctest.h>

using namespace mend;

TEST_CASE("cells of older donors divide less often, down to a floor") {
  CHECK(sim::doubling_limit({}, 24) == doctest::Approx(41));
  CHECK(sim::doubling_limit({}, 75) == doctest::Approx(24).epsilon(0.01));
  CHECK(sim::doubling_limit({}, 0) > 48);
  CHECK(sim::doubling_limit({.doublings_loss = 0.6}, 90) == 15);
}

TEST_CASE("only own cells are as old as the patient, and only they lose potency") {
  CHECK(sim::donor_age({}, {.own_cells = true}, 70) == 70);
  CHECK(sim::donor_age({}, {}, 70) == 24);
  CHECK(sim::donor_age({}, {.source = params::CellSource::cord}, 70) == 0);
  CHECK(sim::potency({}, {}, 90) == 1);
  CHECK(sim::potency({}, {.own_cells = true}, 20) == 1);
  CHECK(sim::potency({}, {.own_cells = true}, 30) == 1);
  CHECK(sim::potency({}, {.own_cells = true}, 75) == doctest::Approx(24.017 / 39.002).epsilon(0.001));
}

TEST_CASE("a dose costs doublings in culture: more from marrow than from fat, and more from the old") {
  const params::Event marrow{.dose = 5e7}, fat{.dose = 5e7, .source = params::CellSource::fat};
  // Marrow at 24: 1e8 * 1e-4 * (1/200)^0.3 = 2040 stem cells; 14.6 doublings.
  CHECK(sim::culture_doublings({}, marrow, 45) == doctest::Approx(14.58).epsilon(0.002));
  CHECK(sim::culture_doublings({}, marrow, 45) - sim::culture_doublings({}, fat, 45) ==
        doctest::Approx(8.23).epsilon(0.002));  // log2(300)
  const params::Event own{.dose = 5e7, .own_cells = true};
  CHECK(sim::culture_doublings({}, own, 80) == doctest::Approx(19.93).epsilon(0.002));
  CHECK(sim::culture_doublings({}, {.dose = 100}, 45) == 0);
  CHECK(sim::doublings_left({}, marrow, 45) == doctest::Approx(41 - 14.58).epsilon(0.002));
  CHECK(sim::doublings_left({}, own, 80) == doctest::Approx(22.352 - 19.93).epsilon(0.01));
  CHECK(sim::doublings_left({.doublings_loss = 0.6, .harvest = 1e7}, {.dose = 1.5e8, .own_cells = true},
                            90) == 0);
}

TEST_CASE("chromosome ends shorten with each doubling and stop at arrest") {
  CHECK(sim::telomere_length({}, 0) == 10.5);
  CHECK(sim::telomere_length({}, 20) == doctest::Approx(9));
  CHECK(sim::telomere_length({}, 200) == 5.5);
}
