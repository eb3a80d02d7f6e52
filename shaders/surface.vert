#include "frame.glsl"
#include "surface.glsl"
#include "curves.glsl"
#include "crush.glsl"

#ifdef INSET
#include "cap.glsl"
#endif

layout(location = 0) in vec3 vertex_position;
layout(location = 1) in vec3 vertex_normal;
layout(location = 2) in vec3 vertex_fibre;
layout(location = 3) in vec3 vertex_state;  // occlusion, depth, region

out vec3 world_position;
out vec3 world_normal;
out vec3 world_fibre;
out vec3 state;

void main() {
  world_position = vertex_position;
  world_normal = vertex_normal;
  world_fibre = vertex_fibre;
  state = vec3(mix(vertex_state.x, 1.0, opened.x), vertex_state.yz);
#ifdef NERVE
  if (traits.z >= 0.0) world_position -= vertex_normal * (1.8 * pinch(vertex_state.y - traits.z, traits.w));
#endif
#ifdef FIBROUS
  // Oedema: up to 1.2 mm round a wound (assumed).
  vec3 from_wound = (vertex_position - middle.xyz) / max(middle.w, 1.0);
  world_position += vertex_normal * (traits.z < 0.0 ? traits.z * vertex_state.y  // loose fibres thin away
                                                    : 1.2 * traits.z * bell(1.2 * dot(from_wound, from_wound)));
#endif
#ifdef INSET
  world_position += inset(vertex_position, vertex_normal, vertex_fibre, vertex_state.yz);
#endif
  gl_Position = world_to_clip * vec4(world_position, 1.0);
}
