// The governor, driven by machines that are made up.
#include <doctest/doctest.h>

#include <vector>

#include "app/governor.h"

using namespace mend;
using app::Governor;
using scene::Quality;

namespace {

/// Seconds a drawing takes on a machine that needs so long for a full one at high.
double cost(const Governor::Grant& grant, double full) {
  const double of_quality[] = {0.15, 0.5, 1.0};
  return full * of_quality[static_cast<int>(grant.quality)] * grant.share * grant.share;
}

/// What is granted after so many drawings, and how often it changed in the last half of them.
struct Course {
  Governor::Grant last;
  int changes = 0;
};
Course run(Governor& governor, Quality asked, double full, int drawings) {
  Course course{governor.grant(asked), 0};
  for (int i = 0; i < drawings; ++i) {
    governor.took(cost(course.last, full), asked);
    const Governor::Grant next = governor.grant(asked);
    if (i > drawings / 2 && !(next == course.last)) ++course.changes;
    course.last = next;
  }
  return course;
}

}  // namespace

TEST_CASE("a quick machine keeps every pixel and every effect") {
  for (const Quality asked : {Quality::low, Quality::medium, Quality::high}) {
    Governor governor;
    const Course course = run(governor, asked, 0.008, 500);
    CHECK(course.last == Governor::Grant{1, asked});
    CHECK(course.changes == 0);
  }
}

TEST_CASE("whatever the machine, the pace is held or the least is granted, within two seconds") {
  for (double full = 0.01; full < 3; full *= 1.3) {
    for (const Quality asked : {Quality::low, Quality::medium, Quality::high}) {
      Governor governor;
      double passed = 0;
      while (passed < 2) {
        const double seconds = cost(governor.grant(asked), full);
        passed += std::max(seconds, 1.0 / 60);
        governor.took(seconds, asked);
        if (full > 0.6) break;  // drawings of seconds cannot be counted within two
      }
      if (full > 0.6) continue;
      const Governor::Grant grant = governor.grant(asked);
      const bool is_least = grant == Governor::Grant{0.5f, Quality::low};
      CHECK((is_least || cost(grant, full) <= Governor::budget(asked)));
    }
  }
}

TEST_CASE("what is granted does not swing to and fro") {
  for (double full = 0.01; full < 3; full *= 1.07) {
    for (const Quality asked : {Quality::low, Quality::medium, Quality::high}) {
      Governor governor;
      CHECK(run(governor, asked, full, 4000).changes <= 8);
    }
  }
}

TEST_CASE("one hiccup changes nothing, and what was taken comes back once there is room") {
  Governor governor;
  for (int i = 0; i < 100; ++i) governor.took(i % 10 == 0 ? 0.5 : 0.010, Quality::high);
  CHECK(governor.grant(Quality::high) == Governor::Grant{1, Quality::high});
  (void)run(governor, Quality::high, 0.5, 200);
  CHECK(governor.grant(Quality::high).quality == Quality::low);
  const Course back = run(governor, Quality::high, 0.004, 3000);
  CHECK(back.last == Governor::Grant{1, Quality::high});
}

TEST_CASE("another quality asked for later is never exceeded") {
  Governor governor;
  (void)run(governor, Quality::high, 3, 200);
  CHECK(governor.grant(Quality::low) == Governor::Grant{0.5f, Quality::low});
  governor.took(0.001, Quality::low);
  CHECK(governor.grant(Quality::medium).quality <= Quality::medium);
}
