#include "render/specks.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <span>

#include "gl/draw.h"
#include "scene/cell_signs.h"
#include "scene/palette.h"

namespace mend::render {
namespace {

using scene::CellInstance;

constexpr std::size_t kCrowd = 5000;  // cells; more, seen through each other, are a fog
constexpr float kLargestRadius = 12;  // pixels; beyond, a cell shows its nucleus
constexpr float kFading = 0.35f;      // life below which a cell is seen through, as in cell.frag
constexpr float kSlack = 0.05f;       // pixels by which a driver may round otherwise
constexpr float kFar = 1e30f;
constexpr std::array<gl::Attribute, 2> kSpeck{
    {{0, 4, offsetof(Speck, position)}, {1, 3, offsetof(Speck, tint)}}};

/// How large a cell is drawn, as in cell.vert.
float drawn_radius(const CellInstance& cell) {
  return cell.radius * (0.35f + 0.65f * std::min(cell.life, 1.0f));
}

/// Linear, of each scene::CellKind.
using Tints = std::array<glm::vec3, scene::kCellKinds>;
Tints tints() {
  Tints tints;
  for (std::size_t kind = 0; kind < tints.size(); ++kind)
    tints[kind] = scene::to_linear(scene::colour(static_cast<scene::CellKind>(kind)).base);
  return tints;
}

/// Greyer as it dies, as in cell.frag.
Speck speck_of(const CellInstance& cell, const Tints& tints) {
  const glm::vec3 tint = tints[static_cast<std::size_t>(scene::kind_of(cell))];
  const glm::vec3 grey(glm::dot(tint, glm::vec3(0.3f, 0.5f, 0.2f)));
  return {cell.position, drawn_radius(cell), glm::mix(grey, tint, 0.35f + 0.65f * std::min(cell.life, 1.0f))};
}

}  // namespace

CrowdSorter::Size CrowdSorter::place(const CellInstance& cell, const FrameBlock& frame, Disc& disc) const {
  const glm::vec4 clip = frame.world_to_clip * glm::vec4(cell.position, 1);
  if (cell.life < kFading || clip.w - cell.radius < frame.lens.z || clip.w > frame.lens.w) return Size::large;
  const float nearness = 1 / clip.w;
  disc.depth = clip.w;
  disc.thickness = drawn_radius(cell);
  disc.radius = 0.5f * height_ * frame.view_to_clip[1][1] * disc.thickness * nearness;
  disc.x = 0.5f * width_ * (clip.x * nearness + 1);
  disc.y = 0.5f * height_ * (clip.y * nearness + 1);
  const auto is_beyond = [&](float by) {
    return disc.x - by < 0 || disc.y - by < 0 || disc.x + by > width_ || disc.y + by > height_;
  };
  if (disc.radius > kLargestRadius) return Size::large;
  if (!is_beyond(disc.radius)) return Size::small;
  // A point is clipped by its centre: at the edge of the frame a cell is drawn otherwise.
  return is_beyond(-2 * disc.radius) ? Size::unseen : Size::large;
}

const std::vector<CellInstance>& CrowdSorter::take(const std::vector<CellInstance>& cells,
                                                   const FrameBlock& frame) {
  discs_.clear();
  rest_.clear();
  shown_.clear();
  if (cells.size() <= kCrowd) return cells;
  width_ = std::round(1 / frame.tile.z);
  height_ = std::round(1 / frame.tile.w);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    Disc disc{.cell = static_cast<std::uint32_t>(i)};
    const Size size = place(cells[i], frame, disc);
    if (size == Size::small) discs_.push_back(disc);
    if (size == Size::large) rest_.push_back(cells[i]);
  }
  sort_by_depth();
  covered_.assign(static_cast<std::size_t>(width_ * height_), kFar);
  const Tints tint_of = tints();
  for (const Disc& disc : sorted_) {
    if (is_hidden(disc)) continue;
    cover(disc);
    shown_.push_back(speck_of(cells[disc.cell], tint_of));
  }
  return rest_;
}

/// A counting sort over depth slices: exact order within a slice does not show.
void CrowdSorter::sort_by_depth() {
  constexpr std::size_t kSlices = 2048;
  float nearest = kFar, farthest = 0;
  for (const Disc& disc : discs_) {
    nearest = std::min(nearest, disc.depth);
    farthest = std::max(farthest, disc.depth);
  }
  const float scale = static_cast<float>(kSlices - 1) / std::max(farthest - nearest, 1e-6f);
  const auto slice = [&](const Disc& disc) {
    return static_cast<std::size_t>((disc.depth - nearest) * scale);
  };
  std::array<std::uint32_t, kSlices + 1> first{};
  for (const Disc& disc : discs_) ++first[slice(disc) + 1];
  for (std::size_t s = 0; s < kSlices; ++s) first[s + 1] += first[s];
  sorted_.resize(discs_.size());
  for (const Disc& disc : discs_) sorted_[first[slice(disc)]++] = disc;
}

/// Calls row(first, last) with places in `covered_`, for each row of pixel centres within a radius of the
/// disc's middle; stops at the first false and returns it.
template <typename Row>
bool CrowdSorter::each_row(const Disc& disc, float radius, const Row& row) const {
  const auto first_at = [](float edge, float end) {
    return static_cast<std::size_t>(std::clamp(std::ceil(edge - 0.5f), 0.0f, end));
  };
  const auto width = static_cast<std::size_t>(width_);
  const std::size_t top = first_at(disc.y + radius, height_);
  for (std::size_t y = first_at(disc.y - radius, height_); y < top; ++y) {
    const float up = static_cast<float>(y) + 0.5f - disc.y;
    const float half = std::sqrt(std::max(radius * radius - up * up, 0.0f));
    if (!row(y * width + first_at(disc.x - half, width_), y * width + first_at(disc.x + half, width_)))
      return false;
  }
  return true;
}

bool CrowdSorter::is_hidden(const Disc& disc) const {
  const float front = disc.depth - disc.thickness;
  return each_row(disc, disc.radius + kSlack, [&](std::size_t from, std::size_t to) {
    return std::all_of(covered_.begin() + static_cast<std::ptrdiff_t>(from),
                       covered_.begin() + static_cast<std::ptrdiff_t>(to),
                       [front](float depth) { return depth <= front; });
  });
}

void CrowdSorter::cover(const Disc& disc) {
  each_row(disc, disc.radius - kSlack, [&](std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to; ++i) covered_[i] = std::min(covered_[i], disc.depth);
    return true;
  });
}

Specks::Specks() : buffer_(gl::BufferUse::vertices, "specks"), array_("specks") {
  array_.read(buffer_, sizeof(Speck), kSpeck);
}

const std::vector<CellInstance>& Specks::take(const std::vector<CellInstance>& cells, const FrameBlock& frame,
                                              FrameStats& stats) {
  const std::vector<CellInstance>& rest = sorter_.take(cells, frame);
  if (!sorter_.shown().empty()) stats.bytes_uploaded += buffer_.upload(std::span(sorter_.shown()));
  return rest;
}

void Specks::draw(Programs& programs, FrameStats& stats) const {
  const auto count = static_cast<int>(sorter_.shown().size());
  if (count == 0) return;
  gl::apply({});
  programs.use(Shading::specks);
  array_.bind();
  gl::draw(gl::Topology::points, count);
  ++stats.draw_calls;
  stats.instances += count;
}

}  // namespace mend::render
