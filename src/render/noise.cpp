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

/// 32 well-mixed bits.
std::uint32_t mixed(std::uint32_t h) {
  h = (h ^ (h >> 16)) * 0x7feb352du;
  h = (h ^ (h >> 15)) * 0x846ca68bu;
  return h ^ (h >> 16);
}

float share(std::uint32_t bits) {
  return static_cast<float>(bits >> 8) / 16777216.0f;
}

/// A lattice of `period` random points of the unit cube a side, which repeats.
class Lattice {
 public:
  Lattice(int period, std::uint32_t seed) : period_(period) {
    const auto count = static_cast<std::uint32_t>(period * period * period);
    for (std::uint32_t i = 0; i < count; ++i) {
      const std::uint32_t key = mixed(i + 1) ^ mixed(seed);
      points_.emplace_back(share(mixed(key)), share(mixed(key + 1)), share(mixed(key + 2)));
    }
  }
  [[nodiscard]] int period() const { return period_; }
  [[nodiscard]] std::size_t index(ivec3 p) const {
    return (wrapped(p.z) * static_cast<std::size_t>(period_) + wrapped(p.y)) *
               static_cast<std::size_t>(period_) +
           wrapped(p.x);
  }
  [[nodiscard]] vec3 operator[](std::size_t i) const { return points_[i]; }
  [[nodiscard]] std::size_t size() const { return points_.size(); }

 private:
  /// Indices are at most one period outside.
  [[nodiscard]] std::size_t wrapped(int i) const {
    return static_cast<std::size_t>(i < 0 ? i + period_ : i >= period_ ? i - period_ : i);
  }
  int period_;
  std::vector<vec3> points_;
};

/// Gradient noise (Perlin 2002), one feature a lattice cell, about -1 to 1. Texels in turn mostly lie in one
/// cell, whose slopes are kept.
class Perlin {
 public:
  Perlin(int period, std::uint32_t seed) : slopes_(period, seed) {}

  [[nodiscard]] float at(vec3 p) {
    p *= static_cast<float>(slopes_.period());
    const ivec3 home(p);
    if (home != home_) enter(home);
    const vec3 part = p - vec3(home);
    const vec3 ease = part * part * part * (part * (part * 6.0f - 15.0f) + 10.0f);
    std::array<float, 8> corner{};
    for (int i = 0; i < 8; ++i) {
      const vec3 step(i & 1, (i >> 1) & 1, i >> 2);
      corner[static_cast<std::size_t>(i)] =
          glm::dot(corner_slopes_[static_cast<std::size_t>(i)], part - step);
    }
    const auto mix = [&](std::size_t a, std::size_t b, float t) {
      return corner[a] + (corner[b] - corner[a]) * t;
    };
    const float low = glm::mix(mix(0, 1, ease.x), mix(2, 3, ease.x), ease.y);
    const float high = glm::mix(mix(4, 5, ease.x), mix(6, 7, ease.x), ease.y);
    return 1.4f * glm::mix(low, high, ease.z);
  }

 private:
  void enter(ivec3 home) {
    home_ = home;
    for (int i = 0; i < 8; ++i) {
      const ivec3 step(i & 1, (i >> 1) & 1, i >> 2);
      corner_slopes_[static_cast<std::size_t>(i)] = slopes_[slopes_.index(home + step)] * 2.0f - 1.0f;
    }
  }

  Lattice slopes_;
  ivec3 home_{-1};
  std::array<vec3, 8> corner_slopes_{};
};

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
  std::size_t which = 0;
};

/// The two nearest of random points, one in each lattice cell, in cell widths. Texels in turn mostly lie in
/// one cell, whose neighbours are kept.
class Cellular {
 public:
  Cellular(int period, std::uint32_t seed) : points_(period, seed) {}
  [[nodiscard]] std::size_t size() const { return points_.size(); }

  [[nodiscard]] Nearest at(vec3 p) {
    p *= static_cast<float>(points_.period());
    const ivec3 home(p);
    if (home != home_) enter(home);
    std::array<float, kCells> distance{};
    for (std::size_t i = 0; i < kCells; ++i) {
      const float dx = x_[i] - p.x, dy = y_[i] - p.y, dz = z_[i] - p.z;
      distance[i] = dx * dx + dy * dy + dz * dz;
    }
    Nearest found;
    for (std::size_t i = 0; i < kCells; ++i) {
      if (distance[i] < found.first) {
        found = {distance[i], found.first, which_[i]};
      } else {
        found.second = std::min(found.second, distance[i]);
      }
    }
    found.first = std::sqrt(found.first);
    found.second = std::sqrt(found.second);
    return found;
  }

 private:
  static constexpr std::size_t kCells = 27;

  void enter(ivec3 home) {
    home_ = home;
    for (std::size_t i = 0; i < kCells; ++i) {
      const int n = static_cast<int>(i);
      const ivec3 cell = home + ivec3(n % 3 - 1, n / 3 % 3 - 1, n / 9 - 1);
      which_[i] = points_.index(cell);
      const vec3 point = vec3(cell) + points_[which_[i]];
      x_[i] = point.x;
      y_[i] = point.y;
      z_[i] = point.z;
    }
  }

  Lattice points_;
  ivec3 home_{-1};
  std::array<float, kCells> x_{}, y_{}, z_{};
  std::array<std::size_t, kCells> which_{};
};

}  // namespace

std::vector<std::uint8_t> grain_noise() {
  Perlin coarse(8, 11), fine(16, 23);
  std::vector<float> height(static_cast<std::size_t>(kSize) * kSize * kSize);
  each_texel([&](int x, int y, int z) {
    const vec3 p = texel(x, y, z);
    height[index(x, y, z)] = 0.68f * coarse.at(p) + 0.32f * fine.at(p);
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
  Cellular points(12, 71);
  Perlin one(5, 31), other(5, 47);
  std::vector<std::uint8_t> out(static_cast<std::size_t>(kSize) * kSize * kSize * 4);
  each_texel([&](int x, int y, int z) {
    const vec3 p = texel(x, y, z);
    const Nearest near = points.at(p);
    // Two zero surfaces of smooth noise meet along lines: threads.
    const float thread = std::fabs(one.at(p)) + std::fabs(other.at(p));
    std::uint8_t* pixel = &out[index(x, y, z) * 4];
    pixel[0] = byte(near.first);
    pixel[1] = byte(near.second - near.first);
    pixel[2] = byte(static_cast<float>(near.which * 37 % points.size()) / static_cast<float>(points.size()));
    pixel[3] = byte(1.0f - 2.2f * thread);
  });
  return out;
}

}  // namespace mend::render
