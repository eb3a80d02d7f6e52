// What is lifted off the knee to look into it: planes, and a ball. Plain data.
#pragma once
#include <array>
#include <cstddef>
#include <glm/glm.hpp>
#include <string_view>
#include <vector>

namespace mend::scene {

/// A plane where dot(normal, p) = offset, in mm. In a View it has no sides: the eye's is lifted off. In a
/// Scene what lies beyond it, along the normal, is gone.
struct CutPlane {
  glm::vec3 normal{1, 0, 0};  // unit
  float offset = 0;
  bool operator==(const CutPlane&) const = default;
};

/// A ball that is empty.
struct Peel {
  glm::vec3 centre{0};
  float radius = 0;  // mm; 0 = none
  bool operator==(const Peel&) const = default;
};

struct Cutaway {
  static constexpr std::size_t kMostPlanes = 3;
  bool is_on = true;  // false: as chosen, but whole for now
  std::array<CutPlane, kMostPlanes> planes{{{{1, 0, 0}, 0}, {{0, 1, 0}, 0}, {{0, 0, 1}, 0}}};
  std::array<bool, kMostPlanes> is_cut{};
  Peel peel;
  bool operator==(const Cutaway&) const = default;

  [[nodiscard]] bool is_empty() const;
};

/// The planes of the body.
enum class BodyPlane { sagittal, coronal, axial };
inline constexpr std::array kBodyPlanes{BodyPlane::sagittal, BodyPlane::coronal, BodyPlane::axial};
[[nodiscard]] std::string_view key(BodyPlane plane);
[[nodiscard]] glm::vec3 normal_of(BodyPlane plane);

/// A direction that lies within a few degrees of a body plane's normal becomes it.
[[nodiscard]] glm::vec3 snapped(glm::vec3 normal);

/// The key for cuts: off and on again; where nothing is chosen yet, the first plane.
void toggle(Cutaway& cutaway);

/// The planes that cut, each turned so that the eye's side is lifted off; none where it is off.
[[nodiscard]] std::vector<CutPlane> cuts_facing(const Cutaway& cutaway, glm::vec3 eye);

/// Whether a place is gone.
[[nodiscard]] bool is_lifted(const std::vector<CutPlane>& cuts, const Peel& peel, glm::vec3 p);

}  // namespace mend::scene
