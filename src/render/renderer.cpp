#include "render/renderer.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "gl/buffer.h"
#include "gl/draw.h"
#include "gl/texture.h"
#include "render/axons.h"
#include "render/caps.h"
#include "render/cells.h"
#include "render/faults.h"
#include "render/fields.h"
#include "render/frame.h"
#include "render/noise.h"
#include "render/pass_times.h"
#include "render/programs.h"
#include "render/radiograph.h"
#include "render/surfaces.h"
#include "render/targets.h"
#include "render/tiles.h"
#include "scene/palette.h"

namespace mend::render {
namespace {

constexpr int kLargestSide = 8192;  // pixels, of a picture
constexpr int kTileSide = 2048;     // of what is drawn at once: 130 MB of targets
constexpr int kShadowPixels = 240;  // over 1 mm over a whole knee: coarse, as shadows are soft

gl::Texture noise_volume(const std::vector<std::uint8_t>& texels, const char* label) {
  const gl::TextureShape shape{.width = kNoiseSize,
                               .height = kNoiseSize,
                               .layers = kNoiseSize,
                               .filter = gl::Filter::mipmap,
                               .repeat = true};
  return {shape, std::as_bytes(std::span(texels)), label};
}

gl::Target shadow_target(int pixels) {
  const gl::TargetShape shape{
      .width = pixels, .height = pixels, .colours = {}, .depth = true, .depth_texture = true};
  return {shape, "shadow map"};
}

/// The scene's ground without anything on it.
void show_ground(const scene::Scene& scene, unsigned framebuffer, int width, int height) {
  const gl::Target ground({.width = 1, .height = 1, .colours = {gl::Format::rgba8}}, "ground");
  const glm::vec3 colour = scene::background(scene.profile);
  ground.bind();
  gl::clear_colour(0, {colour.r, colour.g, colour.b, 1});
  gl::blit(ground, framebuffer, width, height);
}

bool is_cut(const scene::Scene& scene) {
  return !scene.radiograph && (!scene.cuts.empty() || scene.peel.radius > 0);
}

/// A picture without a ground keeps its edges, so that it can be laid over another.
bool wants_focus(const scene::Scene& scene) {
  return !scene.radiograph && scene.has_background && scene.focus.strength > 0;
}

/// Depth of field and fields are drawn against the depth of the frame.
bool reads_depth(const scene::Scene& scene, Look look) {
  return !scene.radiograph && (!scene.fields.empty() || (look == Look::hdr && wants_focus(scene)));
}

}  // namespace

struct Renderer::Passes {
  explicit Passes(const std::string& folder) : programs(folder, can.dialect) {}

  gl::Capabilities can = gl::capabilities();
  Programs programs;
  gl::Buffer frame_block{gl::BufferUse::uniforms, "frame block"};
  gl::Texture grain = noise_volume(grain_noise(), "grain noise");
  gl::Texture cellular = noise_volume(cellular_noise(), "cellular noise");
  gl::VertexArray screen{"screen"};
  Surfaces surfaces{can.uniform_alignment};
  Caps caps{can.uniform_alignment};
  Cells cells{can.largest_point};
  Axons axons;
  Fields fields;
  Radiograph radiograph{can.uniform_alignment};
  Targets targets;
  gl::Target shadows = shadow_target(1);  // full size when first needed
  gl::Target ground;  // of the low look: the background alone, kept while it stays the same
  std::array<glm::vec4, 4> ground_of{};  // all that the background depends on

  Faults faults;
  PassTimes times{can.times_itself};

  FrameBlock frame{};  // of the whole picture
  bool has_background = true;
  bool has_focus = false;  // depth of field

  /// Everything that the tiles of a frame share; `tile` says their size. False: it cannot be drawn, as told.
  bool prepare(const scene::Scene& scene, int width, int height, const Tile& tile, FrameStats& stats);
  bool choose_look(const scene::Scene& scene, const Tile& tile);
  std::optional<Problem> obstacle(Look look, const scene::Scene& scene, const Tile& tile);
  void prepare_picture(const scene::Scene& scene, FrameStats& stats);
  void aim(const scene::Scene& scene, const Tile& tile, FrameStats& stats);
  void draw_scene(FrameStats& stats);
  void draw_radiograph(FrameStats& stats);
  void draw_shadows(FrameStats& stats);
  void keep_ground(const FrameBlock& block, FrameStats& stats);
  /// The frame starts from a kept ground.
  [[nodiscard]] bool has_ground() const {
    return targets.look == Look::low && has_background && ground.shape().width > 0;
  }
  void draw_opaque(FrameStats& stats);
  void draw_caps(FrameStats& stats);
  void draw_background(FrameStats& stats);
  void draw_cells(FrameStats& stats);
  void draw_fields(FrameStats& stats);
  void draw_translucent(FrameStats& stats);
  void draw_post(FrameStats& stats);
  void draw_screen(Shading shading, const gl::State& state, FrameStats& stats);
};

/// Why a frame cannot be drawn in this look; if nothing speaks against it, its programs and targets are
/// there.
std::optional<Problem> Renderer::Passes::obstacle(Look look, const scene::Scene& scene, const Tile& tile) {
  if (const auto problems = programs.prepare({look, scene.profile, is_cut(scene)}); !problems.empty())
    return problems.front();
  if (auto problem = fit(targets, tile.width, tile.height, look, reads_depth(scene, look), can))
    return problem;
  if (scene.radiograph && !radiograph.fit(tile.width, tile.height))
    return Problem{"", 0, 0, "the graphics memory is too small for a radiograph of this size"};
  if (look == Look::low || shadows.shape().width == kShadowPixels) return std::nullopt;
  shadows = shadow_target(kShadowPixels);
  if (shadows.is_complete()) return std::nullopt;
  shadows = shadow_target(1);
  return Problem{"", 0, 0, "the graphics driver cannot draw shadows"};
}

/// The look asked for, or the next lower one that can be had here.
bool Renderer::Passes::choose_look(const scene::Scene& scene, const Tile& tile) {
  const Look wanted = look_of(scene.quality, can);
  std::optional<Problem> cause;
  for (auto level = static_cast<int>(wanted); level >= 0; --level) {
    auto problem = obstacle(static_cast<Look>(level), scene, tile);
    if (!problem) {
      if (cause)
        faults.tell("this machine cannot draw the look asked for, so a simpler one is drawn", *cause);
      return true;
    }
    if (!cause) cause = std::move(problem);
  }
  faults.tell("this machine cannot draw the picture", *cause);
  return false;
}

bool Renderer::Passes::prepare(const scene::Scene& scene, int width, int height, const Tile& tile,
                               FrameStats& stats) {
  times.begin_frame();
  if (!choose_look(scene, tile)) return false;
  const Pass pass(times, "surfaces, made ready");
  frame = frame_of(scene, width, height);
  has_background = scene.has_background;
  has_focus = targets.look == Look::hdr && wants_focus(scene);
  fields.prepare(scene, frame, stats);
  radiograph.prepare(scene, frame, stats);
  if (!radiograph.is_on()) prepare_picture(scene, stats);
  if (stats.meshes_missing > 0)
    faults.tell("parts of the picture are missing", {"", 0, 0, "the graphics memory is full"});
  return true;
}

void Renderer::Passes::aim(const scene::Scene& scene, const Tile& tile, FrameStats& stats) {
  const Pass pass(times, "cells and cuts, made ready");
  const FrameBlock block = aimed(frame, tile);
  if (!radiograph.is_on()) {
    caps.prepare(scene, block, surfaces, stats);
    cells.prepare(scene, block, stats);
  }
  stats.bytes_uploaded += frame_block.upload(std::span<const FrameBlock>(&block, 1));
  frame_block.bind_block(kFrameBlock, 0, sizeof(FrameBlock));
  if (targets.look == Look::low && has_background && !radiograph.is_on()) keep_ground(block, stats);
}

void Renderer::Passes::prepare_picture(const scene::Scene& scene, FrameStats& stats) {
  surfaces.prepare(scene, frame, stats);
  axons.prepare(scene, frame, stats);
  if (targets.look != Look::low && surfaces.casts_shadows())
    fit_shadow(frame, surfaces.casting_box(), kShadowPixels);
}

/// The table of contents of a frame.
void Renderer::Passes::draw_scene(FrameStats& stats) {
  if (radiograph.is_on()) return draw_radiograph(stats);
  draw_shadows(stats);
  draw_opaque(stats);
  draw_caps(stats);
  draw_background(stats);
  draw_cells(stats);
  draw_fields(stats);
  draw_translucent(stats);
  draw_post(stats);
}

void Renderer::Passes::draw_radiograph(FrameStats& stats) {
  const Pass pass(times, "radiograph");
  grain.bind(kGrainUnit);
  radiograph.draw_attenuation(programs, stats);
  targets.output().bind();
  radiograph.bind_film();
  draw_screen(Shading::film, {.depth_test = false, .depth_write = false}, stats);
}

void Renderer::Passes::draw_shadows(FrameStats& stats) {
  if (targets.look == Look::low) return;
  const Pass pass(times, "shadows");
  shadows.bind();
  gl::clear_depth();
  surfaces.draw_shadows(programs, stats);
}

void Renderer::Passes::draw_opaque(FrameStats& stats) {
  const Pass pass(times, "opaque");
  grain.bind(kGrainUnit);
  cellular.bind(kCellularUnit);
  shadows.depth().bind(kShadowUnit);
  if (has_ground()) gl::blit(ground, targets.frame.id(), ground.shape().width, ground.shape().height);
  targets.frame.bind();
  gl::clear_depth();
  if (!has_background) gl::clear_colour(0, {0, 0, 0, 0});
  surfaces.draw_opaque(programs, stats);
  axons.draw(programs, stats);
}

void Renderer::Passes::draw_caps(FrameStats& stats) {
  if (caps.is_empty()) return;
  const Pass pass(times, "faces of cuts");
  caps.draw(surfaces, programs, stats);
}

void Renderer::Passes::draw_screen(Shading shading, const gl::State& state, FrameStats& stats) {
  gl::apply(state);
  programs.use(shading);
  screen.bind();
  gl::draw(gl::Topology::triangles, 3);
  ++stats.draw_calls;
  ++stats.triangles;
}

/// Its gradient takes a software rasteriser as long as a tenth of the whole frame; a copy, hardly any time.
void Renderer::Passes::keep_ground(const FrameBlock& block, FrameStats& stats) {
  const std::array<glm::vec4, 4> wanted{block.background_top, block.background_bottom, block.size,
                                        block.tile};
  const gl::TargetShape& shape = targets.frame.shape();
  const bool fits = ground.shape().width == shape.width && ground.shape().height == shape.height;
  if (fits && ground_of == wanted) return;
  if (!fits)
    ground = gl::Target({.width = shape.width, .height = shape.height, .colours = shape.colours}, "ground");
  ground_of = wanted;
  if (!ground.is_complete()) return void(ground = {});
  ground.bind();
  draw_screen(Shading::background, {.depth_test = false, .depth_write = false}, stats);
}

void Renderer::Passes::draw_background(FrameStats& stats) {
  if (!has_background || has_ground()) return;
  const Pass pass(times, "background");
  // Last of the opaque things, at the far plane: only where nothing else is.
  draw_screen(Shading::background, {.depth_write = false}, stats);
}

void Renderer::Passes::draw_cells(FrameStats& stats) {
  const Pass pass(times, "cells and signals");
  cells.draw(programs, stats);
  axons.draw_glow(programs, stats);
}

void Renderer::Passes::draw_fields(FrameStats& stats) {
  if (fields.is_empty()) return;
  const Pass pass(times, "fields");
  targets.frame.depth().bind(kDepthUnit);
  targets.half.bind();
  gl::clear_colour(0, {0, 0, 0, 0});
  fields.draw(programs, stats);
  targets.half.colour(0).bind(kHalfUnit);
  targets.frame.bind();
  draw_screen(Shading::haze, {.depth_test = false, .depth_write = false, .blend = gl::Blend::over}, stats);
}

void Renderer::Passes::draw_translucent(FrameStats& stats) {
  if (!surfaces.has_translucent()) return;
  const Pass pass(times, "translucent");
  if (targets.look == Look::low) return surfaces.draw_translucent(programs, stats);
  targets.layers.bind();
  gl::clear_colour(0, {0, 0, 0, 1});
  gl::clear_colour(1, {0, 0, 0, 1});
  surfaces.draw_translucent(programs, stats);
  targets.layers.colour(0).bind(kLightSumUnit);
  targets.layers.colour(1).bind(kWeightSumUnit);
  targets.frame.bind();
  draw_screen(Shading::composite, {.depth_test = false, .depth_write = false, .blend = gl::Blend::over},
              stats);
}

void Renderer::Passes::draw_post(FrameStats& stats) {
  if (targets.look != Look::hdr) return;
  const Pass pass(times, "tone curve");
  const gl::State state{.depth_test = false, .depth_write = false};
  targets.frame.colour(0).bind(kLightUnit);
  if (has_focus) {
    targets.frame.depth().bind(kDepthUnit);
    targets.half.bind();
    draw_screen(Shading::half, state, stats);
    targets.half.colour(0).bind(kHalfUnit);
    targets.blurred.bind();
    draw_screen(Shading::blur, state, stats);
    targets.blurred.colour(0).bind(kHalfUnit);
  }
  targets.shown.bind();
  draw_screen(has_focus ? Shading::post_focus : Shading::post, state, stats);
}

Renderer::Renderer() = default;
Renderer::~Renderer() = default;

Result<std::unique_ptr<Renderer>> Renderer::create(const std::string& shader_folder) {
  std::unique_ptr<Renderer> renderer(new Renderer);
  renderer->passes_ = std::make_unique<Passes>(shader_folder);
  if (auto problems = renderer->passes_->programs.prepare({}); !problems.empty()) return problems;
  return renderer;
}

std::optional<Problem> Renderer::refusal(int width, int height) {
  if (width <= kLargestSide && height <= kLargestSide) return std::nullopt;
  return Problem{"", 0, 0,
                 "A picture of " + std::to_string(width) + " x " + std::to_string(height) +
                     " pixels is too large; ask for at most " + std::to_string(kLargestSide) + " on a side."};
}

FrameStats Renderer::draw(const scene::Scene& scene, unsigned target, int width, int height) {
  FrameStats stats;
  if (width <= 0 || height <= 0) return stats;
  const Tile whole{0, 0, width, height};
  if (!passes_->prepare(scene, width, height, whole, stats)) {
    show_ground(scene, target, width, height);
    return {};
  }
  passes_->aim(scene, whole, stats);
  passes_->draw_scene(stats);
  gl::blit(passes_->targets.output(), target, width, height);
  gl::finish_pass();
  return stats;
}

Image Renderer::draw_image(const scene::Scene& scene, int width, int height, FrameStats* stats) {
  if (width <= 0 || height <= 0 || refusal(width, height)) return {};
  FrameStats cost;
  const auto cuts =
      cut_into_tiles(width, height, std::min(kTileSide, passes_->can.largest_target), overlap_of(height));
  if (!passes_->prepare(scene, width, height, cuts.front().drawn, cost)) return {};
  Image image{width, height,
              std::vector<std::uint8_t>(std::size_t{4} * static_cast<std::size_t>(width) *
                                        static_cast<std::size_t>(height))};
  std::vector<std::uint8_t> drawn;
  for (const TileCut& cut : cuts) {
    passes_->aim(scene, cut.drawn, cost);
    passes_->draw_scene(cost);
    passes_->targets.output().bind();
    gl::read_pixels(cut.drawn.width, cut.drawn.height, drawn);
    paste(image, cut, drawn);
  }
  gl::finish_pass();
  if (stats != nullptr) *stats = cost;
  if (scene.has_background)
    for (std::size_t i = 3; i < image.pixels.size(); i += 4) image.pixels[i] = 255;
  else
    divide_by_alpha(image);
  return image;
}

std::vector<Problem> Renderer::take_faults() {
  return passes_->faults.take();
}

void Renderer::time_passes(bool on) {
  passes_->times.turn(on);
}

FrameTimes Renderer::times() const {
  constexpr std::array<std::string_view, kLooks> kNames{"low", "full, 8 bits a channel", "full"};
  return {passes_->times.read(), passes_->can.times_itself,
          kNames[static_cast<std::size_t>(passes_->targets.look)]};
}

std::vector<Problem> Renderer::reload_shaders() {
  passes_->faults.forget();
  passes_->ground = {};
  return passes_->programs.reload();
}

}  // namespace mend::render
