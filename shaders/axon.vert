#include "frame.glsl"
#include "curves.glsl"
#include "tube.glsl"
#include "crush.glsl"

layout(std140) uniform Nerve {
  vec4 course;  // from, to, lesion, spacing of the path's texels
  vec4 finish;  // x: number of texels; y: radius that keeps an axon a pixel wide, per mm of distance; z: radius of the bundle; w: mm a pixel at 1 mm
  vec4 axon_colour;
  vec4 sheath_colour;
  vec4 debris_colour;
  vec4 signal_colour;  // w: width of the bundle across the gap, of its own
  vec4 injury;  // x: bruise, 0-1; y: radius of a young sheath in radii of the axon; z: gap; w: bruised patch
};

layout(location = 0) in vec3 grid;          // share along, cosine, sine
layout(location = 1) in vec4 place;         // AxonInstance
layout(location = 2) in vec4 state;
layout(location = 3) in vec2 more;

out vec3 world_position;
out vec3 world_normal;
out vec3 world_tangent;
out float along;
flat out vec4 axon_place;
flat out vec4 axon_state;
flat out vec2 axon_more;
out float openness;
out float clear;
flat out float keyed;

#include "path.glsl"

void main() {
  Axon a = axon_of(place, state, more);
  along = mix(course.x, course.y, grid.x);
  keyed = fract(dot(place.xy, vec2(12.9898, 78.233)));
  vec3 normal = normalize(path(along, 1));
  vec3 binormal = normalize(path(along, 2));
  vec2 offset = wavy(a.offset, finish.z, along, keyed);
  // The bundle narrows from stump to stump.
  float inward = 0.5 * injury.z - abs(along - course.z - 0.5 * injury.z);
  float kept = (1.0 - pinch(along - course.z, injury.x)) * mix(1.0, signal_colour.w, smoothstep(-2.2, 1.5, inward));
  offset *= kept;
  vec3 centre = path(along, 0) + offset.x * normal + offset.y * binormal;
  vec3 outward = grid.y * normal + grid.z * binormal;
  clear = 1.0 - smoothstep(0.04, 0.11, finish.w * distance(eye.xyz, centre));
  float radius = tube_radius(a, along, course.z, keyed, clear, injury);
  radius *= mix(1.0, kept, 0.7);
  float least = finish.y * distance(eye.xyz, centre);
  radius = radius > 0.0 ? max(radius, least) : 0.0;
  // Inside the bundle neighbours close an axon in, most on the side that faces the middle.
  openness = clamp(0.5 + 0.6 * dot(a.offset, grid.yz) / max(finish.z, 1e-3), 0.15, 1.0);
  world_position = centre + radius * outward;
  world_normal = outward;
  world_tangent = cross(normal, binormal);
  axon_place = place;
  axon_state = state;
  axon_more = more;
  gl_Position = world_to_clip * vec4(world_position, 1.0);
}
