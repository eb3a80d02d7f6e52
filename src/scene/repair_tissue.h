// The young tissue that fills the crater: a height over every place of its floor, and the mesh of it.
#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "anatomy/knee.h"
#include "anatomy/mesh.h"
#include "sim/patch_frame.h"

namespace mend::scene {

/// The crater between bone and native surface as a smooth function of the place in its disc (|uv| <= 1).
class Crater {
 public:
  explicit Crater(const anatomy::Knee& knee) : columns_(&knee.columns), shape_(&knee.shape) {}
  [[nodiscard]] bool is_empty() const { return columns_->empty(); }
  [[nodiscard]] anatomy::LesionColumn at(glm::vec2 uv) const;
  /// How far out the wall stands at an angle, of the disc's radius: 1 unless it is frayed.
  [[nodiscard]] float rim(float angle) const;

 private:
  const std::vector<anatomy::LesionColumn>* columns_;
  const anatomy::KneeShape* shape_;
};

/// How high the tissue stands: uneven while it is young, never outside floor and surface, everywhere rising
/// with the fill; its volume is the fill's share of the crater's. With a patch each place follows its own
/// column; without, hills stand where the seed lays them.
class Relief {
 public:
  Relief(const Crater& crater, double fill, std::uint64_t seed, const sim::PatchView& patch = {});
  /// Where the tissue ends above the floor, as a share of the depth; a little below 0 where there is none
  /// yet.
  [[nodiscard]] float height_share(glm::vec2 uv) const;
  /// Share of the depth filled at a place of the disc, 0-1.
  [[nodiscard]] float share(glm::vec2 uv) const { return glm::max(height_share(uv), 0.0f); }

 private:
  struct Wave {
    glm::vec2 direction;  // with the wave number, per lesion radius
    float phase, size;
  };
  static constexpr std::size_t kWaves = 9;
  [[nodiscard]] float reluctance(glm::vec2 uv) const;
  [[nodiscard]] float own_level(glm::vec2 uv) const;
  [[nodiscard]] float lifted(float own) const;

  std::array<Wave, kWaves> waves_{};
  sim::PatchView patch_;
  float level_ = 0.5f;  // lifts every place from its own level, to it where that is half
};

/// Fill at and below which the crater is bare: the models start with a trace of matrix everywhere.
inline constexpr double kBareFill = 0.012;

/// A closed mesh from the floor of the crater to the relief.
[[nodiscard]] anatomy::Mesh mesh_of(const Crater& crater, const Relief& relief);

}  // namespace mend::scene
