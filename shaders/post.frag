// From the resolved frame to the screen.
#include "output.glsl"

uniform sampler2D frame_light;

layout(location = 0) out vec4 colour;

void main() {
  vec3 light = texelFetch(frame_light, ivec2(gl_FragCoord.xy), 0).rgb;
  colour = vec4(displayed(light), 1.0);
}
