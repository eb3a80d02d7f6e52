// Specks: the small cells of a crowd, opaque. What light does to a cell is worked out once for the whole of it.
#include "tone.glsl"

layout(location = 0) in vec4 place;  // Speck: position, radius
layout(location = 1) in vec3 tint;

flat out vec2 shape;   // half the sprite in radii; depth one radius nearer, less its own
flat out vec3 dark;    // as written into the frame
flat out vec3 bright;

vec3 written(vec3 light) {
#ifdef TONE_IN_PASS
  return toned(light);
#else
  return light;
#endif
}

void main() {
  vec3 centre = (world_to_view * vec4(place.xyz, 1.0)).xyz;
  gl_Position = view_to_clip * vec4(centre, 1.0);
  float pixels = size.y * place.w / (lens.y * max(-centre.z, lens.z));
  gl_PointSize = max(pixels + 0.25, 1.0);
  vec2 nearer = (view_to_clip * vec4(centre.xy, centre.z + place.w, 1.0)).zw;
  shape = vec2(gl_PointSize / pixels, 0.5 * (nearer.x / nearer.y - gl_Position.z / gl_Position.w));
  dark = written(tint * 0.24);
  bright = written(tint * 1.15 + 0.02);
}
