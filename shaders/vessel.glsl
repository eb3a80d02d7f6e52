// Artery and vein: a smooth, moist wall with faint streaks along it, as the outer coat's fibres run lengthwise.
Finish finish(Point p) {
  vec3 fibre = normalize(p.fibre + vec3(1e-6));
  vec3 sideways = normalize(cross(fibre, p.normal) + vec3(1e-6));
  // The normal tells the sides apart, so that a streak keeps to its side and to its share of the girth.
  vec4 coat = grain(0.3 * p.normal + fibre * (p.depth / 120.0));
  float streak = smoothstep(0.3, 0.7, coat.w);
  vec3 albedo = mix(mix(base.rgb, shade.rgb, 0.45), base.rgb, streak);
  albedo = mix(albedo, highlight.rgb, 0.10 * smoothstep(0.6, 0.9, coat.w));
  // The tone curve makes a red or a blue vivid; a vessel's wall is milky.
  albedo = mix(albedo, vec3(dot(albedo, vec3(0.3, 0.5, 0.2))), 0.25);
  // Where it is cut across: the pale wall, and its bore, which light does not reach.
  float wall = smoothstep(0.5, 0.8, abs(dot(p.normal, fibre)));
  albedo = mix(albedo, mix(highlight.rgb, base.rgb, 0.35), 0.7 * wall);
  float bore = smoothstep(10.0, 90.0, p.region);
  albedo *= mix(1.0, 0.10, bore);
  vec3 normal = bumped(p.normal, sideways * coat.x, 0.05);
  return Finish(albedo, normal, base.w, 0.05, 0.25, base.rgb * 0.25 * (1.0 - bore), p.occlusion * (1.0 - 0.9 * bore), p.fibre, 0.25);
}
