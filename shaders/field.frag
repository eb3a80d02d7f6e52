// Haze of a field: what of a ball lies before the tissue, without an edge anywhere, and a little uneven, as fluid is.
#include "output.glsl"
#include "noise.glsl"

uniform highp sampler2D frame_depth;

in vec2 at;
in vec3 world_position;
flat in vec4 tint;
flat in vec2 ball;

layout(location = 0) out vec4 colour;

// Alpha of one ball at strength 1: restrained, and tissue shows through several.
#ifdef TONE_IN_PASS
const float kMost = 0.06;
#else
const float kMost = 0.065;
#endif

void main() {
  float from_middle = dot(at, at);
  if (from_middle > 1.0) discard;
  float dense = 1.0 - from_middle;
  dense *= dense;
  ivec2 last = textureSize(frame_depth, 0) - 1;
  float depth = texelFetch(frame_depth, min(ivec2(gl_FragCoord.xy) * 2, last), 0).r;
  float tissue = view_to_clip[3].z / (depth * 2.0 - 1.0 + view_to_clip[2].z);  // mm before the eye
  float half_way = ball.y * sqrt(dense) + 0.01;
  float before = smoothstep(-1.0, 1.0, (tissue - ball.x) / half_way);
  float clear = smoothstep(0.0, 2.0 * ball.y, ball.x - lens.z);  // the eye is never within it
  float drift = 0.012 * sin(6.2831853 * eye.w);
  float uneven = 0.55 + 0.9 * grain(world_position / 90.0 + vec3(drift, 0.0, drift)).w;
  colour = written(tint.rgb * 1.15, kMost * THIN_SHOWS * tint.w * dense * before * clear * uneven);
}
