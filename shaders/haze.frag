// Lays the haze of fields over the frame: half as fine as that, between its pixels.
uniform sampler2D half_light;

#include "frame.glsl"

layout(location = 0) out vec4 colour;

void main() {
  colour = textureLod(half_light, 0.5 * gl_FragCoord.xy / vec2(textureSize(half_light, 0)), 0.0);
}
