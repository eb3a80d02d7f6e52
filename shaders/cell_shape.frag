// A cell seen close: translucent, its membrane denser where it is seen edge on, a dark nucleus off its middle; and what
// its kind has within. Shape and pattern tell the kind without its colour.
#include "output.glsl"
#include "cell_shapes.glsl"

layout(std140) uniform Cells {
  vec4 tints[5];  // by CellKind, linear
  vec4 ring;      // of what they send out
};

in vec2 at;
flat in vec4 cell;
flat in vec4 own;
flat in vec3 light;
flat in vec4 depths;

layout(location = 0) out vec4 colour;

const float kDivides = 1.0;
const float kSignals = 2.0;
const float kDies = 3.0;

bool does(float sign) {
  return abs(cell.y - sign) < 0.5;
}

bool is_kind(float kind) {
  return abs(cell.x - kind) < 0.5;
}

float sway() {
  return sin(6.2831853 * (own.x + own.y));
}

// How far a sign has changed the shape of the cell.
float rounded_up() {
  if (does(kDivides)) return smoothstep(0.0, 0.12, cell.z) * (1.0 - smoothstep(0.90, 1.0, cell.z));
  if (does(kDies)) return smoothstep(0.0, 0.15, 1.0 - cell.w);
  return 0.0;
}

float own_outline(vec2 p) {
  if (is_kind(0.0)) return spindle(p, own.y, sway());
  if (is_kind(1.0)) return lacuna(p);
  if (is_kind(2.0)) return ruffled(p, own.y, sway());
  if (is_kind(3.0)) return smooth_round(p, sway());
  return sleeve(p, own.y, sway());
}

float outline(vec2 p) {
  float far = length(p * (is_kind(0.0) ? vec2(0.85, 1.2) : is_kind(4.0) ? vec2(0.5, 2.2) : vec2(1.0))) - 0.9;
  float d = mix(far, own_outline(p), own.w);
  float changed = rounded_up();
  if (changed <= 0.0) return d;
  float other = does(kDivides) ? pinched(p, cell.z) : blebbing(p, own.y, 1.0 - cell.w);
  return mix(d, other, changed);
}

void over(inout vec4 below, vec3 tint, float alpha) {
  below = vec4(mix(below.rgb, tint, alpha), mix(below.a, 1.0, alpha));
}

// 1 inside, softened over `soft` radii and a pixel.
float within(float d, float soft) {
  return 1.0 - smoothstep(-soft - own.z, soft + own.z, d);
}

// Half of the thickness where a cell is thickest, radii.
float half_thickness() {
  float thick = is_kind(0.0) ? 0.38 : is_kind(4.0) ? 0.42 : is_kind(2.0) ? 0.70 : 0.95;
  return mix(thick, 0.6, rounded_up());
}

// What lies in the cytoplasm of the kind: streaks along a spindle, bubbles in a macrophage, the layers of a sleeve.
float bubble(vec2 p, vec2 centre, float radius, inout float ring_of_it) {
  float d = length(p - centre) - radius;
  ring_of_it = max(ring_of_it, 1.0 - smoothstep(0.02, 0.035 + own.z, abs(d)));
  return within(d, 0.01);
}

void add_pattern(inout vec4 sum, vec2 p, float d, vec3 tint, float key) {
  float clear = own.w * (1.0 - rounded_up());
  if (is_kind(0.0)) {
    float bend = p.y - 0.09 * sin(2.1 * p.x + 6.28 * own.y);
    float streak = 0.5 + 0.5 * sin(46.0 * bend / (1.15 - 0.55 * abs(p.x)) + 3.0 * own.y);
    over(sum, tint * (1.25 * key + 0.1), 0.30 * streak * clear * within(d + 0.05, 0.03));
  } else if (is_kind(2.0)) {
    float rims = 0.0;
    float holes = 0.0;
    for (int i = 0; i < 6; ++i) {
      float turn = 2.4 * float(i) + 6.28 * own.y;
      vec2 centre = (0.42 + 0.20 * fract(0.618 * float(i) + own.y)) * vec2(cos(turn), sin(turn));
      holes = max(holes, bubble(p, centre, 0.075 + 0.055 * fract(0.37 * float(i)), rims));
    }
    over(sum, tint * 1.5 + 0.10, 0.40 * holes * clear);
    over(sum, tint * 0.30, 0.55 * rims * clear);
    // Folds of the ruffled edge.
    float fold = 0.5 + 0.5 * sin(34.0 * d + 2.5 * sin(5.0 * atan(p.y, p.x)));
    over(sum, tint * 1.35 + 0.05, 0.35 * fold * clear * within(-d - 0.22, 0.10));
  } else if (is_kind(4.0)) {
    float axon = within(abs(p.y) - 0.10, 0.02);
    float layers = 0.5 + 0.5 * sin(78.0 * (abs(p.y) - 0.1));
    over(sum, tint * 0.35, 0.30 * layers * clear * (1.0 - axon));
    float cleft = abs(fract(1.1 * p.x + 0.5 * abs(p.y) + own.y) - 0.5);
    over(sum, tint * 1.5 + 0.12, 0.45 * clear * (1.0 - smoothstep(0.03, 0.05 + own.z, cleft)) * (1.0 - axon));
    over(sum, vec3(0.90, 0.72, 0.22) * (0.35 + 0.65 * key), 0.80 * axon * clear);
  }
}

// Distance to the nucleus, and how mottled it is.
float nucleus(vec2 p) {
  if (is_kind(0.0)) return ellipse(p - vec2(0.10, -0.02 + 0.05 * sin(6.28 * own.y)), vec2(0.34, 0.19));
  if (is_kind(1.0)) return ellipse(vec2(abs(p.x) - 0.36, p.y - 0.06 * (own.y - 0.5)), vec2(0.20, 0.22));
  if (is_kind(2.0)) {
    // The shape of a kidney.
    vec2 q = p - vec2(0.20, 0.12);
    return max(ellipse(q, vec2(0.36, 0.27)), 0.18 - length(q - vec2(-0.06, -0.26)));
  }
  if (is_kind(3.0)) return length(p - vec2(0.06, -0.05)) - 0.76 + 0.02 * sin(4.0 * atan(p.y, p.x) + 6.28 * own.y);
  return ellipse(p - vec2(0.12 - 0.3 * (own.y - 0.5), 0.43), vec2(0.34, 0.12));
}

float nucleus_with_sign(vec2 p) {
  float changed = rounded_up();
  float d = nucleus(p);
  if (changed <= 0.0) return d;
  float other;
  if (does(kDivides)) {
    // Two plates of chromosomes that draw apart.
    float apart = 0.62 * smoothstep(0.25, 0.75, cell.z);
    other = ellipse(vec2(abs(p.x) - apart, p.y), vec2(0.10 + 0.10 * smoothstep(0.7, 0.9, cell.z), 0.30));
  } else {
    // It falls to pieces.
    other = length(p - vec2(0.18, 0.16)) - 0.15;
    other = min(other, length(p - vec2(-0.22, 0.08)) - 0.12);
    other = min(other, length(p - vec2(0.02, -0.24)) - 0.13);
  }
  return mix(d, other, changed);
}

float mottling(vec2 p) {
  vec2 q = p * 8.5 + 9.0 * own.y;
  return 0.5 + 0.25 * sin(q.x + 1.7 * sin(q.y)) + 0.25 * sin(1.3 * q.y + 1.4 * sin(q.x));
}

// Dots in a ring that widens and fades, each with a small halo: light that is sent out.
float ring_light() {
  if (!does(kSignals)) return 0.0;
  const float kDots = 16.0;
  float r = length(at);
  float ring_at = mix(1.0, 2.2, cell.z);
  float turn = atan(at.y, at.x) * (kDots / 6.2831853);
  float beside = (fract(turn + own.y) - 0.5) * (6.2831853 / kDots) * r;
  float from_dot = length(vec2(r - ring_at, beside));
  float dot_size = 0.075 + 0.35 * own.z;
  float core = 1.0 - smoothstep(0.6 * dot_size, dot_size, from_dot);
  float halo = 0.28 * max(0.0, 1.0 - from_dot / 0.22);
  return (core + halo * halo * 3.0) * smoothstep(0.0, 0.12, cell.z) * (1.0 - smoothstep(0.55, 1.0, cell.z)) * own.w;
}

void main() {
  float d = outline(at);
  float sent = ring_light();
  float covered = within(d, 0.0);
  if (covered < 0.01 && sent < 0.02) discard;

  // A cell is a cushion: round at its edge, flat in its middle.
  const float kStep = 0.02;
  vec2 slope = vec2(outline(at + vec2(kStep, 0.0)) - d, outline(at + vec2(0.0, kStep)) - d) / kStep;
  float thick = half_thickness();
  float inward = clamp(-d / thick, 0.0, 1.0);
  float height = sqrt(max(0.0, inward * (2.0 - inward)));
  float edge = 1.0 - inward;
  vec3 normal = normalize(vec3(slope * edge, max(height, 0.05)));
  float key = 0.30 + 0.70 * clamp(dot(normal, light) * 0.6 + 0.4, 0.0, 1.0);

  vec3 tint = tints[int(cell.x + 0.5)].rgb;
  float life = cell.w;
  float drained = does(kDies) ? 0.6 * smoothstep(0.0, 0.5, 1.0 - life) : 0.0;
  tint = mix(tint, vec3(0.8 * dot(tint, vec3(0.3, 0.5, 0.2))), drained);

  // Before a light ground thin layers are drawn more opaque, or they would pale.
  float thin = THIN_SHOWS;
  vec4 sum = vec4(tint * (0.25 + 0.70 * key), min(mix(0.40, 0.60, height) * thin, 0.94));
  float inner = d;
  if (is_kind(1.0)) {
    // Clear ground substance in the lacuna, and in it the two cells.
    float pair = mix(half_pair(at, sway()), d, rounded_up());
    float is_cell = mix(1.0, within(pair, 0.01), own.w);
    sum = vec4(mix(tint * 1.6 + 0.10, sum.rgb, is_cell), mix(0.16 * thin, min(sum.a + 0.15, 0.96), is_cell));
    inner = pair;
    float wall = within(abs(d + 0.05) - 0.022, 0.02) * (1.0 - rounded_up());
    over(sum, tint * 2.2 + 0.20, 0.60 * wall * own.w);
    float halo = within(abs(d + 0.15) - 0.012, 0.02) * (1.0 - rounded_up());
    over(sum, tint * 1.6 + 0.10, 0.30 * halo * own.w);
  }
  // A lymphocyte is nearly all nucleus: of its cytoplasm a thin pale rim is seen.
  if (is_kind(3.0)) sum.rgb = mix(sum.rgb, (tint * 2.2 + 0.16) * (0.35 + 0.65 * key), own.w * (1.0 - rounded_up()));
  add_pattern(sum, at, d, tint, key);
  float in_nucleus = within(nucleus_with_sign(at), 0.02);
  float dark = 0.72 + 0.26 * mottling(at);
  vec3 nuclear = tint * (is_kind(3.0) ? vec3(0.75, 0.62, 0.85) : vec3(0.30, 0.22, 0.32)) * (0.4 + 0.6 * key);
  over(sum, nuclear, in_nucleus * dark * smoothstep(0.02, 0.2, own.w));

  // The membrane, seen edge on.
  float rim = 1.0 - smoothstep(0.0, 0.10 + own.z, -inner);
  float shell = max(rim * 0.85, edge * edge * edge * 0.55);
  over(sum, tint * (0.55 + 0.75 * key) + 0.06, shell * (is_kind(1.0) ? step(inner, 0.02) * 0.7 : 0.8));
  vec3 half_way = normalize(light + vec3(0.0, 0.0, 1.0));
  float mirror = max(0.0, dot(normal, half_way));
  mirror *= mirror;
  mirror *= mirror;
  mirror *= mirror;
  over(sum, KEY_LIGHT * 0.75, 0.30 * mirror * mirror * mirror * height);

  float fade = does(kDies) ? smoothstep(0.0, 0.45, life) : smoothstep(0.0, 0.35, life);
  vec4 drawn = written(sum.rgb, sum.a * covered * fade);
  // What is sent out is light, and hides nothing; before a light ground it would not show, and is ink.
  float ink = clamp(1.4 * (thin - 1.0), 0.0, 1.0);
  vec4 shine = written(ring.rgb * mix(1.6, 0.75, ink), 1.0);
  sent = min(sent, 1.0);
  colour = vec4(drawn.rgb + shine.rgb * sent * (1.0 - drawn.a), max(drawn.a, mix(0.35, 1.0, ink) * sent));
  if (colour.a < 0.01) discard;

  // A sleeve lies round its axon, and so before it.
  float before = (covered > 0.01 ? height * thick : 0.0) + (is_kind(4.0) ? 0.5 : 0.0);
  float z = depths.w + dot(depths.xyz, vec3(at, before));
  vec2 clip = vec2(view_to_clip[2].z * z + view_to_clip[3].z, -z);
  gl_FragDepth = clamp(clip.x / clip.y * 0.5 + 0.5, 0.0, 1.0);
}
