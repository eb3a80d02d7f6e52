// Solid noise, anchored in the world so that it neither swims nor shimmers: a volume with mipmaps, computed once.
uniform sampler3D grain_volume;  // rgb: gradient of the noise; a: its value
uniform sampler3D cell_volume;   // r: distance to the nearest point; g: to the border between two; b: which; a: threads

// xyz: gradient, -1 to 1; w: value, 0 to 1. One feature is about 1/8 of a unit.
vec4 grain(vec3 p) {
#ifdef LOW
  vec4 s = textureLod(grain_volume, p, 0.0);
#else
  vec4 s = texture(grain_volume, p);
#endif
  return vec4(s.xyz * 2.0 - 1.0, s.w);
}
vec4 cellular(vec3 p) {
#ifdef LOW
  return textureLod(cell_volume, p, 0.0);
#else
  return texture(cell_volume, p);
#endif
}

// A software rasteriser works out both sides of an `if` for every pixel, but skips a loop that none of its pixels enters:
// that spares samples, of which low takes few.
#ifdef LOW
#define WHERE(condition) if (condition)
#else
#define WHERE(condition) for (int once = (condition) ? 1 : 0; once > 0; --once)
#endif

// The normal of a surface whose height follows the noise.
vec3 bumped(vec3 normal, vec3 gradient, float amount) {
  vec3 along = gradient - normal * dot(gradient, normal);
  return normalize(normal - amount * along);
}
