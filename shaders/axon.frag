#include "output.glsl"
#include "light.glsl"
#include "curves.glsl"
#include "tube.glsl"
#include "crush.glsl"

layout(std140) uniform Nerve {
  vec4 course;
  vec4 finish;
  vec4 axon_colour;
  vec4 sheath_colour;
  vec4 debris_colour;
  vec4 signal_colour;
  vec4 injury;
};

in vec3 world_position;
in vec3 world_normal;
in vec3 world_tangent;
in float along;
flat in vec4 axon_place;
flat in vec4 axon_state;
flat in vec2 axon_more;
in float openness;
in float clear;
flat in float keyed;

layout(location = 0) out vec4 colour;

const vec3 kAstray = vec3(0.36, 0.22, 0.62);  // in a tube of the wrong kind

void main() {
#ifdef CUT
  if (is_lifted(world_position, 0.0)) discard;
#endif
  Axon a = axon_of(axon_place, axon_state, axon_more);
  float radius = tube_radius(a, along, course.z, keyed, clear, injury);
  if (radius < 0.12 * a.radius) discard;
  // The slope of the tube leans the normal, so that nodes and beads are round however coarse the mesh is.
  float slope = (tube_radius(a, along + 0.03, course.z, keyed, clear, injury) - tube_radius(a, along - 0.03, course.z, keyed, clear, injury)) / 0.06;
  vec3 normal = normalize(normalize(world_normal) - clamp(slope, -1.5, 1.5) * normalize(world_tangent));

  bool living = along <= a.tip;
  float renewed = renewed_from(course.z, injury);
  float sheath = living ? sheathed(a, along) * internode(along, renewed, keyed, clear) : 0.0;
  sheath *= sqrt(thickness(a, along - course.z, injury));
  // Myelin is fat: cream rather than white, and each axon a little its own.
  vec3 myelin = sheath_colour.rgb * mix(vec3(0.86, 0.76, 0.60), vec3(0.92, 0.86, 0.76), keyed);
  vec3 bare = mix(axon_colour.rgb, vec3(0.85, 0.62, 0.26), 0.5);
  vec3 albedo = mix(bare, myelin, sheath);
  float cone = living && a.tip < course.y ? exp(-2.5 * (a.tip - along)) * (1.0 - sheath) : 0.0;
  albedo = mix(albedo, vec3(1.0, 0.55, 0.30), 0.65 * cone);  // the growing tip stands out
  if (!living) {
    float whole = smoothstep(0.75, 1.0, a.integrity);
    albedo = mix(mix(debris_colour.rgb, myelin, 0.35 * a.integrity), myelin, whole);
  }
  if (living && along > renewed) {
    albedo = mix(albedo, vec3(0.93, 0.90, 0.84), 0.35 * sheath);  // a new sheath is pale
    albedo = mix(albedo, kAstray, 0.8 * a.misdirected * (1.0 - cone));
  }
  albedo = mix(albedo, kBruise, bruised(along - course.z, injury.x));
  albedo *= 0.66 + 0.2 * keyed;  // apart from each other, and darker than ligaments
  Finish f = Finish(albedo, normal, 0.38, 0.05, 0.4, albedo * 0.35, openness, normalize(world_tangent), 0.25);
  vec3 light = lit(f, world_position);
  float away = along - a.signal;
  if (a.signal >= 0.0 && living) light = mix(light, signal_colour.rgb * 2.2, exp(-3.5 * away * away));
  colour = written(light, 1.0);
}
