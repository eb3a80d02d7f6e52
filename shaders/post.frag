// From the frame's light to the screen, with stairs along edges smoothed: where neighbours differ, the pixel is averaged
// along the edge (after FXAA, Lottes 2009). Costs far less than drawing every pixel several times.
#include "output.glsl"

uniform sampler2D frame_light;

layout(location = 0) out vec4 colour;

const vec3 kWeights = vec3(0.30, 0.59, 0.11);

// Squeezed to 0-1, so that one bright pixel does not outweigh its neighbours; multiplied by its alpha.
vec4 squeezed(vec2 at) {
  vec4 light = textureLod(frame_light, at * tile.zw, 0.0);
  return vec4(light.rgb / (1.0 + dot(light.rgb, kWeights)), min(light.a, 1.0));
}

float luma(vec4 light) {
  return dot(light.rgb, kWeights);
}

void main() {
  vec2 here = gl_FragCoord.xy;
  vec4 middle = squeezed(here);
  float m = luma(middle);
  // Between pixel centres, each tap is the mean of four.
  float nw = luma(squeezed(here + vec2(-0.75, 0.75)));
  float ne = luma(squeezed(here + vec2(0.75, 0.75)));
  float sw = luma(squeezed(here + vec2(-0.75, -0.75)));
  float se = luma(squeezed(here + vec2(0.75, -0.75)));
  float low = min(m, min(min(nw, ne), min(sw, se)));
  float high = max(m, max(max(nw, ne), max(sw, se)));
  vec4 chosen = middle;
  if (high - low > max(0.012, 0.10 * high)) {
    vec2 along = vec2((sw + se) - (nw + ne), (nw + sw) - (ne + se));
    along /= max(min(abs(along.x), abs(along.y)), 0.125 * 0.25 * (nw + ne + sw + se) + 0.004);
    along = clamp(along, -6.0, 6.0);
    vec4 near_mean = 0.5 * (squeezed(here + along * (1.0 / 6.0)) + squeezed(here - along * (1.0 / 6.0)));
    vec4 far_mean = 0.5 * near_mean + 0.25 * (squeezed(here + along * 0.5) + squeezed(here - along * 0.5));
    float far_luma = luma(far_mean);
    chosen = far_luma < low || far_luma > high ? near_mean : far_mean;
  }
  vec3 light = chosen.rgb / max(1.0 - luma(chosen), 0.02);
  colour = vec4(displayed(light / max(chosen.a, 0.004)) * chosen.a, chosen.a);
}
