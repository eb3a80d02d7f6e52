// What can be read off a finished mesh: extents, sections, where a line meets it, circles and lines of best
// fit, and the rings that a cord or band was swept from.
#pragma once
#include <functional>
#include <utility>
#include <vector>

#include "anatomy/mesh.h"
#include "anatomy/sdf.h"

namespace mend::anatomy {

using Keep = std::function<bool(const Vec&)>;

struct Range {
  double low = 1e9, high = -1e9;
  void add(double x) {
    low = x < low ? x : low;
    high = x > high ? x : high;
  }
  [[nodiscard]] double size() const { return high - low; }
  [[nodiscard]] double middle() const { return 0.5 * (low + high); }
};

inline constexpr Vec kLateral{1, 0, 0}, kAnterior{0, 1, 0}, kSuperior{0, 0, 1};

/// Of the vertices that are kept, along an axis.
[[nodiscard]] Range range_along(const Mesh& mesh, const Vec& axis, const Keep& keep = {});
/// The kept vertex that lies furthest along an axis.
[[nodiscard]] Vec furthest(const Mesh& mesh, const Vec& axis, const Keep& keep = {});

/// Where a plane cuts the mesh: segments, two places each, the inside on their left seen from the normal's
/// end.
[[nodiscard]] std::vector<Vec> section(const Mesh& mesh, const Vec& place, const Vec& normal);
[[nodiscard]] double section_area(const std::vector<Vec>& segments, const Vec& normal);
[[nodiscard]] Range range_along(const std::vector<Vec>& places, const Vec& axis, const Keep& keep = {});

/// Of the tibia: the height of its joint surface, and the tips of the two spines between the plateaus.
[[nodiscard]] double plateau_level(const Mesh& tibia);
[[nodiscard]] Vec spine_tip(const Mesh& tibia, bool medial);

/// Distances along a ray at which it meets the mesh, in order.
[[nodiscard]] std::vector<double> meetings(const Mesh& mesh, const Vec& from, const Vec& ray);
/// The first of them, or 1e9.
[[nodiscard]] double first_meeting(const Mesh& mesh, const Vec& from, const Vec& ray);

struct Circle {
  glm::dvec2 centre{0};
  double radius = 0;
};
[[nodiscard]] Circle circle_through(const std::vector<glm::dvec2>& places);
/// y over x of the line of least squares.
[[nodiscard]] double slope_of(const std::vector<glm::dvec2>& places);
/// Degrees of the angle whose tangent is y / x; between two directions.
[[nodiscard]] double degrees(double y, double x);
[[nodiscard]] double degrees_between(const Vec& a, const Vec& b);

/// Values with their weights, and what share of the weight lies below.
struct Weighted {
  std::vector<std::pair<double, double>> values;
  void add(double value, double weight) { values.emplace_back(value, weight); }
  [[nodiscard]] double mean() const;
  [[nodiscard]] double percentile(double share) const;
};

/// The parts of a mesh that hang together.
[[nodiscard]] std::vector<Mesh> pieces_of(const Mesh& mesh);

/// One section of a cord or band as it was swept: its middle, how far along, and its extent the wide way and
/// across it.
struct Ring {
  Vec middle;
  double along, width, thickness;
  Vec wide;
};
/// Of one piece, from its start to its end.
[[nodiscard]] std::vector<Ring> rings_of(const Mesh& piece);
[[nodiscard]] double length_of(const std::vector<Ring>& rings);
/// The ring nearest to a share of the way along, to a place.
[[nodiscard]] const Ring& ring_at(const std::vector<Ring>& rings, double share);
[[nodiscard]] const Ring& ring_near(const std::vector<Ring>& rings, const Vec& place);
/// Distance of a place from the line through the rings' middles.
[[nodiscard]] double distance_from(const std::vector<Ring>& rings, const Vec& place);

/// How a part has moved between two of its meshes of equal vertices: moved = turn * place + shift.
struct Motion {
  glm::dmat3 turn{1};
  Vec shift{0};
  [[nodiscard]] Vec of(const Vec& p) const { return turn * p + shift; }
};
[[nodiscard]] Motion motion_between(const Mesh& before, const Mesh& after);

}  // namespace mend::anatomy
