// A small ball, seen along rays side by side.
#include "frame.glsl"

flat in vec2 shape;
flat in vec3 dark;
flat in vec3 bright;

layout(location = 0) out vec4 colour;

// Upper left of the viewer, as the key light stands.
const vec3 kKey = vec3(-0.539, 0.613, 0.576);

void main() {
  vec2 miss = (gl_PointCoord * 2.0 - 1.0) * shape.x;
  float within = 1.0 - dot(miss, miss);
  if (within < 0.0) discard;
  vec3 normal = vec3(miss.x, -miss.y, sqrt(within));
  float key = max(dot(normal, kKey), 0.0);
  colour = vec4(mix(dark, bright, key), 1.0);
  gl_FragDepth = gl_FragCoord.z + shape.y * normal.z;
}
