// Keys, clicks and the camera's own movement.
#include "app/input.h"

#include <GLFW/glfw3.h>
#include <doctest/doctest.h>

#include <set>
#include <tuple>

using namespace mend;
using namespace mend::app;

TEST_CASE("no two actions share a key") {
  std::set<std::tuple<int, int, char>> seen;
  for (const Binding& binding : bindings()) {
    CHECK((binding.key != 0) != (binding.character != 0));
    CHECK(seen.insert({binding.key, binding.mods, binding.character}).second);
  }
}

TEST_CASE("every action has a key, and the pressed key finds it") {
  std::set<Action> reachable;
  for (const Binding& binding : bindings()) {
    const auto found = binding.key != 0 ? action_of_key(binding.key, binding.mods)
                                        : action_of_character(static_cast<unsigned>(binding.character));
    CHECK(found == binding.action);
    reachable.insert(binding.action);
  }
  for (int i = 0; i <= static_cast<int>(Action::close); ++i)
    CHECK(reachable.contains(static_cast<Action>(i)));
  CHECK(action_of_character('H') == Action::hide_interface);
  CHECK(action_of_key(GLFW_KEY_SPACE, GLFW_MOD_NUM_LOCK) == Action::play_pause);
  CHECK_FALSE(action_of_key(GLFW_KEY_F12, GLFW_MOD_ALT));
}

TEST_CASE("a press that stays within six pixels is a click, two of them quickly a double click") {
  Pointer pointer;
  pointer.press({100, 100}, 0, false, 1);
  CHECK(pointer.move({103, 102}) == glm::vec2(0));
  CHECK(pointer.release(0, 1.1) == Pointer::Click::one);
  pointer.press({102, 100}, 0, false, 1.2);
  CHECK(pointer.release(0, 1.3) == Pointer::Click::second);
  pointer.press({102, 100}, 0, false, 1.4);
  CHECK(pointer.release(0, 1.5) == Pointer::Click::one);
}

TEST_CASE("a drag is no click, and Shift or the right button move instead of turning") {
  Pointer pointer;
  pointer.press({100, 100}, 0, false, 1);
  CHECK(pointer.kind() == Pointer::Kind::turn);
  CHECK(pointer.move({110, 100}) == glm::vec2(10, 0));
  CHECK(pointer.move({112, 101}) == glm::vec2(2, 1));
  CHECK(pointer.release(0, 1.05) == Pointer::Click::none);
  pointer.press({112, 101}, 0, true, 1.1);
  CHECK(pointer.kind() == Pointer::Kind::pan);
  static_cast<void>(pointer.release(0, 1.2));
  pointer.press({112, 101}, 1, false, 1.3);
  CHECK(pointer.kind() == Pointer::Kind::pan);
}

TEST_CASE("a flight arrives exactly, takes 0.3 to 0.9 s, and any input interrupts it") {
  const scene::Orbit from, to{.target = {5, 0, 0}, .azimuth = 170, .elevation = 30, .distance = 100};
  const double seconds = flight_seconds(from, to);
  CHECK(seconds >= 0.3);
  CHECK(seconds <= 0.9);
  CHECK(flight_seconds(from, from) == doctest::Approx(0.3));
  CameraMotion motion;
  scene::Orbit orbit = from;
  motion.fly(from, to, seconds);
  CHECK(motion.advance(orbit, seconds / 2));
  CHECK(orbit.distance < from.distance);
  CHECK(motion.advance(orbit, seconds));
  CHECK(orbit.azimuth == to.azimuth);
  CHECK(orbit.distance == to.distance);
  CHECK_FALSE(motion.advance(orbit, 0.1));
  motion.fly(to, from, seconds);
  motion.stop();
  CHECK_FALSE(motion.advance(orbit, 0.1));
}

TEST_CASE("a drag carries on for a moment after it is let go, and comes to rest") {
  CameraMotion motion;
  scene::Orbit orbit;
  motion.drag({8, 0}, 0.02);
  CHECK_FALSE(motion.advance(orbit, 0.001));
  motion.release();
  CHECK(motion.advance(orbit, 0.016));
  CHECK(orbit.azimuth > 0);
  for (int i = 0; i < 60; ++i) motion.advance(orbit, 0.016);
  CHECK_FALSE(motion.advance(orbit, 0.016));
  CHECK(orbit.azimuth < 90);
}
