#include "frame.glsl"

layout(location = 0) in vec3 vertex_position;

out vec3 world_position;

void main() {
  world_position = vertex_position;
  gl_Position = world_to_clip * vec4(vertex_position, 1.0);
  // A hair nearer, so that it closes over the edges of what it cuts.
  gl_Position.z -= 2.0e-6 * gl_Position.w;
}
