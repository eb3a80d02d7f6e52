// A soft halo round each travelling signal.
#include "frame.glsl"
#include "curves.glsl"
#include "tube.glsl"

layout(std140) uniform Nerve {
  vec4 course;
  vec4 finish;
  vec4 axon_colour;
  vec4 sheath_colour;
  vec4 debris_colour;
  vec4 signal_colour;
  vec4 injury;
};

layout(location = 1) in vec4 place;
layout(location = 2) in vec4 state;

out vec2 corner;

#include "path.glsl"

void main() {
  corner = vec2(float(gl_VertexID & 1), float((gl_VertexID >> 1) & 1)) * 2.0 - 1.0;
  float s = state.w;
  bool shown = s >= course.x && s <= min(course.y, state.y);
  vec2 offset = wavy(place.xy, finish.z, s, fract(dot(place.xy, vec2(12.9898, 78.233))));
  vec3 centre = path(s, 0) + offset.x * path(s, 1) + offset.y * path(s, 2);
  vec4 in_view = world_to_view * vec4(centre, 1.0);
#ifdef LOW
  // Within the nerve.
  float size = min(4.0 * place.z, 1.05 * finish.z - length(offset));
#else
  // Bloom, of signals alone: it reaches a little beyond the nerve.
  float size = min(8.0 * place.z, 1.6 * finish.z - length(offset));
#endif
  in_view.xy += corner * size;
  in_view.z += 2.0 * finish.z;  // before the other axons of the bundle: seen through the sheath
  gl_Position = shown ? view_to_clip * in_view : vec4(2.0, 2.0, 2.0, 1.0);
}
