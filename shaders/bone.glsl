// Cortical bone: warm ivory, broad soft stains, fine pores away from the joint surfaces; under a joint surface, dense,
// smooth and pink with the vessels beneath.
#include "shaft_end.glsl"
Finish finish(Point p) {
  float joint = max(p.region, 0.0);
  // The flat of the face alone, not the triangles that turn down from its rim.
  vec3 flat_normal = cross(dFdx(p.position), dFdy(p.position));
  float facing = dot(flat_normal, p.fibre) * inversesqrt(dot(flat_normal, flat_normal) * dot(p.fibre, p.fibre));
  float sawn = p.region < -0.02 ? smoothstep(0.75, 0.9, abs(facing)) : 0.0;
  float rough = (1.0 - joint) * (1.0 - sawn);
  vec4 broad = grain(p.position / 170.0);
  vec4 middle = grain(p.position / 44.0);
  // The table's beige is that of dry bone; living bone is a shade redder.
  vec3 albedo = base.rgb * vec3(1.04, 0.93, 0.95);
  float stain = smoothstep(0.40, 0.72, broad.w * 0.62 + middle.w * 0.38);
  albedo *= mix(vec3(1.0), vec3(0.84, 0.73, 0.57), stain * rough);
  albedo = mix(albedo, highlight.rgb * 0.86, 0.30 * smoothstep(0.55, 0.30, broad.w) * rough);
  WHERE(joint > 0.004) {
    // Sclerosis: the plate thickens, pale and dense.
    vec3 plate = mix(subchondral(p.position, base.rgb, middle), highlight.rgb * 0.9, 0.75 * accent.w);
    albedo = mix(albedo, plate, joint);
  }
  // Erosions are raw, and full of red granulation.
  float raw = (1.0 - sawn) * highlight.w * smoothstep(0.15, 1.6, p.depth);
  albedo = mix(albedo, vec3(0.52, 0.16, 0.12), 0.8 * raw);
  vec3 normal = bumped(p.normal, middle.xyz, 0.07 * rough + 0.015);
  // A crater is shallow: its floor is lit.
  float open = mix(p.occlusion, 1.0, 0.65 * joint);
#ifndef LOW
  vec4 fine = grain(p.position / 10.0);
  vec4 pits = cellular(p.position / 9.0);
  float pore = smoothstep(0.20, 0.07, pits.r) * smoothstep(0.45, 0.8, pits.b) * rough;
  normal = bumped(normal, fine.xyz, 0.085 * rough + 0.03);
  albedo *= 0.92 + 0.16 * fine.w;
  albedo = mix(albedo, kClosedIn, pore * 0.6);
  open *= 1.0 - 0.2 * pore;
#endif
  WHERE(sawn > 0.0) albedo = mix(albedo, sawn_face(p.position, p.depth, middle), sawn);
  // Creases gather brown.
  albedo = mix(albedo, albedo * vec3(0.86, 0.77, 0.66), (1.0 - open) * 0.7);
  return Finish(albedo, normal, base.w - 0.16 - 0.1 * joint, 0.035, 0.12, vec3(0.0), open, vec3(0.0), 0.0);
}
