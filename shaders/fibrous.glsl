// Ligament, tendon, meniscus: bundles that shine across their fibres. The outer rim of a meniscus is red with vessels.
Finish finish(Point p) {
  float tendon = traits.x;
  float meniscus = traits.y;
  // Noise drawn out along the fibre: bundles, and threads in them.
  vec3 across = p.position - 0.96 * p.fibre * dot(p.position, p.fibre);
  vec4 bundle = grain(across / 20.0);
  float streaks = bundle.w;
  vec3 normal = bumped(p.normal, bundle.xyz, 0.42 - 0.2 * meniscus);
#ifndef LOW
  vec4 thread = grain(across / 6.5 + 0.37);
  streaks = 0.55 * bundle.w + 0.45 * thread.w;
  normal = bumped(normal, thread.xyz, 0.34 - 0.14 * meniscus);
#endif
  // Paper white leaves light and shade no room: what is drawn is cream with furrows of the shade colour.
  vec3 albedo = mix(shade.rgb * 0.8, base.rgb, smoothstep(0.25, 0.62, streaks));
  albedo = mix(albedo, highlight.rgb, smoothstep(0.62, 0.85, streaks) * 0.4);
  albedo *= mix(vec3(0.66, 0.625, 0.565), vec3(0.95), meniscus);
  float red = meniscus * smoothstep(0.1, 0.9, p.region) * (0.75 + 0.5 * bundle.w);
  albedo = mix(albedo, accent.rgb, clamp(red, 0.0, 1.0) * 0.85);
  float streak = mix(0.35, 0.6, tendon) * (1.0 - 0.6 * meniscus);
  float furrow = mix(0.72 + 0.28 * smoothstep(0.2, 0.5, streaks), 1.0, meniscus);
  return Finish(albedo, normal, max(base.w, 0.38), 0.04, 0.15, albedo * 0.12, p.occlusion * furrow, p.fibre, streak);
}
