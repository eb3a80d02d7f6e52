// What is out of focus, spread over its disc. A neighbour counts as far as its own disc reaches, so that what is sharp
// does not bleed into the blur beside it.
#include "frame.glsl"

uniform sampler2D half_light;

layout(location = 0) out vec4 colour;

const vec2 kDisc[16] = vec2[16](
    vec2(0.1768, 0.0000), vec2(-0.2258, 0.2068), vec2(0.0346, -0.3938), vec2(0.2846, 0.3712),
    vec2(-0.5222, -0.0924), vec2(0.4947, -0.3147), vec2(-0.1655, 0.6155), vec2(-0.3156, -0.6076),
    vec2(0.6846, 0.2500), vec2(-0.7123, 0.2940), vec2(0.3434, -0.7337), vec2(0.2537, 0.8089),
    vec2(-0.7647, -0.4432), vec2(0.8971, -0.1972), vec2(-0.5475, 0.7788), vec2(-0.1265, -0.9761));

void main() {
  vec4 middle = texelFetch(half_light, ivec2(gl_FragCoord.xy), 0);
  float radius = 0.5 * middle.a;
  if (radius < 0.25) {
    colour = middle;
    return;
  }
  ivec2 last = textureSize(half_light, 0) - 1;
  vec4 sum = vec4(middle.rgb, 1.0);
  for (int i = 0; i < 16; ++i) {
    // Single pixels: between two, what is sharp would be in the mix.
    vec4 tap = texelFetch(half_light, clamp(ivec2(gl_FragCoord.xy + radius * kDisc[i]), ivec2(0), last), 0);
    float weight = clamp(0.5 * tap.a - radius * length(kDisc[i]) + 1.0, 0.0, 1.0) * smoothstep(0.3, 1.2, tap.a);
    sum += vec4(tap.rgb, 1.0) * weight;
  }
  colour = vec4(sum.rgb / sum.a, middle.a);
}
