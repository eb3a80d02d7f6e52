// The right knee, built from published morphometry as signed distance functions and meshed.
// Frame: mm, X lateral, Y anterior, Z superior; origin in the middle of the femoral flexion axis. A left knee is drawn
// by mirroring X. The femur stands still; the other bones move.
#pragma once
#include <array>
#include <cstdint>
#include <functional>
#include <glm/glm.hpp>
#include <memory>
#include <vector>

#include "anatomy/mesh.h"
#include "anatomy/parts.h"
#include "anatomy/wear.h"
#include "params/scenario.h"

namespace mend::anatomy {

/// What the build depends on.
struct KneeShape {
  double flexion = 20;          // degrees, 0-120
  double lesion_diameter = 0;   // mm; 0 = intact cartilage
  double width = 84;            // mm, greatest of the distal femur
  bool is_female = false;       // women's proportions at this width
  double lesion_depth = 1;      // share of the cartilage there
  params::LesionSite lesion_site = params::LesionSite::medial_femur;
  params::LesionShoulder lesion_shoulder = params::LesionShoulder::sharp;
  Wear wear = {};               // of the whole knee
  bool operator==(const KneeShape&) const = default;
};

/// One mesh in its place at the chosen flexion (vertices already placed in the knee frame).
struct Part {
  PartId id;
  Mesh mesh;
  Bounds box;
};

/// The focal defect: on the medial femoral condyle at x = -20, 25 degrees in front of the lowest point about the
/// flexion axis; for the other sites see lesion.cpp.
struct LesionFrame {
  glm::vec3 centre{0};   // on the native cartilage surface
  glm::vec3 outward{0};  // unit normal there, away from bone
  glm::vec3 right{0}, up{0};  // tangents, unit
  double depth = 2;      // mm at the centre
};

/// One column of the crater, for drawing the tissue that fills it: from its floor to the native surface.
struct LesionColumn {
  glm::vec3 floor{0};
  glm::vec3 surface{0};
  float radius = 0;      // distance from the axis / lesion radius, 0-1
};

/// A line with a frame that does not twist, sampled evenly.
struct Path {
  std::vector<glm::vec3> points;
  std::vector<glm::vec3> normals;    // unit, across
  std::vector<glm::vec3> binormals;  // unit, across
  double spacing = 1;                // mm between points
  double radius = 1;                 // mm, of the nerve round it
};

/// A joint cavity sampled on a grid, for where cells can float: points, their clearance, and a way from the needle.
struct CavityPoint {
  glm::vec3 position{0};
  float clearance = 0;     // mm to the nearest wall
  std::int32_t next = -1;  // neighbour one step nearer the needle tip; -1 at the tip
};

/// A place on a wall a cell can sit on, with its outward (into the cavity) normal and the cavity point it is reached from.
struct WallPoint {
  glm::vec3 position{0};
  glm::vec3 normal{0};
  std::int32_t cavity = -1;
  PartId part = PartId::capsule;
};

struct Knee {
  KneeShape shape;
  std::vector<Part> parts;
  LesionFrame lesion;                  // valid also without a lesion
  std::vector<LesionColumn> columns;   // 64 x 64 grid over the lesion disc, row by row; empty without a lesion
  static constexpr int kColumnGrid = 64;
  Path tibial_nerve;                   // proximal to distal
  Path peroneal_nerve;
  double neck_arclength = 0;           // of the fibular neck on peroneal_nerve, mm from its proximal end
  glm::vec3 needle_tip{0};
  glm::vec3 needle_direction{0};       // unit, from the hub to the tip
  std::vector<CavityPoint> cavity;
  std::vector<WallPoint> walls;        // low-discrepancy over synovium, fat pad and cartilage
  std::vector<WallPoint> lesion_floor; // places inside the crater; empty without a lesion

  [[nodiscard]] const Part* find(PartId id) const;
};

/// Everything, or all but the flesh: that takes a third of the time, and most pictures do not show it.
enum class Extent { whole, joint };

/// Called with a share done, 0-1, from any thread.
using Progress = std::function<void(double)>;

/// Builds everything on `threads` threads (0 = one per core). Same shape: the same bits, for any number of threads.
[[nodiscard]] Knee build_knee(const KneeShape& shape, int threads, const Progress& progress = {});

/// What does not change as the knee bends; see anatomy/rest.h.
struct Rest;
[[nodiscard]] std::shared_ptr<const Rest> build_rest(const KneeShape& shape, int threads,
                                                     const Progress& progress = {});
/// The same knee bent to an angle: nothing of the bones and their cartilage is made anew.
[[nodiscard]] Knee posed(const Rest& rest, double flexion, int threads, const Progress& progress = {},
                         Extent extent = Extent::whole);

/// Native cartilage thickness at the lesion's site in mm, without building meshes.
[[nodiscard]] double lesion_site_thickness(const KneeShape& shape = {});

/// The cartilage that a site lies in.
[[nodiscard]] PartId cartilage_of(params::LesionSite site);

/// mm by which the rim of a frayed lesion stands outside its circle, at an angle from LesionFrame::right to ::up;
/// its mean round the rim is 0.
[[nodiscard]] double rim_offset(double angle, double radius, params::LesionShoulder shoulder);

}  // namespace mend::anatomy
