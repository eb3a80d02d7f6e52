// The floor of a crater: the subchondral plate, pink and dense, with fine pits and specks of marrow that shows through.
vec3 subchondral(vec3 position, vec3 bone, vec4 broad) {
  vec3 albedo = mix(bone * vec3(1.04, 0.93, 0.95), vec3(0.84, 0.60, 0.50), 0.7);
  albedo *= 0.84 + 0.26 * broad.w;
#ifndef LOW
  vec4 pits = cellular(position / 7.0);
  float pit = smoothstep(0.26, 0.08, pits.r) * smoothstep(0.25, 0.7, pits.b);
  vec4 marrow = cellular(position / 15.0 + 0.37);
  float speck = smoothstep(0.24, 0.10, marrow.r) * smoothstep(0.55, 0.8, marrow.b);
  albedo = mix(albedo, vec3(0.30, 0.12, 0.08), 0.55 * pit);
  albedo = mix(albedo, vec3(0.42, 0.05, 0.04), 0.65 * speck);
#endif
  return albedo;
}
