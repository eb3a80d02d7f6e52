#include "frame.glsl"

layout(location = 0) in vec3 vertex_position;

#ifdef CUT
out vec3 world_position;
#endif

void main() {
#ifdef CUT
  world_position = vertex_position;
#endif
  gl_Position = vec4((world_to_shadow * vec4(vertex_position, 1.0)).xyz * 2.0 - 1.0, 1.0);
}
