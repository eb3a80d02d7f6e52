// Fixed state and draw calls. A pass sets its whole state, so no pass depends on the one before.
#pragma once
#include <array>
#include <cstdint>
#include <vector>

namespace mend::gl {

enum class Blend {
  none,
  over,  // colour multiplied by its alpha already
  add,
  accumulate,  // weighted transparency: colours add, alphas multiply as (1 - alpha); the same for every
               // target
};
enum class Cull { none, back, front };
/// count: adds one where a surface faces away and takes one where it faces the eye, so that what stays above 0 is
/// inside; count_hollow: the other way round; inside: draws only there.
enum class Stencil { none, count, count_hollow, inside };
/// Pixels from the lower left; without width: everywhere.
struct Area {
  int x = 0, y = 0, width = 0, height = 0;
};
enum class Topology { points, triangles, triangle_strip };

struct State {
  bool depth_test = true;
  bool depth_write = true;
  bool colour_write = true;
  Blend blend = Blend::none;
  Cull cull = Cull::none;
  bool depth_bias = false;  // pushes depths away from the light, against shadow acne
  Stencil stencil = Stencil::none;
  Area within{};
};
void apply(const State& state);

void clear_colour(int attachment, const std::array<float, 4>& colour);
void clear_depth();
void clear_stencil(const Area& within);

void draw(Topology topology, int count);
void draw_instanced(Topology topology, int count, int instances);
/// Triangles by the index buffer of the bound vertex array.
void draw_indexed(int count);
void draw_indexed_instanced(int count, int instances);

/// Leaves the context as a layer drawn afterwards expects it: no program, no vertex array, default state.
void finish_pass();
/// Waits until everything asked for is drawn.
void wait();

/// RGBA, bottom row first, of colour attachment 0 of the bound framebuffer.
void read_pixels(int width, int height, std::vector<std::uint8_t>& pixels);

}  // namespace mend::gl
