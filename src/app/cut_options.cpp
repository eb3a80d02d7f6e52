#include "app/cut_options.h"

#include <cmath>
#include <cstdio>
#include <optional>

#include "app/commands.h"

namespace mend::app {
namespace {

constexpr float kFarthest = 300;  // mm: a knee ends before

Problem refused(std::string message) {
  return {.file = {}, .line = 0, .column = 0, .message = std::move(message)};
}

std::optional<glm::vec3> direction_of(const std::string& text) {
  for (const scene::BodyPlane plane : scene::kBodyPlanes)
    if (text == scene::key(plane)) return scene::normal_of(plane);
  glm::vec3 n(0);
  char rest = 0;
  if (std::sscanf(text.c_str(), "%f,%f,%f%c", &n.x, &n.y, &n.z, &rest) != 3) return std::nullopt;
  const float length = glm::length(n);
  if (!(length > 1e-3f && length < 1e6f)) return std::nullopt;
  return scene::snapped(n / length);
}

Result<scene::CutPlane> parse_cut(const std::string& text) {
  const std::size_t colon = text.find(':');
  const std::string name = text.substr(0, colon);
  const auto normal = direction_of(name);
  if (!normal) {
    const std::string meant_by = name.find(',') == std::string::npos
                                     ? meant(name, {"sagittal", "coronal", "axial"})
                                     : "a direction is three numbers that are not all 0";
    return refused("--cut " + text + ": " + meant_by);
  }
  float offset = 0;
  char rest = 0;
  if (colon == std::string::npos || std::sscanf(text.c_str() + colon + 1, "%f%c", &offset, &rest) != 1 ||
      !(std::fabs(offset) <= kFarthest))
    return refused("--cut " + text + ": write PLANE:MM, as in sagittal:-10, from -300 to 300 mm");
  return scene::CutPlane{*normal, offset};
}

}  // namespace

Result<scene::Cutaway> parse_cutaway(const std::vector<std::string>& cuts, const std::string& peel) {
  scene::Cutaway cutaway;
  if (cuts.size() > scene::Cutaway::kMostPlanes) return refused("--cut: at most three planes");
  for (std::size_t i = 0; i < cuts.size(); ++i) {
    const auto plane = parse_cut(cuts[i]);
    if (!plane.is_ok()) return plane.problems();
    cutaway.planes[i] = plane.value();
    cutaway.is_cut[i] = true;
  }
  if (peel.empty()) return cutaway;
  glm::vec3& c = cutaway.peel.centre;
  float& radius = cutaway.peel.radius;
  char rest = 0;
  const bool is_read = std::sscanf(peel.c_str(), "%f,%f,%f,%f%c", &c.x, &c.y, &c.z, &radius, &rest) == 4;
  if (!is_read || !(radius > 0 && radius <= kFarthest) || !(glm::length(c) <= 2 * kFarthest))
    return refused("--peel " + peel + ": write X,Y,Z,R in mm, as in -20,30,0,25, with R above 0");
  return cutaway;
}

}  // namespace mend::app
