// Hyaline cartilage: a glassy blue-white layer, thinner and warmer towards its edge; worn: yellowed and frayed. Repair
// tissue: paler, cloudier and less orderly the less of it is hyaline,
// and clear where it is a film: the floor shows through.
Finish finish(Point p) {
  float repair = traits.x;
  float wear = accent.w;
  float fibrous = repair * (1.0 - under.w);
  vec4 broad = grain(p.position / 60.0);
  vec4 middle = grain(p.position / 16.0);
  float uneven = broad.w * 0.6 + middle.w * 0.4;
  float patches = smoothstep(0.35, 0.65, uneven);
  // Wear starts in patches that spread until they meet.
  float frayed = clamp(wear * 1.5 - 0.5 + (uneven - 0.5) * 2.0, 0.0, 1.0) * smoothstep(0.0, 0.2, wear);

  // Bone shows through where the layer is thin; shade gathers just inside the edge, so that it reads as a step.
  float step_in = smoothstep(0.0, 0.15, p.region);  // 1.8 mm
  float bone_share = mix(0.8 * exp(-p.depth * 0.85), 0.0, repair);
  vec3 albedo = mix(base.rgb, shade.rgb, 0.22 * (1.0 - step_in) + 0.10 * (broad.w - 0.5));
  albedo = mix(albedo, under.rgb, bone_share * (1.0 - 0.6 * step_in));
  // Lit by a bright key, the base of the chart would be chalk.
  albedo *= mix(vec3(0.80, 0.75, 0.70), vec3(0.98, 1.0, 1.0), repair);
  albedo = mix(albedo, accent.rgb, repair > 0.5 ? fibrous * (0.22 + 0.28 * patches) : frayed * 0.85);

  // Where next to nothing is left, bone rubs on bone: eburnated, polished like ivory and scored along its way.
  float worn_out = 0.85 + 0.5 * smoothstep(0.75, 1.0, wear);  // mm that is as good as gone
  float bare = smoothstep(worn_out, 0.5 * worn_out, p.depth + 1.3 * (uneven - 0.5)) * smoothstep(0.06, 0.14, p.region) * smoothstep(0.5, 0.7, wear) * (1.0 - repair);
  float scored = 0.0;
  WHERE(bare > 0.0) {
#ifdef LOW
    vec4 scores = middle;
#else
    vec4 scores = grain(vec3(p.position.x / 7.0, p.position.yz / 50.0) + 0.04 * broad.xyz);
#endif
    albedo = mix(albedo, highlight.rgb * vec3(0.88, 0.75, 0.52) * (0.90 + 0.14 * scores.w + 0.10 * (broad.w - 0.5)), bare);
    scored = scores.x;
  }
  // The wall of a hole is a cut through the layer: milky and dull, its calcified foot darker. There depth is the height
  // over the bone.
  float cut = (1.0 - repair) * smoothstep(0.85, 0.55, abs(dot(p.normal, p.fibre))) * smoothstep(0.08, 0.2, p.region);
  vec3 milky = mix(vec3(0.62, 0.50, 0.36), vec3(0.74, 0.72, 0.66), smoothstep(0.1, 0.4, p.depth));
  albedo = mix(albedo, milky * (0.92 + 0.16 * middle.w), cut);
  float disorder = max(frayed, fibrous) * (1.0 - bare);
  // Its edge slopes down to the bone: the foot of it is not a wall in its own shade.
  float foot = (1.0 - repair) * (1.0 - smoothstep(0.0, 0.05, p.region));
  vec3 normal = bumped(normalize(mix(p.normal, p.fibre, 0.85 * foot) + 1e-4 * p.normal), middle.xyz, 0.010 + 0.06 * disorder);
  normal = bumped(normal, vec3(scored, 0.0, 0.0), 0.03 * bare);
#ifndef LOW
  // Frayed fibres stand along the grain of the tissue.
  vec4 fine = grain((p.position - 0.8 * repair * p.fibre * dot(p.position, p.fibre)) / 4.0);
  normal = bumped(normal, fine.xyz, 0.006 + 0.10 * disorder);
  albedo *= 1.0 + 0.16 * disorder * (fine.w - 0.5);
#endif
  float film = repair * exp(-p.depth / 0.30);
  WHERE(repair > 0.5) albedo = mix(albedo, subchondral(p.position, under.rgb, broad), film);
  // What lies near shades it blue-grey, and little: it is glassy, and its neighbours are often drawn as ghosts.
  float open = mix(0.35, 1.0, p.occlusion);
  albedo *= mix(mix(vec3(0.82, 0.83, 0.84), vec3(0.62), repair), vec3(1.0), mix(open, p.occlusion, repair));
  float roughness = mix(mix(base.w - 0.04, 0.62, max(cut, disorder * (1.0 - 0.5 * repair))), 0.16, bare);
  // Light that comes back through it has been on the bone below.
  vec3 through = mix(mix(base.rgb, accent.rgb, frayed), under.rgb, 0.45) * 0.30 * (1.0 - 0.6 * disorder) * (1.0 - film) * (1.0 - bare) * (1.0 - cut);
  return Finish(albedo, normal, roughness, 0.08, 0.22, through, mix(0.6 + 0.4 * open, p.occlusion, 0.7 * repair), p.fibre, 0.0);
}
