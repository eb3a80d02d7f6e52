// Cortical bone: warm and rough, pores and soft blotches away from the joint surfaces; polished where articular.
Finish finish(Point p) {
  float rough = 1.0 - p.region;
  vec4 broad = grain(p.position / 150.0);
  vec4 middle = grain(p.position / 44.0);
  float blotch = smoothstep(0.42, 0.72, broad.w * 0.6 + middle.w * 0.4);
  vec3 albedo = mix(base.rgb, shade.rgb, blotch * 0.75 * (0.3 + 0.7 * rough));
  // Ochre where vessels and fat shine through thin bone.
  albedo *= mix(vec3(1.0), vec3(1.0, 0.86, 0.66), smoothstep(0.50, 0.75, middle.w * 0.5 + broad.w * 0.5) * rough);
  albedo = mix(albedo, highlight.rgb, 0.16 * smoothstep(0.5, 0.8, middle.w) * rough);
  vec3 normal = bumped(p.normal, middle.xyz, 0.07 * rough + 0.015);
#ifndef LOW
  vec4 fine = grain(p.position / 11.0);
  vec4 pits = cellular(p.position / 17.0);
  float pore = smoothstep(0.20, 0.06, pits.r) * smoothstep(0.35, 0.75, pits.b) * rough;
  normal = bumped(normal, fine.xyz, 0.13 * rough + 0.02);
  albedo *= 0.93 + 0.14 * fine.w;
  albedo = mix(albedo, occlusion_colour.rgb, pore * 0.55);
  float closed = 1.0 - 0.3 * pore;
#else
  float closed = 1.0;
#endif
  return Finish(albedo, normal, base.w - 0.25 * p.region, 0.035, 0.12, vec3(0.0), p.occlusion * closed, vec3(0.0), 0.0);
}
