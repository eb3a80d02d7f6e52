// Half the frame, for what is out of focus: its light squeezed to 0-1, so that one bright point does not flood its disc,
// and its blur in pixels.
#include "output.glsl"
#include "focus.glsl"
#include "squeeze.glsl"

uniform sampler2D frame_light;

layout(location = 0) out vec4 colour;

void main() {
  ivec2 corner = ivec2(gl_FragCoord.xy) * 2;
  ivec2 last = textureSize(frame_light, 0) - 1;
  // Of four, the mean colour and the least blur: what is sharp must not spread.
  vec3 sum = vec3(0.0);
  float blur = 1e3;
  for (int i = 0; i < 4; ++i) {
    ivec2 at = min(corner + ivec2(i & 1, i >> 1), last);
    sum += squeezed(texelFetch(frame_light, at, 0)).rgb;
    blur = min(blur, blur_of(texelFetch(frame_depth, at, 0).r));
  }
  colour = vec4(0.25 * sum, blur);
}
