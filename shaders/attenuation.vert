// The outside of a part, the inside of a bone's cortex, or the wall of its marrow cavity.
#include "frame.glsl"
#include "body.glsl"
#include "cortex.glsl"

layout(location = 0) in vec3 vertex_position;
layout(location = 1) in vec3 vertex_normal;
layout(location = 3) in vec3 vertex_state;  // occlusion, depth, region

out vec3 world_position;

void main() {
  world_position = vertex_position;
  if (beam.z > 0.5) world_position += to_inside(shaft, axis, vertex_position, vertex_normal, vertex_state.z, plate.xy);
  if (beam.z > 1.5) {
    vec3 middle = shaft.xyz + axis.xyz * dot(world_position - shaft.xyz, axis.xyz);
    // Between spongy bone and marrow (places assumed).
    vec2 ends = beam.z > 2.5 ? vec2(0.12, 0.44) : vec2(0.30, 0.66);
    world_position = mix(middle, world_position, hollow_shaft(shaft, axis, world_position, ends.x, ends.y));
  }
  gl_Position = world_to_clip * vec4(world_position, 1.0);
}
