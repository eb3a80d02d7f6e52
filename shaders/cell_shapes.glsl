// The outlines of cells, as distances in radii on the plane that a cell is seen on, x along it: negative inside. Shapes
// as a cell biologist draws them; sizes are shares of the drawn radius (assumed: cells are drawn larger and fewer).

float kept_round(float a, float b, float by) {
  float h = clamp(0.5 + 0.5 * (b - a) / by, 0.0, 1.0);
  return mix(b, a, h) - by * h * (1.0 - h);
}

// A thin process that narrows towards its end.
float process(vec2 p, vec2 from, vec2 to, float width) {
  vec2 along = to - from;
  float t = clamp(dot(p - from, along) / dot(along, along), 0.0, 1.0);
  return length(p - from - along * t) - width * (1.0 - 0.72 * t);
}

float ellipse(vec2 p, vec2 half_axes) {
  return (length(p / half_axes) - 1.0) * min(half_axes.x, half_axes.y);
}

// Stem cell: a spindle with filopodia at both ends and some along its sides.
float spindle(vec2 p, float keyed, float sway) {
  const float kHalf = 1.30;
  p.y -= 0.09 * sin(2.1 * p.x + 6.28 * keyed) + 0.03 * sway * p.x;
  float side = p.x < 0.0 ? -1.0 : 1.0;
  vec2 q = vec2(abs(p.x), p.y * side);
  float along = min(q.x / kHalf, 1.0);
  float taper = 1.0 - along * along;
  float half_width = 0.40 * taper * sqrt(taper) + 0.035 * (1.0 - along);
  float body = q.x < kHalf ? 0.85 * (abs(q.y) - half_width) : length(q - vec2(kHalf, 0.0));
  float turn = 0.10 * side * (keyed - 0.5) + 0.05 * sway;
  float feet = process(q, vec2(1.02, 0.03), vec2(1.98, 0.10 + turn), 0.060);
  feet = min(feet, process(q, vec2(1.04, 0.05), vec2(1.72, 0.46 + turn), 0.050));
  feet = min(feet, process(q, vec2(1.04, -0.04), vec2(1.80, -0.36 + 1.5 * turn), 0.050));
  feet = min(feet, process(q, vec2(1.52, 0.06 + 0.5 * turn), vec2(1.86, -0.14 + turn), 0.030));
  feet = min(feet, process(q, vec2(0.45 + 0.3 * turn, 0.22), vec2(0.86, 0.66 + turn), 0.044));
  feet = min(feet, process(q, vec2(0.70, -0.16), vec2(1.12 + turn, -0.56), 0.040));
  return kept_round(body, feet, 0.09);
}

// Macrophage: large, its edge ruffled, with blunt arms.
float ruffled(vec2 p, float keyed, float sway) {
  float r = length(p);
  float a = atan(p.y, p.x);
  float ruffle = 0.050 * sin(5.0 * a + 6.28 * keyed + 0.5 * sway) + 0.042 * sin(9.0 * a - 4.0 * keyed - 0.8 * sway) +
                 0.026 * sin(15.0 * a + 11.0 * keyed + sway);
  float arms = max(0.0, sin(3.0 * a + 9.0 * keyed)) * (0.6 + 0.4 * sin(a + 17.0 * keyed));
  ruffle += 0.26 * arms * arms * (0.9 + 0.1 * sway);
  return 0.8 * (r - 0.84 - ruffle * smoothstep(0.25, 0.8, r));
}

// Lymphocyte: small, round and smooth.
float smooth_round(vec2 p, float sway) {
  return length(p * vec2(1.0 + 0.012 * sway, 1.0 - 0.012 * sway)) - 0.97;
}

// The half of a chondrocyte pair: round, and flat where the two face each other.
float half_pair(vec2 p, float sway) {
  vec2 q = vec2(abs(p.x), p.y);
  float round_side = ellipse(q - vec2(0.33, 0.0), vec2(0.42, 0.52 + 0.012 * sway));
  return -kept_round(-round_side, q.x - 0.035, 0.09);
}

// The lacuna both lie in.
float lacuna(vec2 p) {
  return ellipse(p, vec2(1.04, 0.84));
}

// Schwann cell: a sleeve along its axon between two nodes, with the nucleus in a swelling at its side.
float sleeve(vec2 p, float keyed, float sway) {
  const float kHalf = 2.05;
  float along = min(abs(p.x) / kHalf, 1.0);
  float half_width = 0.13 + 0.22 * smoothstep(1.0, 0.60, along);
  float swelling = (p.x - 0.12 + 0.3 * (keyed - 0.5)) / 0.80;
  swelling = max(0.0, 1.0 - swelling * swelling);
  float upper = half_width + (0.30 + 0.012 * sway) * swelling * swelling * swelling;
  float side = p.y > 0.0 ? p.y - upper : -p.y - half_width;
  return max(0.9 * side, abs(p.x) - kHalf);
}

// Any cell that divides rounds up and pinches in two. share: how far.
float pinched(vec2 p, float share) {
  float apart = 0.62 * smoothstep(0.15, 0.85, share);
  vec2 q = vec2(abs(p.x) - apart, p.y);
  float one = length(q) - mix(0.78, 0.60, smoothstep(0.1, 0.8, share));
  float waist = mix(0.30, 0.05, smoothstep(0.2, 0.85, share));
  float two = length(vec2(-abs(p.x) - apart, p.y)) - mix(0.78, 0.60, smoothstep(0.1, 0.8, share));
  return kept_round(one, two, waist);
}

// Any cell that dies draws in and buds off blebs. gone: 0-1.
float blebbing(vec2 p, float keyed, float gone) {
  float body = length(p) - mix(0.82, 0.58, gone);
  float a = atan(p.y, p.x) * (7.0 / 6.2831853) + keyed;
  float number = floor(a);
  float bud = fract(0.618 * number + keyed);
  float middle = (number + 0.5 - keyed) * (6.2831853 / 7.0);
  float out_by = mix(0.70, 0.80, gone) + 0.08 * bud;
  float bleb = length(p - out_by * vec2(cos(middle), sin(middle))) - (0.10 + 0.14 * bud) * smoothstep(0.0, 0.4, gone);
  return kept_round(body, bleb, 0.06);
}
