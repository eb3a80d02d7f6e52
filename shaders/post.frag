// From the frame's light to the screen, with stairs along edges smoothed: where neighbours differ, the pixel is averaged
// along the edge (after FXAA, Lottes 2009). Costs far less than drawing every pixel several times.
#include "output.glsl"

uniform sampler2D frame_light;

layout(location = 0) out vec4 colour;

const vec3 kWeights = vec3(0.30, 0.59, 0.11);

// Squeezed to 0-1, so that one bright pixel does not outweigh its neighbours.
vec3 squeezed(vec2 at) {
  vec3 light = textureLod(frame_light, at * size.zw, 0.0).rgb;
  return light / (1.0 + dot(light, kWeights));
}

void main() {
  vec2 here = gl_FragCoord.xy;
  vec3 middle = squeezed(here);
  float m = dot(middle, kWeights);
  // Between pixel centres, each tap is the mean of four.
  float nw = dot(squeezed(here + vec2(-0.75, 0.75)), kWeights);
  float ne = dot(squeezed(here + vec2(0.75, 0.75)), kWeights);
  float sw = dot(squeezed(here + vec2(-0.75, -0.75)), kWeights);
  float se = dot(squeezed(here + vec2(0.75, -0.75)), kWeights);
  float low = min(m, min(min(nw, ne), min(sw, se)));
  float high = max(m, max(max(nw, ne), max(sw, se)));
  vec3 chosen = middle;
  if (high - low > max(0.012, 0.10 * high)) {
    vec2 along = vec2((sw + se) - (nw + ne), (nw + sw) - (ne + se));
    along /= max(min(abs(along.x), abs(along.y)), 0.125 * 0.25 * (nw + ne + sw + se) + 0.004);
    along = clamp(along, -6.0, 6.0);
    vec3 near_mean = 0.5 * (squeezed(here + along * (1.0 / 6.0)) + squeezed(here - along * (1.0 / 6.0)));
    vec3 far_mean = 0.5 * near_mean + 0.25 * (squeezed(here + along * 0.5) + squeezed(here - along * 0.5));
    float far_luma = dot(far_mean, kWeights);
    chosen = far_luma < low || far_luma > high ? near_mean : far_mean;
  }
  vec3 light = chosen / max(1.0 - dot(chosen, kWeights), 0.02);
  colour = vec4(displayed(light), 1.0);
}
