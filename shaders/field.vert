// A ball of haze: a plane across the line of sight through its middle.
#include "frame.glsl"

layout(location = 0) in vec4 place;  // position, radius
layout(location = 1) in vec4 haze;   // linear, strength

out vec2 at;  // on the plane, in radii
out vec3 world_position;
flat out vec4 tint;
flat out vec2 ball;  // mm before the eye, radius

void main() {
  at = vec2(float(gl_VertexID & 1), float((gl_VertexID >> 1) & 1)) * 2.0 - 1.0;
  vec3 centre = (world_to_view * vec4(place.xyz, 1.0)).xyz;
  vec3 in_view = centre + vec3(at * place.w, 0.0);
  world_position = eye.xyz + transpose(mat3(world_to_view)) * in_view;
  tint = haze;
  ball = vec2(-centre.z, place.w);
  gl_Position = view_to_clip * vec4(in_view, 1.0);
}
