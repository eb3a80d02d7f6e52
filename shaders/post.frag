// From the frame's light to the screen, with stairs along edges smoothed: where neighbours differ, the pixel is averaged
// along the edge (after FXAA, Lottes 2009). Costs far less than drawing every pixel several times.
#include "output.glsl"
#include "squeeze.glsl"

uniform sampler2D frame_light;
#ifdef FOCUS
#include "focus.glsl"
uniform sampler2D blurred_light;
#endif

layout(location = 0) out vec4 colour;

vec4 squeezed_at(vec2 at) {
  return squeezed(textureLod(frame_light, at * tile.zw, 0.0));
}

float luma(vec4 light) {
  return dot(light.rgb, kWeights);
}

#ifdef FOCUS
// What is out of focus about here, and how much of what lies here is: half the frame without its sharp pixels.
vec4 blurred_at(vec2 here) {
  vec2 at = 0.5 * here - 0.5;
  vec2 between = fract(at);
  ivec2 last = textureSize(blurred_light, 0) - 1;
  vec4 sum = vec4(0.0, 0.0, 0.0, 1e-5);
  for (int i = 0; i < 4; ++i) {
    ivec2 step = ivec2(i & 1, i >> 1);
    vec4 tap = texelFetch(blurred_light, clamp(ivec2(floor(at)) + step, ivec2(0), last), 0);
    vec2 share = mix(1.0 - between, between, vec2(step));
    sum += vec4(tap.rgb, 1.0) * (share.x * share.y * smoothstep(0.3, 1.2, tap.a));
  }
  return vec4(sum.rgb / sum.a, sum.a);
}
#endif

void main() {
  vec2 here = gl_FragCoord.xy;
  vec4 middle = squeezed_at(here);
  float m = luma(middle);
  // Between pixel centres, each tap is the mean of four.
  float nw = luma(squeezed_at(here + vec2(-0.75, 0.75)));
  float ne = luma(squeezed_at(here + vec2(0.75, 0.75)));
  float sw = luma(squeezed_at(here + vec2(-0.75, -0.75)));
  float se = luma(squeezed_at(here + vec2(0.75, -0.75)));
  float low = min(m, min(min(nw, ne), min(sw, se)));
  float high = max(m, max(max(nw, ne), max(sw, se)));
  vec4 chosen = middle;
  if (high - low > max(0.012, 0.10 * high)) {
    vec2 along = vec2((sw + se) - (nw + ne), (nw + sw) - (ne + se));
    along /= max(min(abs(along.x), abs(along.y)), 0.125 * 0.25 * (nw + ne + sw + se) + 0.004);
    along = clamp(along, -6.0, 6.0);
    vec4 near_mean = 0.5 * (squeezed_at(here + along * (1.0 / 6.0)) + squeezed_at(here - along * (1.0 / 6.0)));
    vec4 far_mean = 0.5 * near_mean + 0.25 * (squeezed_at(here + along * 0.5) + squeezed_at(here - along * 0.5));
    float far_luma = luma(far_mean);
    chosen = far_luma < low || far_luma > high ? near_mean : far_mean;
  }
#ifdef FOCUS
  float blur = blur_of(texelFetch(frame_depth, ivec2(here), 0).r);
  if (blur > 0.4) {
    vec4 blurred = blurred_at(here);
    // An edge of what is sharp stays smooth.
    vec3 smoothed = (chosen.rgb - middle.rgb) * (1.0 - smoothstep(0.7, 1.0, blurred.a));
    smoothed = clamp(blurred.rgb + smoothed, min(chosen.rgb, blurred.rgb), max(chosen.rgb, blurred.rgb));
    chosen.rgb = mix(chosen.rgb, smoothed, smoothstep(0.4, 1.6, blur) * smoothstep(0.0, 0.2, blurred.a));
  }
#endif
  vec3 light = chosen.rgb / max(1.0 - luma(chosen), 0.02);
  colour = vec4(displayed(light / max(chosen.a, 0.004)) * chosen.a, chosen.a);
}
