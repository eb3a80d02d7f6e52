#include <doctest/doctest.h>

#include "ui/session.h"

using mend::params::Event;
using mend::ui::pace;
using mend::ui::Session;

TEST_CASE("playback lingers after a treatment and then keeps the chosen speed") {
  Session session;
  session.transport.speed = 7;
  CHECK(pace(session) == 7);
  session.scenario.regimen = {Event{.day = 0}, Event{.day = 100}};
  session.transport.day = 0;
  CHECK(pace(session) < 0.5);
  session.transport.day = 5;
  const double later = pace(session);
  CHECK(later > 0.5);
  CHECK(later < 7);
  session.transport.day = 60;
  CHECK(pace(session) == 7);
  session.transport.day = 100.2;
  CHECK(pace(session) < 0.5);
  session.transport.speed = 0.1;
  CHECK(pace(session) == 0.1);
}
