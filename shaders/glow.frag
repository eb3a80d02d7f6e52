#include "output.glsl"

layout(std140) uniform Nerve {
  vec4 course;
  vec4 finish;
  vec4 axon_colour;
  vec4 sheath_colour;
  vec4 debris_colour;
  vec4 signal_colour;
  vec4 injury;
};

in vec2 corner;
layout(location = 0) out vec4 colour;

void main() {
  float from_centre = dot(corner, corner);
#ifdef LOW
  float glow = max(0.0, exp(-3.5 * from_centre) - exp(-3.5));
#else
  float rest = 1.0 - from_centre;
  float glow = 0.9 * exp(-14.0 * from_centre) * step(from_centre, 1.0) + 0.30 * max(0.0, rest * rest * rest);
#endif
  vec4 light = written(signal_colour.rgb * 0.45, 1.0);
#ifdef TONE_IN_PASS
  glow *= 0.4;  // added after the tone curve, where nothing holds it back
#endif
  colour = vec4(light.rgb * glow, 0.0);
}
