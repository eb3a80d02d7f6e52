// Ligament, tendon, muscle, meniscus: bundles that shine across their fibres. The outer rim of a meniscus is red with
// vessels; round a wound there is blood between the fibres, and young tissue has them in disorder.
Finish finish(Point p) {
  float tendon = traits.x;
  float meniscus = traits.y;
  // Noise that changes across the fibres and hardly along them: bundles, and threads in them. A band brings its own
  // measure across, so that bundles follow it round a bend; the normal tells the sides of a round one apart.
  vec3 fibre = normalize(p.fibre + vec3(1e-6));
  vec3 sideways = normalize(cross(fibre, p.normal) + vec3(1e-6));
  vec2 grows = vec2(dFdx(p.region), dFdy(p.region));
  float side = sign(dot(grows, vec2(dot(dFdx(p.position), sideways), dot(dFdy(p.position), sideways))));
  vec3 at = mix(vec3(p.region, p.depth * (0.06 + 0.5 * accent.w), 0.0) + 1.6 * p.normal, p.position - 0.94 * fibre * dot(p.position, fibre), meniscus);
  vec4 bundle = grain(at / 24.0);
  float streaks = bundle.w;
  vec3 slope = mix(sideways * (side * bundle.x), bundle.xyz, meniscus);
  vec3 normal = bumped(p.normal, slope, 0.36 - 0.2 * meniscus);
#ifndef LOW
  vec4 thread = grain(at / 8.0 + 0.37);
  streaks = 0.55 * bundle.w + 0.45 * thread.w;
  normal = bumped(normal, mix(sideways * (side * thread.x), thread.xyz, meniscus), 0.28 - 0.14 * meniscus);
#endif
  // Paper white leaves light and shade no room: what is drawn is cream with furrows of the shade colour.
  vec3 albedo = mix(shade.rgb * 0.8, base.rgb, smoothstep(0.25, 0.62, streaks));
  albedo = mix(albedo, highlight.rgb, smoothstep(0.62, 0.85, streaks) * 0.4);
  albedo *= mix(vec3(0.70, 0.645, 0.56), vec3(0.95), meniscus);
  // Fibrocartilage is smooth: its bundles hardly show.
  albedo = mix(albedo, base.rgb, 0.72 * meniscus);
  float red = meniscus * smoothstep(0.1, 0.9, p.region) * (0.55 + 0.7 * bundle.w);
  albedo = mix(albedo, accent.rgb, clamp(red, 0.0, 1.0) * 0.6);
  vec3 from_wound = (p.position - middle.xyz) / max(middle.w, 1.0);
  float blood = traits.w * bell(1.1 * dot(from_wound, from_wound)) * (0.55 + 0.6 * smoothstep(0.75, 0.3, streaks));
  albedo = mix(albedo, kBruise, clamp(blood, 0.0, 0.9));
  float streak = mix(0.35, 0.6, tendon) * (1.0 - 0.6 * meniscus);
  float furrow = mix(0.72 + 0.28 * smoothstep(0.2, 0.5, streaks), 1.0, meniscus);
  return Finish(albedo, normal, max(base.w, 0.38), 0.04, 0.15, albedo * 0.12, p.occlusion * furrow, p.fibre, streak);
}
