// What the beam has lost once it leaves the part, and, apart, what it had not yet lost where it enters.
#include "frame.glsl"
#include "body.glsl"
#include "noise.glsl"

in vec3 world_position;

layout(location = 0) out vec4 behind;  // leaves
layout(location = 1) out vec4 before;  // enters

float keyed(vec2 at) {
  return fract(52.9829189 * fract(dot(at, vec2(0.06711056, 0.00583715))));
}

void main() {
  float way = max(distance(world_position, eye.xyz) - beam.y, 0.0);
  // Trabeculae: the spongy bone is a little uneven, along the bone more than across it.
  if (beam.z > 0.5 && beam.z < 1.5) {
    vec4 coarse = grain(world_position / vec3(11.0, 11.0, 30.0)), fine = grain(world_position.zxy / vec3(5.0, 7.0, 5.0));
    way = max(way + 6.0 * (coarse.w - 0.5) + 6.0 * (fine.w - 0.5), 0.0);
  }
  float number = abs(beam.x) * way * (4095.0 / kFull);
  number = floor(clamp(number + keyed(gl_FragCoord.xy + way), 0.0, 4095.0));
  vec4 digits = mod(floor(number / vec4(512.0, 64.0, 8.0, 1.0)), 8.0) / 255.0;
  // What holds back less than what it lies in counts the other way round.
  bool leaves = gl_FrontFacing != (beam.x > 0.0);
  behind = leaves ? digits : vec4(0.0);
  before = leaves ? vec4(0.0) : digits;
}
