#include "render/mesh_cache.h"

#include <array>
#include <cstddef>
#include <span>

#include "gl/debug.h"

namespace mend::render {
namespace {

constexpr std::array<gl::Attribute, 4> kVertex{{{0, 3, offsetof(anatomy::Vertex, position)},
                                                {1, 3, offsetof(anatomy::Vertex, normal)},
                                                {2, 3, offsetof(anatomy::Vertex, fibre)},
                                                {3, 3, offsetof(anatomy::Vertex, occlusion)}}};

}  // namespace

void MeshCache::next_frame() {
  ++frame_;
  // Two pictures side by side draw in turn, so a mesh may rest for a frame or two.
  const std::int64_t oldest = frame_ - 4;
  std::erase_if(meshes_, [oldest](const auto& entry) { return entry.second.last_frame < oldest; });
}

const GpuMesh& MeshCache::of(const scene::Surface& surface, FrameStats& stats) {
  const anatomy::Mesh& mesh = *surface.mesh;
  // The address alone could be a new mesh where an old one was: its storage and size tell them apart.
  const std::vector<std::uint32_t>& indices =
      surface.is_coarse && !mesh.coarse.empty() ? mesh.coarse : mesh.indices;
  const Key key{&mesh, surface.version, mesh.vertices.data(), indices.size()};
  auto [entry, is_new] = meshes_.try_emplace(key);
  GpuMesh& gpu = entry->second;
  gpu.last_frame = frame_;
  if (is_new) {
    (void)gl::last_error();  // not of what is made now
    gpu.vertices = gl::Buffer(gl::BufferUse::vertices, "surface vertices");
    gpu.indices = gl::Buffer(gl::BufferUse::indices, "surface triangles");
    gpu.array = gl::VertexArray("surface");
    stats.bytes_uploaded += gpu.vertices.upload(std::span(mesh.vertices));
    stats.bytes_uploaded += gpu.indices.upload(std::span(indices));
    gpu.array.read(gpu.vertices, sizeof(anatomy::Vertex), kVertex);
    gpu.array.index(gpu.indices);
    if (gl::last_error() != gl::kOutOfMemory) gpu.index_count = static_cast<int>(indices.size());
  }
  if (gpu.index_count == 0) ++stats.meshes_missing;
  return gpu;
}

}  // namespace mend::render
