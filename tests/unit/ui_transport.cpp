// Time as the bottom bar tells and steps it.
#include "ui/transport.h"

#include <doctest/doctest.h>

#include "ui/chart.h"

using namespace mend::ui;

TEST_CASE("a day is told in weeks and months") {
  CHECK(week_text(0) == "Week 0");
  CHECK(week_text(6.99) == "Week 0");
  CHECK(week_text(84) == "Week 12");
  CHECK(month_text(84) == "Month 2.8 · day 84");
}

TEST_CASE("steps are days at first, then weeks, and go back the way they came") {
  CHECK(stepped(0, 1, 730) == 1);
  CHECK(stepped(3.4, 1, 730) == 4);
  CHECK(stepped(3.4, -1, 730) == 3);
  CHECK(stepped(14, 1, 730) == 21);
  CHECK(stepped(21, -1, 730) == 14);
  CHECK(stepped(14, -1, 730) == 13);
  CHECK(stepped(0, -1, 730) == 0);
  CHECK(stepped(729, 1, 730) == 730);
}

TEST_CASE("speeds climb a ladder and stay on its ends") {
  double speed = 7;
  for (int i = 0; i < 20; ++i) {
    const double next = next_speed(speed, 1);
    CHECK(next >= speed);
    CHECK(next_speed(next, -1) <= next);
    speed = next;
  }
  CHECK(next_speed(speed, 1) == speed);
  for (int i = 0; i < 20; ++i) speed = next_speed(speed, -1);
  CHECK(next_speed(speed, -1) == speed);
  CHECK(speed > 0);
  CHECK(speed_text(7) == "1 week/s");
  CHECK(speed_text(9) == "9.0 days/s");
}

TEST_CASE("the time axis reads back the day under a pixel") {
  const TimeAxis axis{100, 900, 730.5};
  CHECK(axis.day(axis.x(200)) == doctest::Approx(200).epsilon(1e-4));
  CHECK(axis.day(-50) == 0);
  CHECK(axis.day(2000) == 730.5);
  CHECK(TimeAxis{5, 5, 730.5}.day(5) == 0);
}

TEST_CASE("labels keep their order and never overlap") {
  const auto places = spread({50, 52, 53}, 20, 0, 200);
  REQUIRE(places.size() == 3);
  CHECK(places[1] - places[0] >= 20);
  CHECK(places[2] - places[1] >= 20);
  const auto low = spread({190, 191, 192}, 20, 0, 200);
  CHECK(low[2] <= 180);
  CHECK(low[1] - low[0] >= 20);
  CHECK(spread({100}, 20, 0, 200)[0] == 100);
}
