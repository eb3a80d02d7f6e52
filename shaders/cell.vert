// Cells: a point sprite each, or a quad where a point would be too large or cut by the frame.
#include "frame.glsl"
#include "curves.glsl"

layout(location = 0) in vec4 place;   // CellInstance: position, radius
layout(location = 1) in vec4 record;  // kind and sign, life, phase, spin

flat out vec4 sphere;   // centre in view space, radius
flat out vec4 traits;   // kind, life, cosine and sine of spin
flat out vec3 motion;   // phase, keyed number; of a point: half its size in radii
flat out vec3 key_in_view;

const float kMargin = 1.08;

void main() {
  vec3 centre = (world_to_view * vec4(place.xyz, 1.0)).xyz;
  float life = clamp(record.y, 0.0, 1.0);
  float radius = place.w * (0.35 + 0.65 * life);
  vec2 spin = normalize(vec2(wave(record.w), wave(record.w - 0.25)));
  sphere = vec4(centre, radius);
  traits = vec4(mod(record.x, 8.0), life, spin);  // signs show in cells seen closer: cell_shape.vert
  motion = vec3(record.z, record.w, 1.0);
  key_in_view = mat3(world_to_view) * key_direction.xyz;
#ifdef POINTS
  gl_Position = view_to_clip * vec4(centre, 1.0);
  float pixels = size.y * radius / (lens.y * max(-centre.z, lens.z));
  gl_PointSize = max(pixels * kMargin + 1.0, 1.0);
  motion.z = gl_PointSize / max(pixels, 0.5);
#else
  vec2 corner = vec2(float(gl_VertexID & 1), float((gl_VertexID >> 1) & 1)) * 2.0 - 1.0;
  // Across the line of sight, so that the quad covers the sphere wherever it stands.
  vec3 sight = normalize(centre);
  vec3 right = normalize(cross(sight, vec3(0.0, 1.0, 0.0)));
  vec3 up = cross(right, sight);
  float reach = length(centre);
  float cover = radius * kMargin * reach / sqrt(max(reach * reach - radius * radius, 0.05 * reach * reach));
  cover += 0.6 * reach * lens.y * size.w * 2.0;
  gl_Position = view_to_clip * vec4(centre + cover * (corner.x * right + corner.y * up), 1.0);
#endif
}
