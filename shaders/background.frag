// A vertical gradient, brighter behind the subject.
#include "output.glsl"

layout(location = 0) out vec4 colour;

void main() {
  vec2 screen = (gl_FragCoord.xy + tile.xy) * size.zw;
  vec2 from_centre = (screen - vec2(0.5, 0.52)) * vec2(1.0, 0.85);
  float glow = exp(-5.0 * dot(from_centre, from_centre));
  vec3 light = mix(background_bottom.rgb, background_top.rgb, smoothstep(0.0, 1.0, screen.y));
  light *= 1.0 + background_bottom.w * (glow - 0.45);
  colour = written(light, 1.0);
}
