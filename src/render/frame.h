// What every shader of a frame knows: cameras, lights, background. The C++ side of shaders/frame.glsl.
#pragma once
#include <cstddef>
#include <glm/glm.hpp>
#include <string>
#include <vector>

#include "scene/scene.h"

namespace mend::render {

struct FrameBlock {
  glm::mat4 world_to_clip;
  glm::mat4 world_to_view;
  glm::mat4 view_to_clip;
  glm::mat4 world_to_shadow;
  glm::vec4 eye;
  glm::vec4 key_direction;
  glm::vec4 fill_direction;
  glm::vec4 rim_direction;
  glm::vec4 up_direction;
  glm::vec4 key_colour;
  glm::vec4 fill_colour;
  glm::vec4 rim_colour;
  glm::vec4 sky_colour;
  glm::vec4 ground_colour;
  glm::vec4 background_top;
  glm::vec4 background_bottom;
  glm::vec4 size;
  glm::vec4 tile;
  glm::vec4 lens;
  glm::vec4 focus;
  glm::vec4 cuts[scene::Cutaway::kMostPlanes];
  glm::vec4 peel;
};
static_assert(sizeof(FrameBlock) == 4 * 64 + 20 * 16);
static_assert(offsetof(FrameBlock, peel) == sizeof(FrameBlock) - 16);

/// The lights of a profile as the constants of a shader of the low look: "KEY_LIGHT vec3(...)", and so on as
/// shaders/frame.glsl names them.
[[nodiscard]] std::vector<std::string> constant_lights(scene::Profile profile);

/// Everything but the shadow matrix, for a frame of width x height pixels.
[[nodiscard]] FrameBlock frame_of(const scene::Scene& scene, int width, int height);

/// A rectangle of a picture, in pixels from its lower left corner.
struct Tile {
  int x = 0, y = 0, width = 0, height = 0;
};
/// The same frame, aimed at one tile of its picture.
[[nodiscard]] FrameBlock aimed(const FrameBlock& frame, const Tile& tile);

/// Fits the shadow map of `pixels` a side round a box; the key light must be set already.
void fit_shadow(FrameBlock& frame, const anatomy::Bounds& box, int pixels);

}  // namespace mend::render
