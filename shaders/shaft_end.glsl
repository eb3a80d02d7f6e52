// The sawn end of a shaft: a dense pale wall with the fine pores of its canals, a belt of cancellous bone, and yellow
// marrow in the middle. `depth` counts in thicknesses of the wall.
vec3 sawn_face(vec3 position, float depth, vec4 broad) {
  const vec3 kWall = vec3(0.84, 0.74, 0.56), kSponge = vec3(0.694, 0.456, 0.254), kMarrow = vec3(0.80, 0.50, 0.13);
  float uneven = depth + 0.22 * (broad.w - 0.5);
  float sponge = smoothstep(0.94, 1.06, uneven), marrow = smoothstep(1.22, 1.5, uneven);
  vec3 wall = kWall * (0.90 + 0.2 * broad.w);
  vec3 core = mix(kSponge, kMarrow * (0.84 + 0.32 * broad.w), marrow);
#ifndef LOW
  vec4 pores = cellular(position / 9.0);
  core *= mix(0.55 + 0.6 * smoothstep(0.05, 0.22, pores.r), 1.0, marrow);
  vec4 canals = cellular(position / 4.0 + 0.21);
  wall *= 1.0 - 0.16 * smoothstep(0.22, 0.08, canals.r);
#endif
  vec3 face = mix(wall, core, sponge);
  // A line of shade where the wall ends parts it from what it holds.
  return face * (1.0 - 0.3 * smoothstep(0.16, 0.0, abs(uneven - 1.0)));
}
