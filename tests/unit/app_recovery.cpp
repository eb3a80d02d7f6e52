// Resets of the graphics card that are made up.
#include <doctest/doctest.h>

#include "app/recovery.h"

using mend::app::Recovery;

TEST_CASE("a window opens again after a reset now and then, but not after one reset upon another") {
  Recovery seldom;
  for (double now = 10; now < 1000; now += Recovery::kWithin / 2) CHECK(seldom.may_reopen(now));
  Recovery often;
  for (int i = 0; i < Recovery::kMostResets; ++i) CHECK(often.may_reopen(100 + i));
  CHECK_FALSE(often.may_reopen(100 + Recovery::kMostResets));
  CHECK(often.may_reopen(300));
}
