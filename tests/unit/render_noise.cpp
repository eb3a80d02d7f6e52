#include "render/noise.h"

#include <doctest/doctest.h>

#include <cstdlib>

namespace {

constexpr int kSize = mend::render::kNoiseSize;

int at(const std::vector<std::uint8_t>& volume, int x, int y, int z, int channel) {
  return volume[static_cast<std::size_t>(((z * kSize + y) * kSize + x) * 4 + channel)];
}

}  // namespace

TEST_CASE("noise volumes repeat without a seam") {
  const auto grain = mend::render::grain_noise();
  const auto cells = mend::render::cellular_noise();
  int inside = 0, seam = 0;
  for (int i = 0; i < kSize; ++i) {
    for (int j = 0; j < kSize; ++j) {
      inside += std::abs(at(grain, 31, i, j, 3) - at(grain, 32, i, j, 3)) +
                std::abs(at(cells, i, 31, j, 0) - at(cells, i, 32, j, 0));
      seam += std::abs(at(grain, kSize - 1, i, j, 3) - at(grain, 0, i, j, 3)) +
              std::abs(at(cells, i, kSize - 1, j, 0) - at(cells, i, 0, j, 0));
    }
  }
  CHECK(seam < inside * 5 / 4);
}

TEST_CASE("noise is level on the whole and uses its range") {
  const auto grain = mend::render::grain_noise();
  double mean[4] = {0, 0, 0, 0};
  int lowest = 255, highest = 0;
  for (std::size_t i = 0; i < grain.size(); ++i) {
    mean[i % 4] += grain[i] * 4.0 / static_cast<double>(grain.size());
    if (i % 4 == 3) lowest = std::min(lowest, int{grain[i]}), highest = std::max(highest, int{grain[i]});
  }
  for (const double m : mean) CHECK(m == doctest::Approx(127.5).epsilon(0.03));
  CHECK(lowest < 50);
  CHECK(highest > 205);
}
