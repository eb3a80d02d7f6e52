// Thickness of a bone's cortex in mm: a thin shell round the spongy ends, thick along the shaft (assumed after anatomical
// sections: 1.1 and 4); under a joint surface the subchondral plate, 1 mm (0.2 to 3, Milz and Putz 1994), thicker by up to
// 2.5 mm where it is sclerotic (assumed). `shaft`: a place on the axis, where the bone is cut; w: 1 = a long bone; `axis`:
// towards the joint; w: mm from there to the joint. `sclerosis`, 0-1: of the plate where x < 0, and where x > 0.
float cortex(vec4 shaft, vec4 axis, vec3 position, float articular, vec2 sclerosis) {
  float way = dot(position - shaft.xyz, axis.xyz) / max(axis.w, 1.0);
  float thick = shaft.w > 0.5 ? mix(4.0, 1.1, smoothstep(0.15, 0.62, way)) : 1.1;
  float dense = mix(sclerosis.x, sclerosis.y, smoothstep(-8.0, 8.0, position.x));
  return mix(thick, 1.0 + 2.5 * dense, articular);
}

// From the outside of a bone to the inside of its cortex. Where the model cuts a shaft there is no cortex.
vec3 to_inside(vec4 shaft, vec4 axis, vec3 position, vec3 normal, float articular, vec2 sclerosis) {
  float at_cut = shaft.w * smoothstep(6.0, 3.0, dot(position - shaft.xyz, axis.xyz));
  vec3 inward = -normal + at_cut * axis.xyz * dot(normal, axis.xyz);
  return inward * cortex(shaft, axis, position, articular, sclerosis);
}

// 1 in the marrow cavity of the shaft, 0 in the spongy bone of the ends, between two shares of the way to the joint.
float hollow_shaft(vec4 shaft, vec4 axis, vec3 position, float from, float to) {
  float way = dot(position - shaft.xyz, axis.xyz) / max(axis.w, 1.0);
  return shaft.w * (1.0 - smoothstep(from, to, way));
}
