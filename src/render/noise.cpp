#include "render/noise.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/glm.hpp>

namespace mend::render {
namespace {

using glm::ivec3;
using glm::vec3;

constexpr int kSize = kNoiseSize;

/// 32 mixed bits of a lattice point, which repeats every `period`.
std::uint32_t lattice(ivec3 p, int period, std::uint32_t seed) {
  const auto wrap = [period](int i) { return static_cast<std::uint32_t>((i % period + period) % period); };
  std::uint32_t h = seed ^ (wrap(p.x) * 0x8da6b343u) ^ (wrap(p.y) * 0xd8163841u) ^ (wrap(p.z) * 0xcb1ab31fu);
  h = (h ^ (h >> 16)) * 0x7feb352du;
  h = (h ^ (h >> 15)) * 0x846ca68bu;
  return h ^ (h >> 16);
}

float share(std::uint32_t bits) {
  return static_cast<float>(bits >> 8) / 16777216.0f;
}

vec3 scattered(ivec3 p, int period, std::uint32_t seed) {
  return {share(lattice(p, period, seed)), share(lattice(p, period, seed + 1)), share(lattice(p, period, seed + 2))};
}

/// Gradient noise (Perlin 2002) of `period` features over the volume, about -1 to 1.
float perlin(vec3 p, int period, std::uint32_t seed) {
  p *= static_cast<float>(period);
  const vec3 whole = glm::floor(p);
  const vec3 part = p - whole;
  const vec3 ease = part * part * part * (part * (part * 6.0f - 15.0f) + 10.0f);
  std::array<float, 8> corner{};
  for (int i = 0; i < 8; ++i) {
    const ivec3 step(i & 1, (i >> 1) & 1, i >> 2);
    const vec3 slope = scattered(ivec3(whole) + step, period, seed) * 2.0f - 1.0f;
    corner[static_cast<std::size_t>(i)] = glm::dot(slope, part - vec3(step));
  }
  const auto mix = [&](std::size_t a, std::size_t b, float t) { return corner[a] + (corner[b] - corner[a]) * t; };
  const float low = glm::mix(mix(0, 1, ease.x), mix(2, 3, ease.x), ease.y);
  const float high = glm::mix(mix(4, 5, ease.x), mix(6, 7, ease.x), ease.y);
  return 1.4f * glm::mix(low, high, ease.z);
}

vec3 texel(int x, int y, int z) {
  return (vec3(x, y, z) + 0.5f) / static_cast<float>(kSize);
}

std::uint8_t byte(float share_of_one) {
  return static_cast<std::uint8_t>(std::clamp(share_of_one, 0.0f, 1.0f) * 255.0f + 0.5f);
}

std::size_t index(int x, int y, int z) {
  const auto wrap = [](int i) { return static_cast<std::size_t>((i + kSize) % kSize); };
  return (wrap(z) * kSize + wrap(y)) * kSize + wrap(x);
}

template <typename Body>
void each_texel(Body body) {
  for (int z = 0; z < kSize; ++z) {
    for (int y = 0; y < kSize; ++y) {
      for (int x = 0; x < kSize; ++x) body(x, y, z);
    }
  }
}

struct Nearest {
  float first = 9, second = 9;
  std::uint32_t which = 0;
};
/// The two nearest scattered points, one in each lattice cell, in cell widths.
Nearest nearest_points(vec3 p, int period) {
  p *= static_cast<float>(period);
  const ivec3 home(glm::floor(p));
  Nearest found;
  for (int i = 0; i < 27; ++i) {
    const ivec3 cell = home + ivec3(i % 3 - 1, i / 3 % 3 - 1, i / 9 - 1);
    const vec3 to = vec3(cell) + scattered(cell, period, 71) - p;
    const float distance = glm::dot(to, to);
    if (distance < found.first) {
      found = {distance, found.first, lattice(cell, period, 97)};
    } else {
      found.second = std::min(found.second, distance);
    }
  }
  found.first = std::sqrt(found.first);
  found.second = std::sqrt(found.second);
  return found;
}

}  // namespace

std::vector<std::uint8_t> grain_noise() {
  std::vector<float> height(static_cast<std::size_t>(kSize) * kSize * kSize);
  each_texel([&](int x, int y, int z) {
    const vec3 p = texel(x, y, z);
    height[index(x, y, z)] = 0.68f * perlin(p, 8, 11) + 0.32f * perlin(p, 16, 23);
  });
  std::vector<std::uint8_t> out(height.size() * 4);
  each_texel([&](int x, int y, int z) {
    const vec3 slope(height[index(x + 1, y, z)] - height[index(x - 1, y, z)],
                     height[index(x, y + 1, z)] - height[index(x, y - 1, z)],
                     height[index(x, y, z + 1)] - height[index(x, y, z - 1)]);
    std::uint8_t* pixel = &out[index(x, y, z) * 4];
    for (int i = 0; i < 3; ++i) pixel[i] = byte(0.5f + 1.6f * slope[i]);
    pixel[3] = byte(0.5f + 0.62f * height[index(x, y, z)]);
  });
  return out;
}

std::vector<std::uint8_t> cellular_noise() {
  std::vector<std::uint8_t> out(static_cast<std::size_t>(kSize) * kSize * kSize * 4);
  each_texel([&](int x, int y, int z) {
    const vec3 p = texel(x, y, z);
    const Nearest near = nearest_points(p, 12);
    // Two zero surfaces of smooth noise meet along lines: threads.
    const float thread = std::fabs(perlin(p, 5, 31)) + std::fabs(perlin(p, 5, 47));
    std::uint8_t* pixel = &out[index(x, y, z) * 4];
    pixel[0] = byte(near.first);
    pixel[1] = byte(near.second - near.first);
    pixel[2] = byte(share(near.which));
    pixel[3] = byte(1.0f - 2.2f * thread);
  });
  return out;
}

}  // namespace mend::render
