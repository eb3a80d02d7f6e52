// A tissue surface: its material, lit. Translucent surfaces add to the sums of weighted transparency instead.
#include "output.glsl"
#include "light.glsl"
#include "noise.glsl"
#include "plate.glsl"
#include "surface.glsl"
#include "curves.glsl"
#include "crush.glsl"
#ifdef BONE
#include "bone.glsl"
#endif
#ifdef CARTILAGE
#include "cartilage.glsl"
#endif
#ifdef FIBROUS
#include "fibrous.glsl"
#endif
#ifdef SOFT
#include "soft.glsl"
#endif
#ifdef NERVE
#include "nerve.glsl"
#endif
#ifdef VESSEL
#include "vessel.glsl"
#endif
#ifdef METAL
#include "metal.glsl"
#endif

in vec3 world_position;
in vec3 world_normal;
in vec3 world_fibre;
in vec3 state;

#if defined(TRANSLUCENT) && !defined(LOW)
#include "transparency.glsl"
#else
layout(location = 0) out vec4 colour;
#endif

void main() {
#ifdef CUT
  if (is_lifted(world_position, 0.0)) discard;
#endif
  vec3 normal = normalize(world_normal);
#ifdef TRANSLUCENT
  if (!gl_FrontFacing) normal = -normal;
#endif
#ifdef NERVE
  float beyond = state.y - traits.z;
  if (traits.z >= 0.0 && beyond > 0.0 && beyond < traits.y) discard;  // between the stumps
#endif
  Point p = Point(world_position, normal, world_fibre, state.x, state.y, state.z);
  Finish f = finish(p);
#ifdef TRANSLUCENT
  // A thin layer shows most where it is seen edge on.
  vec3 to_eye = normalize(eye.xyz - world_position);
  float edge = 1.0 - abs(dot(normal, to_eye));
  float opacity = shade.w * THIN_SHOWS * (gl_FrontFacing ? 1.0 : 0.4);
  float alpha = clamp(opacity * (0.45 + 2.4 * edge * edge * edge), 0.0, 0.95);
  vec3 light = lit(f, world_position);
#ifdef SOFT
  if (traits.x > 0.5) {
    // The capsule is a veil without a hard outline, and fades out where it is fixed to bone and where it opens.
    alpha = clamp(opacity * mix(0.32 + 1.3 * edge * edge, 0.9 + 0.8 * edge, highlight.w * highlight.w), 0.0, 0.85) * (1.0 - clamp(-state.z, 0.0, 1.0));
  }
  if (traits.y > 0.5) {
    // Skin is a quiet outline, bright on a dark ground and dark on a light one, with a breath of light on it so
    // that what lies beneath shows as relief; at the cuts it is gone.
    float outline = edge * edge * edge * (1.0 - 0.4 * smoothstep(0.9, 1.0, edge));
    vec3 line = THIN_SHOWS > 1.0 ? base.rgb * base.rgb * 0.55 : base.rgb * 1.1;
    light = mix(light, line, smoothstep(0.1, 0.5, edge));
    alpha = clamp(opacity * state.z * (0.08 + 2.0 * outline), 0.0, 0.7);
  }
#endif
#if !defined(SOFT) && !defined(NERVE)
  // A ghost is a veil of light with a thin bright rim: it must not darken what it lies before.
  float ghost = 1.0 - smoothstep(0.12, 0.30, shade.w);
  bool on_white = THIN_SHOWS > 1.0;
  vec3 veil = on_white ? vec3(0.38, 0.46, 0.53) : vec3(0.42, 0.50, 0.58);
  float rim = edge * edge;
  rim *= rim * (1.0 - 0.6 * smoothstep(0.8, 1.0, edge));
  light = mix(light, mix(veil, light, 0.12), ghost);
  alpha = mix(alpha, clamp(opacity * (0.25 + 4.0 * rim), 0.0, 0.6), ghost);
#endif
#ifdef METAL
  if (traits.x > 0.5) {
    // Glass is seen by its edges and by what it mirrors.
    float mirrored = smoothstep(0.35, 1.2, max(light.r, max(light.g, light.b)));
    vec3 line = THIN_SHOWS > 1.0 ? shade.rgb * 0.5 : base.rgb * 0.8;
    light = mix(light, line, (1.0 - mirrored) * smoothstep(0.2, 0.8, edge));
    alpha = clamp(opacity * (0.12 + 0.9 * edge * edge + 1.4 * mirrored), 0.0, 0.9);
  }
#endif
#ifdef LOW
  // Laid over what the tone curve has encoded already, where the same share counts for less over dark and more over
  // light than in linear light.
  alpha = min(alpha * (2.6 - THIN_SHOWS * 1.05), 0.95);
  colour = written(light, alpha);
#else
  accumulate(light, alpha);
#endif
#else
  colour = written(lit(f, world_position), 1.0);
#ifdef CUT
  if (up_direction.w > 0.5 && !gl_FrontFacing) colour = vec4(1.0, 0.0, 1.0, 1.0);
#endif
#endif
}
