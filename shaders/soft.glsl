// Fat in lobules; synovium and capsule wet, with fine vessels that open and warm with inflammation; skin smooth.
Finish finish(Point p) {
  if (traits.y > 0.5) return Finish(base.rgb, p.normal, base.w, 0.03, 0.5, base.rgb * 0.3, 1.0, vec3(0.0), 0.0);
  float synovium = traits.x;
  vec4 middle = grain(p.position / 30.0);
#ifdef LOW
  float lobule = smoothstep(0.3, 0.6, middle.w);
  float vessel = 0.0;
  vec3 normal = bumped(p.normal, middle.xyz, mix(0.30, 0.10, synovium));
#else
  vec4 cells = cellular(p.position / 36.0 + middle.xyz * 0.02);
  float lobule = smoothstep(0.0, 0.35, cells.g);
  vec4 threads = cellular(p.position / 26.0 + middle.xyz * 0.05);
  float vessel = smoothstep(0.62, 0.86, threads.a) * synovium;
  vec3 normal = bumped(p.normal, middle.xyz, mix(0.22, 0.12, synovium));
#endif
  float warmth = highlight.w;
  // Fat in life is paler than on a chart.
  vec3 fat = mix(base.rgb, vec3(0.86, 0.68, 0.36), 0.5);
  vec3 calm = mix(shade.rgb, mix(fat, base.rgb, synovium), mix(0.25 + 0.75 * lobule, 0.7 + 0.3 * middle.w, synovium));
  vec3 albedo = mix(calm, accent.rgb, synovium * warmth * (0.55 + 0.45 * middle.w));
  albedo = mix(albedo, mix(shade.rgb, accent.rgb * 0.6, 0.5 + 0.5 * warmth), vessel * (0.35 + 0.5 * warmth));
  albedo = mix(albedo, highlight.rgb, (1.0 - synovium) * 0.12 * middle.w);
  float closed = mix(0.55 + 0.45 * lobule, 1.0, synovium);
  return Finish(albedo, normal, base.w, mix(0.04, 0.06, synovium), 0.4, albedo * 0.35, p.occlusion * closed,
                vec3(0.0), 0.0);
}
