#include "anatomy/rest_bytes.h"

#include <cstdint>
#include <cstring>
#include <type_traits>

namespace mend::anatomy {
namespace {

/// Walks the same fields for writing and for reading.
class Writer {
 public:
  std::vector<std::byte> bytes;

  template <typename T>
  void one(const T& value) {
    static_assert(std::is_trivially_copyable_v<T>);
    append(&value, sizeof value);
  }
  template <typename T>
  void many(const std::vector<T>& values) {
    static_assert(std::is_trivially_copyable_v<T>);
    one(static_cast<std::uint64_t>(values.size()));
    append(values.data(), values.size() * sizeof(T));
  }

 private:
  void append(const void* data, std::size_t size) {
    const auto* first = static_cast<const std::byte*>(data);
    bytes.insert(bytes.end(), first, first + size);
  }
};

class Reader {
 public:
  explicit Reader(std::span<const std::byte> bytes) : rest_(bytes) {}

  template <typename T>
  void one(T& value) {
    take(&value, sizeof value);
  }
  template <typename T>
  void many(std::vector<T>& values) {
    std::uint64_t count = 0;
    one(count);
    if (count > rest_.size() / sizeof(T)) is_whole_ = false;
    if (!is_whole_) return;
    values.resize(count);
    take(values.data(), count * sizeof(T));
  }
  /// Nothing was missing so far.
  [[nodiscard]] bool is_whole() const { return is_whole_; }
  [[nodiscard]] bool is_at_end() const { return is_whole_ && rest_.empty(); }

 private:
  void take(void* data, std::size_t size) {
    if (size > rest_.size()) is_whole_ = false;
    if (!is_whole_ || size == 0) return;
    std::memcpy(data, rest_.data(), size);
    rest_ = rest_.subspan(size);
  }

  std::span<const std::byte> rest_;
  bool is_whole_ = true;
};

template <typename Archive, typename Grid>
void walk_grid(Archive& archive, Grid& grid) {
  for (int axis = 0; axis < 3; ++axis) archive.one(grid.low[axis]);
  archive.one(grid.cell);
  archive.one(grid.nx);
  archive.one(grid.ny);
  archive.one(grid.nz);
  archive.many(grid.value);
}

template <typename Archive, typename AnySolids>
void walk_solids(Archive& archive, AnySolids& solids) {
  archive.one(solids.cartilage);
  for (auto* grid :
       {&solids.femur, &solids.tibia, &solids.fibula, &solids.patella, &solids.femur_with_cartilage,
        &solids.tibia_with_cartilage, &solids.patella_with_cartilage})
    walk_grid(archive, *grid);
}

template <typename Archive, typename AnyPart>
void walk_part(Archive& archive, AnyPart& part) {
  archive.one(part.id);
  archive.many(part.mesh.vertices);
  archive.many(part.mesh.indices);
  archive.many(part.mesh.coarse);
}

template <typename Archive, typename AnyRest>
void walk_lesion(Archive& archive, AnyRest& rest) {
  archive.one(rest.lesion);
  archive.many(rest.columns);
  archive.many(rest.lesion_floor);
}

/// As many values as it has points, and some: else a look-up would read beyond them.
bool is_sound(const DistanceGrid& grid) {
  if (!(grid.cell > 0) || grid.nx < 2 || grid.ny < 2 || grid.nz < 2) return false;
  return grid.value.size() == static_cast<std::size_t>(grid.nx) * static_cast<std::size_t>(grid.ny) *
                                  static_cast<std::size_t>(grid.nz);
}

bool is_sound(const Mesh& mesh) {
  for (const std::vector<std::uint32_t>* indices : {&mesh.indices, &mesh.coarse}) {
    for (const std::uint32_t i : *indices) {
      if (i >= mesh.vertices.size()) return false;
    }
  }
  return true;
}

bool is_sound(const Rest& rest, const Solids& solids) {
  for (const DistanceGrid& grid : rest.spaces) {
    if (!is_sound(grid)) return false;
  }
  for (const DistanceGrid* grid :
       {&solids.femur, &solids.tibia, &solids.fibula, &solids.patella, &solids.femur_with_cartilage,
        &solids.tibia_with_cartilage, &solids.patella_with_cartilage}) {
    if (!is_sound(*grid)) return false;
  }
  for (const RestPart& part : rest.parts) {
    if (static_cast<std::size_t>(part.id) >= kParts || !is_sound(part.mesh)) return false;
  }
  return true;
}

template <typename Archive, typename AnyShape>
void walk_shape(Archive& archive, AnyShape& shape) {
  archive.one(shape.flexion);
  archive.one(shape.lesion_diameter);
  archive.one(shape.width);
  archive.one(shape.is_female);
}

}  // namespace

std::vector<std::byte> bytes_of(const Rest& rest) {
  Writer writer;
  walk_shape(writer, rest.shape);
  walk_solids(writer, *rest.solids);
  for (const DistanceGrid& grid : rest.spaces) walk_grid(writer, grid);
  writer.one(static_cast<std::uint64_t>(rest.parts.size()));
  for (const RestPart& part : rest.parts) walk_part(writer, part);
  walk_lesion(writer, rest);
  return std::move(writer.bytes);
}

std::shared_ptr<const Rest> rest_of(std::span<const std::byte> bytes) {
  Reader reader(bytes);
  auto rest = std::make_shared<Rest>();
  auto solids = std::make_shared<Solids>();
  walk_shape(reader, rest->shape);
  walk_solids(reader, *solids);
  for (DistanceGrid& grid : rest->spaces) walk_grid(reader, grid);
  std::uint64_t parts = 0;
  reader.one(parts);
  if (!reader.is_whole() || parts > kParts) return nullptr;
  rest->parts.resize(parts);
  for (RestPart& part : rest->parts) walk_part(reader, part);
  walk_lesion(reader, *rest);
  if (!reader.is_at_end() || !is_sound(*rest, *solids)) return nullptr;
  rest->solids = std::move(solids);
  return rest;
}

}  // namespace mend::anatomy
