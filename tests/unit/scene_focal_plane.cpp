#include "scene/focal_plane.h"

#include <doctest/doctest.h>

using namespace mend::scene;

TEST_CASE("close-ups have depth of field about their target, whole knees have none") {
  View view;
  for (const ViewName name : kViewNames) {
    view.focus = name;
    view.orbit.distance = 400;
    CHECK(focal_plane(view).strength == 0);
    view.orbit.distance = 80;
    const bool is_close_up = name == ViewName::defect || name == ViewName::nerve ||
                             name == ViewName::ligament || name == ViewName::muscle;
    CHECK((focal_plane(view).strength > 0) == is_close_up);
    if (is_close_up) CHECK(focal_plane(view).distance == 80);
  }
}

TEST_CASE("depth of field sets in gently as a view comes closer") {
  View view;
  view.focus = ViewName::defect;
  float last = 0;
  for (float distance = 200; distance > 60; distance -= 1) {
    view.orbit.distance = distance;
    const float strength = focal_plane(view).strength;
    CHECK(strength >= last);
    CHECK(strength - last < 0.001f);
    last = strength;
  }
  CHECK(last > 0);
}
