#include "render/frame.h"

#include <algorithm>
#include <cmath>
#include <glm/gtc/matrix_transform.hpp>

#include "scene/palette.h"

namespace mend::render {
namespace {

using glm::vec3;
using glm::vec4;

/// Colours and strengths of the lights, linear. The key stands upper left of the viewer, as anatomical plates
/// are lit.
struct Lights {
  vec3 key, fill, rim, sky, ground;
  float gradient;  // brightness of the background's top against its base
  float vignette;
  float white;  // stretch of the filmic curve: a light ground must not lie far up its shoulder, or it
                // outshines every thin layer before it
  float thin;   // how much more opaque thin layers are
};
Lights lights_of(scene::Profile profile) {
  if (profile == scene::Profile::high_contrast) {
    // Black ground: a strong key and rim, so that every outline stands clear of it.
    return {vec3(1.75f, 1.55f, 1.38f),
            vec3(0.20f, 0.24f, 0.32f),
            vec3(1.10f, 1.20f, 1.35f),
            vec3(0.17f, 0.18f, 0.22f),
            vec3(0.11f, 0.09f, 0.08f),
            1.0f,
            0.0f,
            1.0f,
            1.25f};
  }
  if (profile == scene::Profile::projector) {
    // White ground in a bright room: more key against less sky, so that form survives the stray light.
    return {vec3(1.06f, 0.93f, 0.83f),
            vec3(0.10f, 0.12f, 0.15f),
            vec3(0.02f, 0.02f, 0.02f),
            vec3(0.15f, 0.16f, 0.175f),
            vec3(0.10f, 0.088f, 0.078f),
            1.0f,
            0.0f,
            1.19f,
            2.1f};
  }
  if (profile == scene::Profile::light) {
    // Projectors wash out dark grounds: key and fill on white, hardly any rim.
    return {vec3(0.98f, 0.85f, 0.75f),
            vec3(0.12f, 0.145f, 0.18f),
            vec3(0.06f, 0.07f, 0.08f),
            vec3(0.20f, 0.215f, 0.24f),
            vec3(0.13f, 0.115f, 0.10f),
            1.03f,
            0.05f,
            1.19f,
            1.7f};
  }
  return {vec3(1.34f, 1.12f, 0.95f),
          vec3(0.11f, 0.145f, 0.22f),
          vec3(0.50f, 0.58f, 0.70f),
          vec3(0.135f, 0.150f, 0.195f),
          vec3(0.100f, 0.076f, 0.060f),
          1.25f,
          0.55f,
          1.0f,
          1.0f};
}

/// The light that the filmic curve of output.glsl turns into this linear colour.
float before_filmic(float y) {
  const float a = 2.51f - 2.43f * y;
  const float b = 0.03f - 0.59f * y;
  const float c = -0.14f * y;
  return (-b + std::sqrt(b * b - 4 * a * c)) / (2 * a) / 0.82f;
}
vec3 before_filmic(vec3 colour) {
  return {before_filmic(colour.x), before_filmic(colour.y), before_filmic(colour.z)};
}

}  // namespace

std::vector<std::string> constant_lights(scene::Profile profile) {
  const Lights lights = lights_of(profile);
  const auto number = [](float x) { return std::to_string(x); };
  const auto colour = [&](vec3 c) {
    return "vec3(" + number(c.x) + ", " + number(c.y) + ", " + number(c.z) + ")";
  };
  return {"KEY_LIGHT " + colour(lights.key),       "FILL_LIGHT " + colour(lights.fill),
          "RIM_LIGHT " + colour(lights.rim),       "SKY_LIGHT " + colour(lights.sky),
          "GROUND_LIGHT " + colour(lights.ground), "THIN_SHOWS " + number(lights.thin),
          "WHITE " + number(lights.white)};
}

FrameBlock frame_of(const scene::Scene& scene, int width, int height) {
  const scene::Camera& camera = scene.camera;
  const float aspect = static_cast<float>(width) / static_cast<float>(height);
  FrameBlock frame{};
  frame.world_to_view = camera.view();
  frame.view_to_clip = camera.projection(aspect);
  frame.world_to_clip = frame.view_to_clip * frame.world_to_view;
  frame.world_to_shadow = glm::mat4(1);
  frame.eye = vec4(camera.eye, scene.phase);

  const glm::mat3 to_world = glm::transpose(glm::mat3(frame.world_to_view));
  const auto direction = [&](float right, float up, float towards) {
    return vec4(glm::normalize(to_world * vec3(right, up, towards)), 0);
  };
  // It rakes over a whole knee and comes round to the viewer for a close-up, where a ridge out of sight would
  // put what is looked at into its shadow.
  const float rakes = glm::smoothstep(150.0f, 320.0f, glm::distance(camera.eye, camera.target));
  frame.key_direction = direction(-0.66f, 0.62f, glm::mix(0.8f, 0.55f, rakes));
  frame.fill_direction = direction(0.85f, -0.10f, 0.50f);
  frame.rim_direction = direction(0.55f, 0.45f, -0.70f);
  frame.up_direction = direction(0.0f, 0.97f, 0.25f);
  frame.up_direction.w = scene.marks_hollow ? 1.0f : 0.0f;

  const Lights lights = lights_of(scene.profile);
  frame.key_colour = vec4(lights.key, 0);
  frame.fill_colour = vec4(lights.fill, 0);
  frame.rim_colour = vec4(lights.rim, lights.thin);
  frame.sky_colour = vec4(lights.sky, 0);
  frame.ground_colour = vec4(lights.ground, 0);

  const vec3 ground = scene::to_linear(scene::background(scene.profile));
  const vec3 top = glm::min(ground * lights.gradient, vec3(1));
  frame.background_top = vec4(before_filmic(top / lights.white), lights.white);
  frame.background_bottom = vec4(before_filmic(ground / lights.gradient / lights.white), lights.vignette);

  frame.size = vec4(width, height, 1.0f / static_cast<float>(width), 1.0f / static_cast<float>(height));
  frame.tile = vec4(0, 0, frame.size.z, frame.size.w);
  const float up = std::tan(glm::radians(camera.field_of_view) * 0.5f);
  frame.lens = vec4(up * aspect, up, camera.near_plane, camera.far_plane);
  frame.focus = vec4(scene.focus.distance, scene.focus.sharp, scene.focus.strength, 0);
  for (std::size_t i = 0; i < scene::Cutaway::kMostPlanes; ++i) {
    const bool cuts = i < scene.cuts.size();
    frame.cuts[i] = cuts ? vec4(scene.cuts[i].normal, scene.cuts[i].offset) : vec4(0, 0, 0, 1e9f);
  }
  frame.peel = vec4(scene.peel.centre, scene.peel.radius);
  return frame;
}

FrameBlock aimed(const FrameBlock& frame, const Tile& tile) {
  const glm::vec2 whole(frame.size), corner(tile.x, tile.y), part(tile.width, tile.height);
  const glm::vec2 stretch = whole / part;
  const glm::vec2 middle = (2.0f * corner + part) / whole - 1.0f;  // of the tile, -1 to 1 across the picture
  const glm::mat4 to_tile =
      glm::scale(glm::mat4(1), vec3(stretch, 1)) * glm::translate(glm::mat4(1), vec3(-middle, 0));
  FrameBlock aimed = frame;
  aimed.view_to_clip = to_tile * frame.view_to_clip;
  aimed.world_to_clip = aimed.view_to_clip * frame.world_to_view;
  aimed.tile = vec4(corner, 1.0f / part);
  return aimed;
}

void fit_shadow(FrameBlock& frame, const anatomy::Bounds& box, int pixels) {
  const vec3 centre = 0.5f * (box.low + box.high);
  const float radius = std::max(1.0f, 0.5f * glm::length(box.high - box.low));
  const vec3 key(frame.key_direction);
  const glm::mat4 view = glm::lookAt(centre + key * (2 * radius), centre, vec3(frame.up_direction));
  const glm::mat4 projection = glm::ortho(-radius, radius, -radius, radius, radius, 3 * radius);
  const glm::mat4 to_unit = glm::scale(glm::translate(glm::mat4(1), vec3(0.5f)), vec3(0.5f));
  frame.world_to_shadow = to_unit * projection * view;
  frame.key_direction.w = 1;
  frame.key_colour.w = 2 * radius / static_cast<float>(pixels);
  frame.fill_direction.w = 1.2f / static_cast<float>(pixels);
}

}  // namespace mend::render
