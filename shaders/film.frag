// The film: the darker the more arrives, with a film's curve over the logarithm of the exposure, the grain of its
// emulsion, and the calipers of whoever reads it.
#include "frame.glsl"
#include "body.glsl"

layout(std140) uniform Film {
  vec4 calipers[2];  // pixels: upper end, lower end
  vec4 count;        // x: how many
};

uniform sampler2D behind_sum;
uniform sampler2D before_sum;

layout(location = 0) out vec4 colour;

float total(sampler2D sums, ivec2 at) {
  return dot(floor(texelFetch(sums, at, 0) * 255.0 + 0.5), vec4(512.0, 64.0, 8.0, 1.0)) * (kFull / 4095.0);
}

float lost(ivec2 at) {
  at = clamp(at, ivec2(0), ivec2(1.0 / tile.zw + 0.5) - 1);
  return total(behind_sum, at) - total(before_sum, at);
}

// Grain of the emulsion, fixed to the film.
float speck(vec2 at) {
  vec3 p = fract(vec3(at.xyx) * 0.1031);
  p += dot(p, p.yzx + 33.33);
  return fract((p.x + p.y) * p.z);
}

// 1 on the lines of a caliper: two arms across the space, drawn out to the side, and the bar between them.
float on_caliper(vec4 ends, vec2 at) {
  float pixel = max(size.y / 720.0, 0.8);
  float out_by = 34.0 * pixel * (ends.x < 0.5 * size.x ? -1.0 : 1.0);
  vec2 to_upper = at - ends.xy, to_lower = at - ends.zw;
  float reach = clamp(to_upper.x / out_by, -0.2, 1.0);
  float arms = min(length(to_upper - vec2(reach * out_by, 0.0)), length(to_lower - vec2(reach * out_by, 0.0)));
  vec2 bar = vec2(ends.x + out_by, clamp(at.y, min(ends.y, ends.w), max(ends.y, ends.w)));
  float d = min(arms, length(at - bar));
  return 1.0 - smoothstep(0.6 * pixel, 1.5 * pixel, d);
}

void main() {
  ivec2 at = ivec2(gl_FragCoord.xy);
  vec2 place = gl_FragCoord.xy + tile.xy;  // in the whole picture
  // The focal spot is not a point, and the screen that makes the light is a little thick: an edge is 2 pixels wide.
  float sum = 4.0 * lost(at);
  sum += 2.0 * (lost(at + ivec2(1, 0)) + lost(at - ivec2(1, 0)) + lost(at + ivec2(0, 1)) + lost(at - ivec2(0, 1)));
  sum += lost(at + ivec2(1, 1)) + lost(at - ivec2(1, 1)) + lost(at + ivec2(1, -1)) + lost(at + ivec2(-1, 1));
  float attenuation = sum / 16.0;
  // Toe, straight part and shoulder of the film's curve, exposed for bone: air is black, the shaft's cortex near white.
  float bright = pow(clamp((attenuation - 0.2) / 3.7, 0.0, 1.0), 1.1);
  bright = mix(bright, smoothstep(0.0, 1.0, bright), 0.7);
  float grained = bright + (speck(place) + speck(place.yx + 71.0) - 1.0) * 0.028 * (0.35 + bright) * (1.15 - bright);
  vec3 tint = mix(vec3(0.010, 0.013, 0.018), vec3(0.945, 0.965, 0.975), clamp(grained, 0.0, 1.0));
  for (int i = 0; i < 2; ++i)
    if (float(i) < count.x) tint = mix(tint, vec3(1.0, 0.86, 0.36), on_caliper(calipers[i], place));
  colour = vec4(tint, 1.0);
}
