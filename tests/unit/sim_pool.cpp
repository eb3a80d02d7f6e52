#include "sim/pool.h"

#include <doctest/doctest.h>

#include "sim/dose.h"

using namespace mend;

namespace {

sim::Pool injected(const params::Event& event, double patient_age = 45) {
  sim::Pool pool({}, patient_age);
  pool.inject(event);
  return pool;
}

}  // namespace

TEST_CASE("most cells leave in days, a few stay for months, in steps of any length") {
  sim::Pool fine = injected({.dose = 1e7}), coarse = fine;
  CHECK(fine.alive() == doctest::Approx(8.5e6));
  for (int i = 0; i < 280; ++i) fine.advance(0.1);
  coarse.advance(28);
  CHECK(fine.alive() == doctest::Approx(coarse.alive()).epsilon(1e-9));
  CHECK(fine.alive() == doctest::Approx(0.01418 * 1e7).epsilon(0.001));
  CHECK(fine.signal() == doctest::Approx(coarse.signal()).epsilon(1e-9));
  for (int i = 0; i < 280; ++i) fine.advance(0.1);
  coarse.advance(28);  // over the moment at which the last are no longer heard
  CHECK(fine.signal() == doctest::Approx(coarse.signal()).epsilon(1e-9));
}

TEST_CASE("the signal rises to u of the dose while cells are there, then fades") {
  sim::Pool pool = injected({.dose = 5e7});
  CHECK(pool.signal() == 0);
  pool.advance(3);
  CHECK(pool.signal() == doctest::Approx(0.75 * 0.63212).epsilon(0.001));
  for (int i = 0; i < 170; ++i) pool.advance(0.1);
  const double high = pool.signal();
  CHECK(high == doctest::Approx(0.75).epsilon(0.005));
  for (int i = 0; i < 400; ++i) pool.advance(0.1);
  const double faded = pool.signal();
  CHECK(faded < 0.5 * high);
  pool.advance(14);
  CHECK(pool.signal() == doctest::Approx(faded * 0.36788).epsilon(0.001));
}

TEST_CASE("repeats add to the pool and carry the signal on, together they act as the most alive at once") {
  sim::Pool once = injected({.dose = 1e7}), twice = once;
  for (int i = 0; i < 300; ++i) {
    if (i == 200) twice.inject({.dose = 1e7});
    once.advance(0.1);
    twice.advance(0.1);
  }
  CHECK(twice.alive() > 5 * once.alive());
  CHECK(twice.injected() == 2e7);
  // A little was left when the second came: a little more than u(1e7) = 0.5.
  CHECK(twice.signal() > 0.49);
  CHECK(twice.signal() < 0.55);
  sim::Pool at_once = injected({.dose = 1e7});
  at_once.inject({.dose = 1e7});
  at_once.advance(20);
  CHECK(at_once.signal() == doctest::Approx(sim::dose_effect({}, 2e7)).epsilon(0.002));
}

TEST_CASE("own cells of an old patient signal less, given ones do not") {
  sim::Pool own = injected({.dose = 5e7, .own_cells = true}, 75), given = injected({.dose = 5e7}, 75);
  own.advance(1);
  given.advance(1);
  CHECK(own.signal() == doctest::Approx(0.6158 * given.signal()).epsilon(0.001));
  CHECK(own.alive() == given.alive());
}

TEST_CASE("a mixture signals as the mean of its cells") {
  sim::Pool mixed({.signal_fat = 0.5}, 45);
  mixed.inject({.dose = 3e7});
  mixed.inject({.dose = 1e7, .source = params::CellSource::fat});
  mixed.advance(20);
  CHECK(mixed.signal() == doctest::Approx(0.875 * sim::dose_effect({}, 4e7)).epsilon(0.002));
}

TEST_CASE("an empty pool stays empty") {
  sim::Pool pool({}, 45);
  pool.inject({.dose = 0});
  pool.advance(100);
  CHECK(pool.alive() == 0);
  CHECK(pool.signal() == 0);
}
