// Thickness of a bone's cortex in mm: a thin shell round the spongy ends, thick along the shaft (assumed after anatomical
// sections: 1.1 and 4); under a joint surface the subchondral plate, 1 mm (0.2 to 3, Milz and Putz 1994), thicker by up to
// 2.5 mm where it is sclerotic (assumed). `shaft`: a place on the axis, where the bone is cut; w: 1 = a long bone; `axis`:
// towards the joint; w: mm from there to the joint.
float cortex(vec4 shaft, vec4 axis, vec3 position, float articular, float sclerosis) {
  float way = dot(position - shaft.xyz, axis.xyz) / max(axis.w, 1.0);
  float thick = shaft.w > 0.5 ? mix(4.0, 1.1, smoothstep(0.15, 0.62, way)) : 1.1;
  return mix(thick, 1.0 + 2.5 * sclerosis, articular);
}

// 1 in the marrow cavity of the shaft, 0 in the spongy bone of the ends (assumed: between a third and six tenths of the way).
float hollow_shaft(vec4 shaft, vec4 axis, vec3 position) {
  float way = dot(position - shaft.xyz, axis.xyz) / max(axis.w, 1.0);
  return shaft.w * (1.0 - smoothstep(0.32, 0.62, way));
}
