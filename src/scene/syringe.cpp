// A glass syringe of 5 ml with metal mounts. Bore 12 mm, as 5 ml syringes have, so that 5 ml stand 44 mm long
// (ISO 7886-1 asks for 36 at least), marked every 0.5 ml and longer every 1 ml (the same); mounts, rod and
// plates: assumed.
#include "scene/syringe.h"

#include <cmath>
#include <glm/gtc/constants.hpp>

#include "anatomy/mesher.h"

namespace mend::scene {
namespace {

using anatomy::Mesh;
using anatomy::Vec;
using params::EventKind;

constexpr double kBore = 6, kWall = 0.9;     // mm, radius and thickness
constexpr double kMillilitre = 8.8;          // mm along the bore
constexpr int kCapacity = 5;                 // ml
constexpr double kFront = 60;                // mm behind the needle's tip: the bore's front end
constexpr double kPiston = 7, kReserve = 9;  // mm: its length, and of the bore behind it when drawn full
constexpr double kStroke = kMillilitre * kCapacity;
constexpr double kBack = kFront + kStroke + kPiston + kReserve;

/// A ring of a turned piece: how far behind the needle's tip, and its half-widths.
struct Turn {
  double along, radius, across = 0;  // across 0 = round
};

/// The needle's line, and two directions square to it: to the back, and up or down.
struct Frame {
  Vec tip, back, side, up;

  explicit Frame(const anatomy::Knee& knee) : tip(knee.needle_tip), back(-knee.needle_direction) {
    side = glm::normalize(glm::cross(back, Vec(0, 0, 1)));
    if (side.y > 0) side = -side;
    up = glm::cross(side, back);
  }
  [[nodiscard]] Vec at(double along, double right, double high) const {
    return tip + back * along + side * right + up * high;
  }
};

Mesh turned(const Frame& frame, const std::vector<Turn>& profile) {
  constexpr int kAround = 28;
  std::vector<std::vector<Vec>> rings;
  for (const Turn& turn : profile) {
    std::vector<Vec> ring;
    for (int k = 0; k < kAround; ++k) {
      const double angle = glm::two_pi<double>() * k / kAround;
      ring.push_back(frame.at(turn.along, turn.radius * std::cos(angle),
                              (turn.across > 0 ? turn.across : turn.radius) * std::sin(angle)));
    }
    rings.push_back(std::move(ring));
  }
  Mesh mesh = anatomy::tube_of(rings);
  for (anatomy::Vertex& vertex : mesh.vertices) vertex.fibre = glm::vec3(frame.back);
  return mesh;
}

void append(Mesh& mesh, const Mesh& other) {
  const auto base = static_cast<std::uint32_t>(mesh.vertices.size());
  mesh.vertices.insert(mesh.vertices.end(), other.vertices.begin(), other.vertices.end());
  for (const std::uint32_t i : other.indices) mesh.indices.push_back(base + i);
}

/// A solid disc or cylinder whose edges are broken by a small bevel, so that they catch the light.
std::vector<Turn> cylinder(double from, double to, double radius, double across = 0) {
  constexpr double kBevel = 0.35;
  const double inner = across > 0 ? across - kBevel : 0;
  return {{from, radius - kBevel, inner},
          {from + 0.08, radius - 0.9 * kBevel, across > 0 ? across - 0.9 * kBevel : 0},
          {from + kBevel, radius, across},
          {to - kBevel, radius, across},
          {to - 0.08, radius - 0.9 * kBevel, across > 0 ? across - 0.9 * kBevel : 0},
          {to, radius - kBevel, inner}};
}

Mesh barrel(const Frame& frame) {
  constexpr double kOuter = kBore + kWall;
  return turned(frame, {{kFront, kOuter - 0.3},
                        {kFront + 0.3, kOuter},
                        {kBack - 0.3, kOuter},
                        {kBack, kOuter - 0.3},
                        {kBack, kBore + 0.3},
                        {kBack - 0.3, kBore},
                        {kFront + 0.3, kBore}});
}

/// Cone with its Luer collar in front, finger plate behind.
Mesh mounts(const Frame& frame) {
  Mesh mesh = turned(frame, {{kFront - 9, 2},
                             {kFront - 8.8, 3.6},
                             {kFront - 8.5, 3.9},
                             {kFront - 4, 3.9},
                             {kFront - 3.7, 4.4},
                             {kFront - 1.5, 7.2},
                             {kFront - 1.2, 7.6},
                             {kFront + 1.6, 7.6},
                             {kFront + 1.9, 7.3},
                             {kFront + 2, 6.5}});
  append(mesh, turned(frame, cylinder(kBack - 5, kBack + 0.5, 7.6)));
  append(mesh, turned(frame, cylinder(kBack - 1.5, kBack + 1, 15, 9)));
  return mesh;
}

Mesh plunger(const Frame& frame, double drawn) {
  const double front = kFront + drawn, end = front + kPiston + kStroke + kReserve + 1;
  Mesh mesh = turned(frame, cylinder(front, front + kPiston, kBore - 0.1));
  append(mesh, turned(frame, cylinder(front + kPiston - 1, end, 2)));
  append(mesh, turned(frame, cylinder(end - 0.5, end + 2, 8.5)));
  return mesh;
}

/// Lines on the front of the glass, longer every whole millilitre; the mount covers that of 0.
Mesh scale(const Frame& frame) {
  constexpr double kHalfLine = 0.22, kRadius = kBore + kWall + 0.03;
  constexpr int kSteps = 8;
  Mesh mesh;
  for (int half = 1; half <= 2 * kCapacity; ++half) {
    const double along = kFront + kMillilitre * half / 2, reach = half % 2 == 0 ? 0.75 : 0.4;
    std::vector<std::vector<Vec>> rings;
    for (int k = 0; k <= kSteps; ++k) {
      const double angle = reach * (2.0 * k / kSteps - 1);
      const auto at = [&](double on, double above) {
        const double r = kRadius + above;
        return frame.at(along + on, -r * std::cos(angle), r * std::sin(angle));
      };
      rings.push_back({at(-kHalfLine, 0), at(kHalfLine, 0), at(kHalfLine, 0.12), at(-kHalfLine, 0.12)});
    }
    append(mesh, anatomy::tube_of(rings));
  }
  return mesh;
}

}  // namespace

/// Needle and syringe are there from 0.4 d before an injection to 0.6 d after it. The plunger takes 0.15 d,
/// as long as most cells take to come out of the needle: minutes in life, drawn slow enough to be followed.
Injection injection_on(const params::Scenario& scenario, double day) {
  Injection shown;
  for (const params::Event& event : scenario.regimen) {
    const bool is_injection =
        event.kind == EventKind::cells || event.kind == EventKind::saline || event.kind == EventKind::steroid;
    if (!is_injection || event.site != params::Site::joint) continue;
    const auto since = static_cast<float>(day - event.day);
    const float opacity = glm::smoothstep(-0.4f, -0.1f, since) * (1 - glm::smoothstep(0.2f, 0.6f, since));
    if (opacity > shown.opacity) shown = {opacity, glm::smoothstep(0.0f, 0.15f, since)};
  }
  return shown;
}

std::vector<SyringePiece> syringe_pieces(const anatomy::Knee& knee, float given) {
  constexpr float kClear = 0.55f, kFluid = 0.45f;
  const Frame frame(knee);
  const double drawn = kStroke * (1 - static_cast<double>(given));
  std::vector<SyringePiece> pieces;
  pieces.push_back({mounts(frame), Material::metal});
  pieces.push_back({plunger(frame, drawn), Material::metal});
  pieces.push_back({scale(frame), Material::ink});
  if (drawn > 0.5)
    pieces.push_back(
        {turned(frame, cylinder(kFront, kFront + drawn, kBore - 0.15)), Material::glass, kFluid});
  pieces.push_back({barrel(frame), Material::glass, kClear});
  return pieces;
}

}  // namespace mend::scene
