#include "render/mesh_cache.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>
#include <span>

#include "gl/debug.h"

namespace mend::render {
namespace {

constexpr std::array<gl::Attribute, 4> kVertex{{{0, 3, offsetof(anatomy::Vertex, position)},
                                                {1, 3, offsetof(anatomy::Vertex, normal)},
                                                {2, 3, offsetof(anatomy::Vertex, fibre)},
                                                {3, 3, offsetof(anatomy::Vertex, occlusion)}}};

/// Of 64 bits at a time, as a frame may hash a megabyte.
std::uint64_t hash_of(std::span<const std::byte> bytes, std::uint64_t hash) {
  for (std::size_t at = 0; at < bytes.size(); at += sizeof(std::uint64_t)) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + at, std::min(sizeof word, bytes.size() - at));
    hash = (hash ^ word) * 0x9E3779B97F4A7C15u;
    hash ^= hash >> 32;
  }
  return hash;
}

GpuMesh upload(std::span<const anatomy::Vertex> vertices, std::span<const std::uint32_t> indices,
               FrameStats& stats) {
  (void)gl::last_error();  // not of what is made now
  GpuMesh gpu;
  gpu.vertices = gl::Buffer(gl::BufferUse::vertices, "surface vertices");
  gpu.indices = gl::Buffer(gl::BufferUse::indices, "surface triangles");
  gpu.array = gl::VertexArray("surface");
  stats.bytes_uploaded += gpu.vertices.upload(vertices);
  stats.bytes_uploaded += gpu.indices.upload(indices);
  gpu.array.read(gpu.vertices, sizeof(anatomy::Vertex), kVertex);
  gpu.array.index(gpu.indices);
  if (gl::last_error() != gl::kOutOfMemory) gpu.index_count = static_cast<int>(indices.size());
  return gpu;
}

}  // namespace

void MeshCache::next_frame() {
  ++frame_;
  // Two pictures side by side draw in turn, so a mesh may rest for a frame or two.
  const std::int64_t oldest = frame_ - 4;
  std::erase_if(meshes_, [oldest](const auto& entry) { return entry.second.last_frame < oldest; });
}

MeshCache::Meshes::iterator MeshCache::find_rested(std::uint64_t contents) {
  return std::ranges::find_if(meshes_, [&](const auto& entry) {
    return entry.second.contents == contents && entry.second.last_frame < frame_;
  });
}

/// A mesh made anew for each frame has another address each time, but mostly the contents of the frame
/// before.
const GpuMesh& MeshCache::of(const scene::Surface& surface, FrameStats& stats) {
  const anatomy::Mesh& mesh = *surface.mesh;
  // The address alone could be a new mesh where an old one was: its storage and size tell them apart.
  const std::vector<std::uint32_t>& indices =
      surface.is_coarse && !mesh.coarse.empty() ? mesh.coarse : mesh.indices;
  const Key key{&mesh, surface.version, mesh.vertices.data(), indices.size()};
  auto entry = meshes_.find(key);
  if (entry == meshes_.end()) {
    const std::uint64_t contents =
        hash_of(std::as_bytes(std::span(indices)), hash_of(std::as_bytes(std::span(mesh.vertices)), 0));
    entry = find_rested(contents);
    if (entry != meshes_.end()) {
      auto node = meshes_.extract(entry);
      node.key() = key;
      entry = meshes_.insert(std::move(node)).position;
    } else {
      entry = meshes_.emplace(key, upload(mesh.vertices, indices, stats)).first;
      entry->second.contents = contents;
    }
  }
  GpuMesh& gpu = entry->second;
  gpu.last_frame = frame_;
  if (gpu.index_count == 0) ++stats.meshes_missing;
  return gpu;
}

}  // namespace mend::render
