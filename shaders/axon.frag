#include "output.glsl"
#include "light.glsl"
#include "tube.glsl"

layout(std140) uniform Nerve {
  vec4 course;
  vec4 finish;
  vec4 axon_colour;
  vec4 sheath_colour;
  vec4 debris_colour;
  vec4 signal_colour;
};

in vec3 world_position;
in vec3 world_normal;
in vec3 world_tangent;
in float along;
flat in vec4 axon_place;
flat in vec4 axon_state;
in float openness;
in float clear;
flat in float keyed;

layout(location = 0) out vec4 colour;

void main() {
  Axon a = axon_of(axon_place, axon_state);
  float radius = tube_radius(a, along, course.z, keyed, clear);
  if (radius < 0.12 * a.radius) discard;
  // The slope of the tube leans the normal, so that nodes and beads are round however coarse the mesh is.
  float slope = (tube_radius(a, along + 0.03, course.z, keyed, clear) - tube_radius(a, along - 0.03, course.z, keyed, clear)) / 0.06;
  vec3 normal = normalize(normalize(world_normal) - clamp(slope, -1.5, 1.5) * normalize(world_tangent));

  bool living = along <= a.tip;
  float sheath = living ? sheathed(a, along) * internode(along, course.z, keyed, clear) : 0.0;
  vec3 albedo = mix(axon_colour.rgb, sheath_colour.rgb, sheath);
  float cone = living && a.tip < course.y ? exp(-2.5 * (a.tip - along)) * (1.0 - sheath) : 0.0;
  albedo = mix(albedo, signal_colour.rgb, 0.35 * cone);
  if (!living) {
    float whole = smoothstep(0.75, 1.0, a.integrity);
    albedo = mix(debris_colour.rgb, sheath_colour.rgb, whole);
  }
  albedo *= 0.72 + 0.2 * keyed;  // apart from each other, and darker than ligaments
  Finish f = Finish(albedo, normal, 0.42, 0.045, 0.3, albedo * 0.3, openness, normalize(world_tangent), 0.25);
  vec3 light = lit(f, world_position);
  float away = along - a.signal;
  if (a.signal >= 0.0 && living) light = mix(light, signal_colour.rgb * 2.4, exp(-1.5 * away * away));
  colour = written(light, 1.0);
}
