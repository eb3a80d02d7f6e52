// The face of a cut where it goes through a part.
#include "output.glsl"
#include "light.glsl"
#include "noise.glsl"
#include "surface.glsl"
#include "cap.glsl"
#include "cut_face.glsl"

in vec3 world_position;

layout(location = 0) out vec4 colour;

void main() {
  if (is_lifted(world_position, 0.004)) discard;
  vec3 normal = layer.x < 0.5 ? face.xyz : normalize(face.xyz - world_position);
  // A section is looked at under light that reaches it, whichever way it faces.
  vec3 lit_normal = normalize(normal + 0.6 * normalize(eye.xyz - world_position));
  colour = written(lit(cut_face(world_position, lit_normal), world_position), 1.0);
}
