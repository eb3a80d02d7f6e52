// Drawn steel: faint lengthwise scratches and a bright, tight highlight.
Finish finish(Point p) {
  vec3 across = p.position - 0.97 * p.fibre * dot(p.position, p.fibre);
  vec4 scratch = grain(across / 3.0);
  vec3 normal = bumped(p.normal, scratch.xyz, 0.06);
  return Finish(base.rgb * 0.55, normal, base.w, 0.55, 0.0, vec3(0.0), p.occlusion, p.fibre, 0.6);
}
