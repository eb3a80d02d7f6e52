// Drawn steel: faint lengthwise scratches, a bright, tight highlight, and in it a light ceiling over a dark floor.
// Glass: nothing but light on it.
Finish finish(Point p) {
  if (traits.x > 0.5) return Finish(base.rgb * 0.25, p.normal, base.w, 0.09, 0.3, vec3(0.0), 1.0, p.fibre, 0.3);
  vec3 across = p.position - 0.97 * p.fibre * dot(p.position, p.fibre);
  vec4 scratch = grain(across / 3.0);
  vec3 normal = bumped(p.normal, scratch.xyz, 0.06);
  float up = dot(reflect(normalize(p.position - eye.xyz), normal), up_direction.xyz);
  float ceiling = smoothstep(-0.08, 0.14, up) * (1.0 - 0.5 * smoothstep(0.3, 0.85, up));
  float room = 0.2 + 0.65 * ceiling + 0.2 * smoothstep(-0.2, -0.9, up);
  return Finish(base.rgb * room, normal, base.w, 0.55, 0.0, vec3(0.0), p.occlusion, p.fibre, 0.6);
}
