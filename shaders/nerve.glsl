// Nerve: pale bands of Fontana across a bundle with a lengthwise grain. Its sheath: the same, clear as wet paper.
Finish finish(Point p) {
  float sheath = traits.x;
  vec3 across = p.position - 0.92 * p.fibre * dot(p.position, p.fibre);
  vec4 bundle = grain(across / 9.0);
  // The yellow that marks nerves, most of the way to the cream that they have in life.
  vec3 pale = mix(base.rgb, vec3(0.86, 0.72, 0.40), 0.78 * (1.0 - sheath));
  vec3 dark = mix(shade.rgb, vec3(0.58, 0.44, 0.22), 0.78 * (1.0 - sheath));
  // Bands 1.8 mm apart, wavy: drawn larger than life so that they can be seen.
  float wave = p.depth * 3.49 + 2.4 * bundle.w;
  // Bands finer than a few pixels would weave.
  float band = 0.5 + 0.5 * sin(wave) * (1.0 - smoothstep(0.5, 1.4, fwidth(wave)));
  vec3 albedo = mix(dark, pale, 0.55 + 0.45 * smoothstep(0.25, 0.6, bundle.w));
  albedo = mix(albedo, highlight.rgb, band * mix(0.30, 0.12, sheath));
  // Where it is cut across: its bundles, round and pale, in a looser coat.
  float cut = smoothstep(30.0, 70.0, p.region);
  WHERE(cut > 0.0) {
    float inside = smoothstep(0.06, 0.26, cellular(p.position / 12.0).g);
    albedo = mix(albedo, mix(dark * 0.62, mix(pale, highlight.rgb, 0.5), inside), cut);
  }
  float crushed = traits.z >= 0.0 ? bruised(p.depth - traits.z, traits.w) : 0.0;
  albedo = mix(albedo, kBruise, crushed);
  vec3 normal = bumped(p.normal, bundle.xyz, mix(0.22, 0.08, sheath));
  return Finish(albedo, normal, mix(base.w, 0.3, sheath), 0.05, 0.35, pale * 0.2, p.occlusion, p.fibre, 0.5);
}
