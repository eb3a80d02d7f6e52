// Fat in lobules; synovium and capsule wet, with fine vessels that open and warm with inflammation; skin smooth.
const vec3 kFibrous = vec3(0.775, 0.624, 0.527);  // linear #E4CFC0, the fibrous capsule
const vec3 kSeptum = vec3(0.88, 0.80, 0.64);

Finish finish(Point p) {
  if (traits.y > 0.5) return Finish(base.rgb, p.normal, base.w, 0.03, 0.5, base.rgb * 0.3, 1.0, vec3(0.0), 0.0);
  float synovium = traits.x;
  vec4 middle = grain(p.position / 30.0);
#ifdef LOW
  float lobule = smoothstep(0.3, 0.6, middle.w);
  float vessel = 0.0;
  vec3 normal = bumped(p.normal, middle.xyz, mix(0.30, 0.10, synovium));
#else
  vec4 cells = cellular(p.position / 70.0 + middle.xyz * 0.05);
  float lobule = smoothstep(0.0, 0.30, cells.g);
  vec4 threads = cellular(p.position / 26.0 + middle.xyz * 0.05);
  float vessel = smoothstep(0.62, 0.86, threads.a) * synovium;
  vec3 normal = bumped(p.normal, middle.xyz, mix(0.22, 0.12, synovium));
#endif
  float warmth = highlight.w;
  // Fat in life is paler than on a chart.
  vec3 fat = mix(base.rgb, vec3(0.86, 0.68, 0.36), 0.5);
  // Lobules between thin pale septa, darker and yellower here and there.
  vec3 lobes = mix(mix(fat, shade.rgb, 0.5 * (1.0 - middle.w)), kSeptum, 0.38 * (1.0 - lobule));
  vec3 calm = mix(lobes, mix(shade.rgb, base.rgb, 0.7 + 0.3 * middle.w), synovium);
#ifdef TRANSLUCENT
  // From outside the fibrous coat is seen, from inside the lining.
  if (gl_FrontFacing) calm = mix(calm, kFibrous, 0.55 * synovium * (1.0 - highlight.w));
#endif
  vec3 albedo = mix(calm, accent.rgb, synovium * warmth * (0.55 + 0.45 * middle.w));
  albedo = mix(albedo, mix(shade.rgb, accent.rgb * 0.6, 0.5 + 0.5 * warmth), vessel * (0.35 + 0.5 * warmth));
  albedo = mix(albedo, highlight.rgb, (1.0 - synovium) * 0.12 * middle.w);
  float open = p.occlusion * mix(0.85 + 0.15 * lobule, 1.0, synovium);
  float wrap = 0.4;
#ifdef TRANSLUCENT
  // A thin sheet is lit through from behind, and is not dark where it turns away or lies close to something.
  open = mix(open, 1.0, 0.75 * synovium);
  wrap = mix(wrap, 1.0, synovium);
#endif
  return Finish(albedo, normal, base.w, mix(0.04, 0.06, synovium), wrap, albedo * 0.35, open, vec3(0.0), 0.0);
}
