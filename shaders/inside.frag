// Counts the surfaces of a part beyond the face of a cut, seen from the eye: one more that it leaves than that it enters
// means that the face lies inside the part.
#include "frame.glsl"
#include "cap.glsl"

in vec3 world_position;

void main() {
  if (layer.x < 0.5) {
    if (dot(face.xyz, world_position) > face.w) discard;
  } else {
    // Beyond where the line of sight leaves the ball.
    vec3 sight = world_position - eye.xyz;
    float way = length(sight);
    float to_middle = dot(face.xyz - eye.xyz, sight / way);
    vec3 off = face.xyz - eye.xyz - to_middle * (sight / way);
    float within = face.w * face.w - dot(off, off);
    if (within <= 0.0 || way < to_middle + sqrt(within)) discard;
  }
}
