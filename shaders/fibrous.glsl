// Ligament, tendon, muscle, meniscus: bundles that shine across their fibres. The outer rim of a meniscus is red with
// vessels; round a wound there is blood between the fibres, and young tissue has them in disorder.

// Noise drawn out along the fibres that run here, so that it follows them wherever they turn: fascicles of muscle. Any
// other tissue takes one sample where it says.
vec4 fascicles(vec3 position, vec3 fibre, float size, vec3 otherwise, bool is_muscle) {
#ifdef LOW
  const int kTaps = 2;
  const float kGain = 1.4;  // the mean of fewer keeps more of its contrast
#else
  const int kTaps = 4;
  const float kGain = 2.6;
#endif
  vec3 off = position - middle.xyz;
  vec3 at = is_muscle ? (off - 0.6 * fibre * dot(off, fibre)) / size : otherwise;
  int taps = is_muscle ? kTaps : 0;
  vec4 sum = vec4(0.0);
  for (int i = -taps; i <= taps; ++i) sum += grain(at + fibre * (0.08 * float(i)));
  if (!is_muscle) return sum;
  sum /= float(2 * kTaps + 1);
  return vec4(0.8 * kGain * (sum.xyz - fibre * dot(sum.xyz, fibre)), 0.5 + kGain * (sum.w - 0.5));
}

Finish finish(Point p) {
  float muscle = traits.x * traits.y;
  float tendon = traits.x - muscle;
  float meniscus = traits.y - muscle;
  // Noise that changes across the fibres and hardly along them: bundles, and threads in them. A band brings its own
  // measure across, so that bundles follow it round a bend; the normal tells the sides of a round one apart.
  vec3 fibre = normalize(p.fibre + vec3(1e-6));
  // A bundle that dives from the surface of a muscle is seen where it comes up: along the surface, not end on.
  fibre = normalize(fibre - 0.95 * muscle * p.normal * dot(fibre, p.normal) + vec3(1e-6));
  vec3 sideways = normalize(cross(fibre, p.normal) + vec3(1e-6));
  vec2 grows = vec2(dFdx(p.region), dFdy(p.region));
  float side = sign(dot(grows, vec2(dot(dFdx(p.position), sideways), dot(dFdy(p.position), sideways))));
  vec3 at = mix(vec3(p.region, p.depth * (0.06 + 0.5 * accent.w), 0.0) + 1.6 * p.normal, p.position - 0.94 * fibre * dot(p.position, fibre), meniscus);
  vec4 bundle = fascicles(p.position, fibre, 17.0, at / 24.0, muscle > 0.5);
  float streaks = bundle.w;
  vec3 slope = mix(sideways * (side * bundle.x), bundle.xyz, traits.y);
  float flat_sheet = muscle * smoothstep(0.6, 1.0, p.region);  // an aponeurosis is smoother than flesh
  vec3 normal = bumped(p.normal, slope, (0.24 - 0.08 * meniscus) * (1.0 - 0.45 * flat_sheet));
#ifndef LOW
  vec4 thread = fascicles(p.position, fibre, 7.0, at / 8.0 + 0.37, muscle > 0.5);
  streaks = 0.55 * bundle.w + 0.45 * thread.w;
  normal = bumped(normal, mix(sideways * (side * thread.x), thread.xyz, traits.y), (0.18 - 0.04 * meniscus) * (1.0 - 0.45 * flat_sheet));
#endif
  // Paper white leaves light and shade no room: what is drawn is cream with furrows of the shade colour.
  const vec3 kCream = vec3(0.74, 0.69, 0.61);
  vec3 albedo = mix(shade.rgb, base.rgb, smoothstep(0.2, 0.6, streaks));
  albedo = mix(albedo, highlight.rgb, smoothstep(0.62, 0.85, streaks) * (0.4 - 0.1 * muscle));
  albedo *= mix(kCream, vec3(0.95), traits.y);
  albedo.gb = mix(albedo.gb, albedo.rr, 0.13 * muscle);  // the tone curve deepens what is dark, and a red grows vivid
  // The outer rim of a meniscus has vessels; a muscle runs out into its tendon, whose fibres reach up between.
  // Fibrocartilage is smooth: its bundles hardly show.
  albedo = mix(albedo, base.rgb, 0.72 * meniscus);
  float red = meniscus * smoothstep(0.1, 0.9, p.region) * (0.55 + 0.7 * bundle.w);
  albedo = mix(albedo, accent.rgb, clamp(red, 0.0, 1.0) * 0.6);
  float sinew = muscle * smoothstep(0.25, 0.75, p.region + 0.9 * (streaks - 0.5));
  albedo = mix(albedo, accent.rgb * kCream * (0.87 + 0.36 * streaks), sinew);
  // A band that grows into bone is shorter of fibre: the bone's colour comes up between them.
  float free = length(p.fibre);
  float grown = smoothstep(mix(0.1, 0.5, meniscus), mix(0.7, 1.0, meniscus), (1.0 - free) * (0.4 + 1.2 * (1.0 - streaks)));
  // The root of a meniscus is a ligament before it is bone.
  albedo = mix(albedo, kCream * vec3(1.04, 1.02, 1.0), meniscus * smoothstep(0.1, 0.55, 1.0 - free));
  albedo = mix(albedo, under.rgb * vec3(0.96, 0.84, 0.8), grown);
  vec3 from_wound = (p.position - middle.xyz) / max(middle.w, 1.0);
  float blood = traits.w * bell(1.1 * dot(from_wound, from_wound)) * (0.55 + 0.6 * smoothstep(0.75, 0.3, streaks));
  albedo = mix(albedo, kBruise, clamp(blood, 0.0, 0.9));
  float streak = mix(0.35, 0.6, tendon) * (1.0 - 0.6 * traits.y) * (1.0 - grown);
  float furrow = mix(0.84 + 0.16 * smoothstep(0.2, 0.5, streaks), 1.0, meniscus);
  // A clot has no fibres: a wet jelly, lumpy and darker here and there. Granulation is grainy, its vessels show red.
  // Young tissue passes into the old along its fibres.
  float young = min(3.0 * (opened.z + opened.w), 1.0) * smoothstep(0.4, 0.95, length(from_wound) + 0.7 * (streaks - 0.5)) * (1.0 - muscle);
  albedo = mix(albedo, under.rgb * kCream * (0.75 + 0.4 * streaks), young);
  float raw = min(opened.y + opened.z, 1.0) * (1.0 - young);
  float roughness = max(base.w, 0.38);
  WHERE(raw > 0.0) {
    vec4 lumps = grain(p.position / 44.0), grains = grain(p.position / 16.0);
    float dark = mix(smoothstep(0.3, 0.75, lumps.w), smoothstep(0.35, 0.65, grains.w), opened.z / max(raw, 0.01));
    vec3 wet = base.rgb * mix(vec3(0.5, 0.36, 0.34), vec3(0.9, 0.78, 0.62), dark);
    wet = mix(wet, mix(base.rgb, under.rgb, 0.25) * (0.6 + 0.5 * streaks), 0.6 * opened.z * smoothstep(0.3, 0.0, opened.y));
    albedo = mix(albedo, wet, raw);
    normal = normalize(mix(normal, bumped(bumped(p.normal, lumps.xyz, 0.16), grains.xyz, 0.1 + 0.1 * opened.z), raw));
    roughness = mix(roughness, 0.26, raw);
    streak *= 1.0 - raw;
    furrow = mix(furrow, 1.0, raw);
  }
  return Finish(albedo, normal, roughness, mix(0.04, 0.06, raw), mix(0.4, 0.15, traits.y), albedo * 0.12, mix(0.25, 1.0, p.occlusion) * furrow, p.fibre / max(free, 1e-3), streak);
}
