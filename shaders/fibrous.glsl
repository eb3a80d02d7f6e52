// Ligament, tendon, meniscus: bundles that shine across their fibres. The outer rim of a meniscus is red with vessels.
Finish finish(Point p) {
  float tendon = traits.x;
  float meniscus = traits.y;
  // Noise drawn out along the fibre: streaks.
  vec3 across = p.position - 0.94 * p.fibre * dot(p.position, p.fibre);
  vec4 bundle = grain(across / 14.0);
  float streaks = bundle.w;
  vec3 normal = bumped(p.normal, bundle.xyz, 0.34 - 0.14 * meniscus);
#ifndef LOW
  vec4 thread = grain(across / 4.2 + 0.37);
  streaks = 0.55 * bundle.w + 0.45 * thread.w;
  normal = bumped(normal, thread.xyz, 0.30 - 0.1 * meniscus);
#endif
  vec3 albedo = mix(shade.rgb, base.rgb, smoothstep(0.22, 0.58, streaks) * 0.75 + 0.25);
  albedo = mix(albedo, highlight.rgb, smoothstep(0.6, 0.85, streaks) * 0.5);
  float red = meniscus * smoothstep(0.1, 0.9, p.region) * (0.75 + 0.5 * bundle.w);
  albedo = mix(albedo, accent.rgb, clamp(red, 0.0, 1.0) * 0.85);
  float streak = mix(0.55, 1.0, tendon) * (1.0 - 0.6 * meniscus);
  return Finish(albedo, normal, base.w, 0.045, 0.2, base.rgb * 0.12, p.occlusion, p.fibre, streak);
}
