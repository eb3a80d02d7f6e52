// Nerve: pale bands of Fontana across a bundle with a lengthwise grain. Its sheath: the same, clear as wet paper.
Finish finish(Point p) {
  float sheath = traits.x;
  vec3 across = p.position - 0.92 * p.fibre * dot(p.position, p.fibre);
  vec4 bundle = grain(across / 9.0);
  // Bands 1.8 mm apart, wavy: drawn larger than life so that they can be seen.
  float wave = p.depth * 3.49 + 2.4 * bundle.w;
  float band = smoothstep(-0.2, 0.9, sin(wave));
  vec3 albedo = mix(shade.rgb, base.rgb, 0.55 + 0.45 * smoothstep(0.25, 0.6, bundle.w));
  albedo = mix(albedo, highlight.rgb, band * mix(0.30, 0.12, sheath));
  vec3 normal = bumped(p.normal, bundle.xyz, mix(0.22, 0.08, sheath));
  return Finish(albedo, normal, mix(base.w, 0.3, sheath), 0.05, 0.35, base.rgb * 0.25, p.occlusion, p.fibre, 0.5);
}
