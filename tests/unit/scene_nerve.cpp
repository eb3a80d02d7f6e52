#include "scene/nerve_drawing.h"

#include <doctest/doctest.h>

#include "unit/scene_fixture.h"

using namespace mend;
using namespace mend::scene;

namespace {

constexpr double kLesion = 100;
constexpr double kTarget = 90;  // mm to the end organ; the drawn path ends 50 mm beyond the lesion

sim::NerveState nerve_of(const sim::AxonState& axon) {
  sim::NerveState nerve;
  nerve.axons.assign(61, axon);
  return nerve;
}

NerveDrawing draw(const anatomy::Knee& knee, const sim::AxonState& axon, double seconds = 0) {
  return draw_nerve(knee.peroneal_nerve, {.lesion = kLesion, .target_distance = kTarget}, nerve_of(axon),
                    seconds);
}

/// Farthest a bead gets in one minute, and whether any stops at the lesion.
float farthest_bead(const anatomy::Knee& knee, const sim::AxonState& axon) {
  float farthest = -1;
  for (int i = 0; i < 1200; ++i) {
    for (const AxonInstance& drawn : draw(knee, axon, 0.05 * i).axons)
      farthest = std::max(farthest, drawn.signal);
  }
  return farthest;
}

const sim::AxonState kCut{
    .distal_integrity = 0, .debris = 1, .tip = 0, .myelin_front = 0, .velocity_fraction = 0};

}  // namespace

TEST_CASE("axons are packed in the sheath without touching each other") {
  for (const std::size_t count : {1u, 7u, 20u, 61u}) {
    const Packing packing = hexagonal_packing(count, 1.5f);
    REQUIRE(packing.centres.size() == count);
    for (std::size_t i = 0; i < count; ++i) {
      CHECK(glm::length(packing.centres[i]) <= 1.5f);
      for (std::size_t j = 0; j < i; ++j)
        CHECK(glm::distance(packing.centres[i], packing.centres[j]) >= 0.999f * packing.spacing);
    }
  }
  CHECK(hexagonal_packing(0, 1).centres.empty());
}

TEST_CASE("the drawn front stands at its true millimetre, and beyond the path once connected") {
  const anatomy::Knee knee = scene_fixture::knee();
  sim::AxonState axon = kCut;
  axon.tip = 17.5;
  axon.myelin_front = 9;
  const double end = length(knee.peroneal_nerve);
  CHECK(draw(knee, axon).axons[3].tip == doctest::Approx(117.5));
  CHECK(draw(knee, axon).axons[3].myelin_front == doctest::Approx(109));
  axon.tip = kTarget;
  CHECK(draw(knee, axon).axons[3].tip > end);
}

TEST_CASE("a signal dies at the lesion of a cut axon, and passes a whole one") {
  const anatomy::Knee knee = scene_fixture::knee();
  CHECK(farthest_bead(knee, kCut) == doctest::Approx(kLesion));
  CHECK(farthest_bead(knee, {}) > 140);
}

TEST_CASE("a signal runs slower over a stretch that has only begun to recover") {
  const anatomy::Knee knee = scene_fixture::knee();
  sim::AxonState slow;
  slow.velocity_fraction = 0.4;
  // Farthest step of any bead beyond the lesion.
  const auto step = [&](const sim::AxonState& axon) {
    const NerveDrawing before = draw(knee, axon, 3.0), after = draw(knee, axon, 3.05);
    float farthest = 0;
    for (std::size_t i = 0; i < before.axons.size(); ++i) {
      if (before.axons[i].signal > kLesion && after.axons[i].signal > before.axons[i].signal)
        farthest = std::max(farthest, after.axons[i].signal - before.axons[i].signal);
    }
    return farthest;
  };
  CHECK(step(slow) > 0);
  CHECK(step(slow) == doctest::Approx(0.4f * step({})).epsilon(0.01));
}

TEST_CASE("signals run singly: no two whole axons carry theirs at the same place") {
  const anatomy::Knee knee = scene_fixture::knee();
  const NerveDrawing drawing = draw(knee, {});
  for (std::size_t i = 0; i < drawing.axons.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (drawing.axons[i].signal >= 0 && drawing.axons[j].signal >= 0)
        CHECK(std::abs(drawing.axons[i].signal - drawing.axons[j].signal) > 1.0f);
    }
  }
}

TEST_CASE("beads move on between frames without jumping, however long the program has run") {
  const anatomy::Knee knee = scene_fixture::knee();
  for (const double start : {0.0, 86400.0 * 7}) {
    for (int i = 0; i < 100; ++i) {
      const float before = draw(knee, {}, start + i * 0.05).axons[5].signal;
      const float after = draw(knee, {}, start + i * 0.05 + 0.016).axons[5].signal;
      if (before >= 0 && after >= before) CHECK(after - before < 1.0f);
    }
  }
}
