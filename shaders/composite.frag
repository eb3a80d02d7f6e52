// Lays the weighted average of the translucent layers over the frame.
#include "output.glsl"

uniform sampler2D light_sum;
uniform sampler2D weight_sum;

layout(location = 0) out vec4 colour;

void main() {
  ivec2 pixel = ivec2(gl_FragCoord.xy);
  vec4 light = texelFetch(light_sum, pixel, 0);
  if (light.a > 0.999) discard;
  float weight = texelFetch(weight_sum, pixel, 0).r;
  colour = written(light.rgb / max(weight, 1e-5), 1.0 - light.a);
}
