// A face of a cut, and the layer of a part that is drawn on it. Mirrored by render/caps.h.
layout(std140) uniform Cap {
  vec4 face;    // normal and offset of the plane, or centre and radius of the ball
  vec4 layer;   // x: 1 = the face is that of the ball; y: which tissue; z: mm, or share of the thickness, within the outside; w: how: 0 = mm, 1 = a bone's cortex, 2 = share of a cartilage's thickness, 3 = mm where a muscle is flesh
  vec4 fibre;   // of the part where it is cut
  vec4 shaft;   // of a long bone: see cortex.glsl
  vec4 axis;
  vec4 plate;   // xy: sclerosis
};
#include "cortex.glsl"

// From the part's outside to where the layer begins. Cartilage keeps its floor: only its free surface sinks.
vec3 inset(vec3 position, vec3 normal, vec3 up, vec2 depth_and_region) {
  // Flesh ends where the tendon begins: there it would lie deeper than the tendon is thick.
  if (layer.w > 2.5) return -normal * (layer.z + 3.5 * smoothstep(0.25, 0.75, depth_and_region.y));
  if (layer.w > 1.5) return -up * (layer.z * depth_and_region.x * smoothstep(0.0, 0.5, dot(normal, up)));
  if (layer.w > 0.5) return to_inside(shaft, axis, position, normal, depth_and_region.y, plate.xy);
  return -normal * layer.z;
}
