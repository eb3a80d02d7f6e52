// The shape of one axon along its path: bare, sheathed with nodes, growth cone at the front, beads where it broke up.
// All lengths in mm of arclength.

const float kInternode = 1.30;        // drawn mean length between nodes (assumed; real ones 0.3-1.5 mm)
const float kYoungInternode = 0.65;   // sheaths made after injury have shorter internodes (Schroeder 1972)
const float kNode = 0.045;            // half length of a drawn node
const float kSheath = 1.55;           // sheath radius / axon radius (g-ratio 0.65)
const float kBead = 0.80;             // length of one ovoid of the broken-up stump

struct Axon {
  vec2 offset;
  float radius;
  float integrity;
  float debris;
  float tip;
  float myelin_front;
  float signal;
  float misdirected;
  float lamellae;
};

Axon axon_of(vec4 place, vec4 course, vec2 more) {
  // Axons differ in thickness by half (assumed; real ones 1-20 um).
  float own = fract(dot(place.xy, vec2(39.346, 11.135)));
  return Axon(place.xy, place.z * (0.72 + 0.36 * own), place.w, course.x, course.y, course.z, course.w, more.x, more.y);
}

// Where in the bundle it runs at s: relaxed nerve is wavy, neighbours together, which shows as bands of Fontana; and
// each axon wanders a little on its own.
vec2 wavy(vec2 offset, float spread, float s, float keyed) {
  float together = 0.41 * s + 0.06 * wave(0.14 * s) + 0.17 * offset.x - 0.11 * offset.y;
  vec2 shared_wave = vec2(wave(together), 0.6 * wave(together + 0.3));
  vec2 own_wave = vec2(wave(0.132 * s + keyed), wave(0.113 * s + 2.3 * keyed));
  return offset + spread * (0.042 * shared_wave + 0.045 * own_wave);
}

// 0 at a node, 1 along the internode. `clear`, here and below: 1 = close enough to see it, 0 = an even mean instead, as
// a pattern finer than a pixel would flicker.
float internode(float s, float lesion, float keyed, float clear) {
  float stretch = (s < lesion ? kInternode : kYoungInternode) * (0.72 + 0.56 * keyed);
  float at = fract(s / stretch + 7.0 * keyed);
  float seen = 0.2 + 0.8 * smoothstep(0.0, 3.0 * kNode / stretch, min(at, 1.0 - at));
  return mix(0.85, seen, clear);
}

// Ovoids: 0 between them, rising to 1 at their middle. Each has its own share of size.
float ovoid(float s, float keyed, out float own) {
  float at = s / kBead + keyed * 7.0;
  float mixed = fract(floor(at) * 0.1031 + keyed * 0.7297);
  mixed *= mixed + 33.33;
  own = fract(mixed * (mixed + mixed));
  float across = (fract(at) - 0.5) * (2.9 - 0.8 * own);
  return sqrt(max(0.0, 1.0 - across * across));
}

// Sheath share at s: the new sheath follows the front; the old one stands where nothing was cut.
float sheathed(Axon a, float s) {
  return 1.0 - smoothstep(a.myelin_front - 0.5, a.myelin_front, s);
}

// Where sheaths made after the injury begin: nowhere if no axon was cut.
float renewed_from(float lesion, vec4 injury) {
  return injury.w > 0.0 ? 1e9 : lesion;
}

// Share of lamellae at s: fewer over a bruised patch.
float thickness(Axon a, float away, vec4 injury) {
  float bruised = 1.0 - smoothstep(0.4 * injury.w, 0.5 * injury.w + 1e-3, abs(away));
  return mix(1.0, a.lamellae, bruised);
}

// Radius of what is there at s; 0 = nothing. injury: y radius of a young sheath in radii of the axon, z gap, w patch.
float tube_radius(Axon a, float s, float lesion, float keyed, float clear, vec4 injury) {
  if (s <= a.tip) {
    float renewed = renewed_from(lesion, injury);
    float sheath = sheathed(a, s) * internode(s, renewed, keyed, clear) * thickness(a, s - lesion, injury);
    float cone = bell(32.0 * (a.tip - s - 0.35) * (a.tip - s - 0.35));
    float rounded = sqrt(clamp((a.tip - s) / (1.5 * a.radius), 0.0, 1.0));
    return a.radius * (mix(1.0, s < renewed ? kSheath : injury.y, sheath) + 1.1 * cone * (1.0 - sheath)) * rounded;
  }
  if (s > lesion && s < lesion + injury.z) return 0.0;  // nothing between the stumps
  float own;
  float bead = mix(0.7, ovoid(s, keyed, own), clear);
  // A stump that breaks up goes from a tube to a row of ovoids, and those are cleared one by one.
  float whole = smoothstep(0.75, 1.0, a.integrity);
  float left = max(a.integrity, a.debris);
  float kept = mix(left, smoothstep(own - 0.12, own + 0.05, left) * smoothstep(0.0, 0.04, left), clear);
  float sheath = internode(s, 1e9, keyed, clear);  // the stump's sheath is the first one
  return a.radius * mix(1.35 * bead * kept, mix(1.0, kSheath, sheath), whole);
}
