// A cell near enough to show its shape: a plane through its middle, along its axis.
#include "frame.glsl"
#include "curves.glsl"

layout(location = 0) in vec4 place;   // CellInstance: position, radius
layout(location = 1) in vec4 record;  // kind and sign, life, phase, spin

out vec2 at;           // on the plane, in radii
flat out vec4 cell;    // kind, sign, share of the sign, life
flat out vec4 own;     // phase, keyed number, pixel in radii, how much of the shape is seen
flat out vec3 light;   // towards the key, in the plane's frame
flat out vec4 depths;  // mm of depth to a radius along x, y and out of the plane; of the middle

// Mirrored by cell_signs.h.
const float kSign = 8.0;
const float kStep = 32.0;
const float kSteps = 4096.0;
const float kTurned = 0.6;   // share of a long cell's length that is seen at least
const float kRings = 2.5;    // radii that rings spread over
const float kFirst = 4.0;    // pixels of radius from which on the shape is seen, and fully
const float kFully = 8.0;

// The way a cell lies, mirrored by axis_of in cell_signs.cpp.
vec3 axis_of(float spin) {
  float steps = spin * kSteps;
  float turn = floor(steps) / kSteps;
  float height = 2.0 * fract(steps) - 1.0;
  float outwards = sqrt(max(0.0, 1.0 - height * height));
  return vec3(outwards * wave(turn), outwards * wave(turn - 0.25), height);
}

// Half of the plane's size, in radii.
vec2 reach_of(float kind, float sign) {
  if (sign > 1.5 && sign < 2.5) return vec2(kRings);
  if (kind < 0.5) return vec2(2.15, 1.15);
  if (kind > 3.5) return vec2(2.3, 0.95);
  return kind > 1.5 && kind < 2.5 ? vec2(1.35) : vec2(1.15);
}

void main() {
  float kind = mod(record.x, kSign);
  float sign = mod(floor(record.x / kSign), kStep / kSign);
  float life = clamp(record.y, 0.0, 1.0);
  float radius = place.w * (0.35 + 0.65 * life);
  cell = vec4(kind, sign, floor(record.x / kStep) / 255.0, life);
  vec3 centre = (world_to_view * vec4(place.xyz, 1.0)).xyz;
  vec3 to_eye = -normalize(centre);

  // Long cells lie as they lie in the world, seen foreshortened but never end on; round ones face the eye.
  bool is_long = kind < 0.5 || kind > 3.5;
  vec3 axis = mat3(world_to_view) * normalize(axis_of(record.w));
  float towards = dot(axis, to_eye);
  vec3 across = axis - to_eye * towards;
  float seen = max(length(across), 1e-3);
  float side = is_long ? max(seen, kTurned) : 1.0;
  vec3 x = across * (side / seen) + to_eye * (towards < 0.0 ? -1.0 : 1.0) * sqrt(max(0.0, 1.0 - side * side));
  vec3 y = normalize(cross(to_eye, x));
  x = normalize(x);
  vec3 outwards = cross(x, y);

  float depth = max(-centre.z, lens.z);
  float pixels = 0.5 * size.y * radius / (lens.y * depth);
  own = vec4(record.z, fract(7.13 * record.w + 0.37), 1.0 / max(pixels, 0.5), smoothstep(kFirst, kFully, pixels));
  vec3 key = mat3(world_to_view) * key_direction.xyz;
  light = vec3(dot(key, x), dot(key, y), dot(key, outwards));
  depths = vec4(radius * vec3(x.z, y.z, outwards.z), centre.z);
  vec2 corner = vec2(float(gl_VertexID & 1), float((gl_VertexID >> 1) & 1)) * 2.0 - 1.0;
  at = corner * (reach_of(kind, sign) + own.z);
  gl_Position = view_to_clip * vec4(centre + radius * (at.x * x + at.y * y), 1.0);
}
