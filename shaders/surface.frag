// A tissue surface: its material, lit. Translucent surfaces add to the sums of weighted transparency instead.
#include "output.glsl"
#include "light.glsl"
#include "noise.glsl"
#include "surface.glsl"
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
  vec3 normal = normalize(world_normal);
#ifdef TRANSLUCENT
  if (!gl_FrontFacing) normal = -normal;
#endif
  Point p = Point(world_position, normal, world_fibre, state.x, state.y, state.z);
  Finish f = finish(p);
#ifdef TRANSLUCENT
  // A thin layer shows most where it is seen edge on.
  vec3 to_eye = normalize(eye.xyz - world_position);
  float edge = 1.0 - abs(dot(normal, to_eye));
  float opacity = shade.w * rim_colour.w * (gl_FrontFacing ? 1.0 : 0.4);
  float alpha = clamp(opacity * (0.45 + 2.4 * edge * edge * edge), 0.0, 0.95);
#ifdef LOW
  // Laid over what the tone curve has encoded already, where the same share counts for less over dark and more over
  // light than in linear light.
  alpha = min(alpha * (2.6 - rim_colour.w * 1.05), 0.95);
  colour = written(lit(f, world_position), alpha);
#else
  accumulate(lit(f, world_position), alpha);
#endif
#else
  colour = written(lit(f, world_position), 1.0);
#endif
}
