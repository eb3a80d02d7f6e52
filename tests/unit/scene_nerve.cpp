#include "scene/nerve_drawing.h"

#include <doctest/doctest.h>

#include "anatomy/sweep.h"
#include "anatomy_checks.h"
#include "scene/nerve_repair.h"
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

namespace {

params::Scenario cut(params::NerveRepair repair, double gap, double repair_day = 0) {
  params::Scenario scenario;
  scenario.nerve = {
      .injury = params::NerveInjuryKind::cut, .repair = repair, .repair_day = repair_day, .gap = gap};
  return scenario;
}

anatomy::Knee with_swept_nerve(anatomy::Knee knee) {
  const anatomy::Path& path = knee.peroneal_nerve;
  std::vector<anatomy::Station> stations;
  for (const glm::vec3& point : path.points) stations.push_back({point, 2, 1.5, path.normals.front()});
  for (anatomy::Part& part : knee.parts) {
    if (part.id == anatomy::PartId::peroneal_nerve) part.mesh = anatomy::sweep({stations, 1.8, 16});
  }
  return knee;
}

std::vector<NervePiece> pieces(const params::Scenario& scenario, double day, double lost = 0) {
  static const anatomy::Knee knee = with_swept_nerve(scene_fixture::knee());
  sim::State state;
  state.day = day;
  sim::AxonState axon = kCut;
  axon.neuroma = lost;
  state.nerve = nerve_of(axon);
  return nerve_pieces(knee, scenario, kLesion, state, 0.2f);
}

/// Longest extent of the box of a piece, mm.
float extent(const NervePiece& piece) {
  const anatomy::Bounds box = anatomy::bounds(piece.mesh);
  return glm::length(box.high - box.low);
}

std::size_t threads(const std::vector<NervePiece>& pieces) {
  std::size_t count = 0;
  for (const NervePiece& piece : pieces) count += piece.material == Material::thread ? 1 : 0;
  return count;
}

}  // namespace

TEST_CASE("a gap is bare until a graft lies in it, and the nerve's own mesh is cut out either way") {
  CHECK(nerve_site(cut(params::NerveRepair::graft, 20, 30), kLesion, 29).gap == 20);
  CHECK(nerve_site(cut(params::NerveRepair::graft, 20, 30), kLesion, 30).gap == 0);
  CHECK(nerve_site(cut(params::NerveRepair::conduit, 20, 30), kLesion, 31).gap == 20);
  CHECK(nerve_cut(cut(params::NerveRepair::graft, 20, 30), 31) == 20);
  params::Scenario bruised;
  bruised.nerve.injury = params::NerveInjuryKind::neurapraxia;
  CHECK(nerve_site(bruised, kLesion, 1).patch == 3);
  CHECK(nerve_cut(bruised, 1) == 0);
}

TEST_CASE("stitches and tubes are there from the day of surgery, a bulb grows where axons are lost") {
  CHECK(pieces(params::Scenario{}, 10).empty());
  CHECK(threads(pieces(cut(params::NerveRepair::suture, 1, 30), 29)) == 0);
  CHECK(threads(pieces(cut(params::NerveRepair::suture, 1, 30), 30)) == 8);
  CHECK(threads(pieces(cut(params::NerveRepair::graft, 20), 30)) == 16);
  const auto tube = pieces(cut(params::NerveRepair::conduit, 20), 30);
  CHECK(extent(tube.back()) > 22);
  const auto none = params::NerveRepair::none;
  CHECK(extent(pieces(cut(none, 8), 60, 1).front()) > extent(pieces(cut(none, 8), 60, 0).front()) + 2);
}

TEST_CASE("an axon lost in scar fires towards the spinal cord, and never beyond the lesion") {
  const anatomy::Knee knee = scene_fixture::knee();
  sim::AxonState lost = kCut;
  lost.neuroma = 1;
  CHECK(farthest_bead(knee, lost) <= kLesion);
  bool runs_back = false;
  for (std::size_t i = 0; i < 61; ++i) {
    const float first = draw(knee, lost, 1.0).axons[i].signal, then = draw(knee, lost, 1.05).axons[i].signal;
    if (first > 0 && then > 0 && first < kLesion - 5) {
      CHECK(then < first);
      runs_back = true;
    }
  }
  CHECK(runs_back);
}

TEST_CASE("an axon gone astray and a thin sheath are told to the picture") {
  const anatomy::Knee knee = scene_fixture::knee();
  sim::AxonState axon;
  axon.misdirected = 1;
  axon.lamellae = 0.3;
  CHECK(draw(knee, axon).axons[0].misdirected == 1);
  CHECK(draw(knee, axon).axons[0].lamellae == doctest::Approx(0.3f));
}

TEST_CASE("every piece of a nerve's repair is closed") {
  for (const auto repair : {params::NerveRepair::none, params::NerveRepair::suture, params::NerveRepair::graft,
                            params::NerveRepair::conduit}) {
    for (const double gap : {1.0, 2.0, 12.0}) {
      for (const NervePiece& piece : pieces(cut(repair, gap), 60, 0.5)) {
        CAPTURE(static_cast<int>(repair));
        CAPTURE(gap);
        CHECK(anatomy::fault_of(piece.mesh) == "");
      }
    }
  }
}

TEST_CASE("a thread of fibrin crosses an empty tube and thickens as axons cross with it") {
  sim::State state;
  state.day = 30;
  const auto width = [&](double tip) {
    sim::AxonState axon = kCut;
    axon.tip = tip;
    state.nerve = nerve_of(axon);
    return cable_width(cut(params::NerveRepair::conduit, 10), state);
  };
  CHECK(width(0) < 0.25);
  double last = width(0);
  for (double tip = 0.1; tip <= 10; tip += 0.1) {
    CHECK(width(tip) >= last);
    CHECK(width(tip) - last < 0.05);
    last = width(tip);
  }
  CHECK(last < 1);
  CHECK(last > 0.6);
  CHECK(cable_width(cut(params::NerveRepair::suture, 1), state) == 1);
  CHECK(cable_width(cut(params::NerveRepair::graft, 20), state) == 1);
  CHECK(stump_taper(1) == 0);
  CHECK(stump_taper(10) > 1);
}
