// What tissues show where they are cut, as on an anatomical section. Sizes of what is finer than a picture can show are
// drawn larger than life (assumed): trabeculae 1.5 mm apart, fascicles of nerve 0.8 mm, bundles of muscle 2.2 mm.

// Bundles cut across or along: cells round scattered threads that run with the fibres. r: to the middle, g: to the border, b: which.
vec4 bundles(vec3 p, float size) {
  vec3 across = p - 0.93 * fibre.xyz * dot(p, fibre.xyz);
  return cellular(across / (12.0 * size));
}

Finish matt(vec3 albedo, vec3 normal, float gloss) {
  return Finish(albedo, normal, 0.5, gloss, 0.25, albedo * 0.08, 1.0, vec3(0.0), 0.0);
}

Finish cortical(vec3 p, vec3 n) {
  vec4 osteon = cellular(p / 7.0);
  vec4 broad = grain(p / 30.0);
  vec3 albedo = base.rgb * vec3(1.10, 1.03, 0.98) * (0.94 + 0.12 * broad.w);
  albedo = mix(albedo, kClosedIn, 0.35 * smoothstep(0.16, 0.06, osteon.r));
  return matt(albedo, n, 0.04);
}

// Spongy bone, dense towards the joint; between its trabeculae red marrow, along the shaft yellow marrow alone.
Finish spongy(vec3 p, vec3 n) {
  float cavity = hollow_shaft(shaft, axis, p, 0.25, 0.66);
  vec4 broad = grain(p / 60.0);
  vec4 cell = cellular(p / vec3(11.0, 11.0, 16.0) + 0.02 * broad.xyz);
  float wall = 1.0 - smoothstep(0.05, 0.15 - 0.06 * cavity, cell.g);
  wall *= 1.0 - smoothstep(0.25, 0.75, cavity + 0.3 * (cell.b - 0.5));
  vec3 red = vec3(0.38, 0.115, 0.08), yellow = vec3(0.72, 0.52, 0.22);
  vec3 marrow = mix(red, yellow, clamp(0.22 + 0.78 * cavity + 0.6 * (broad.w - 0.5), 0.0, 1.0)) * (0.82 + 0.3 * cell.r);
  vec3 albedo = mix(marrow, base.rgb * vec3(1.15, 1.08, 1.02), wall);
  vec3 normal = bumped(n, vec3(cell.g - 0.2) * (1.0 - wall), 0.15);
  return Finish(albedo, normal, 0.45, mix(0.06, 0.035, wall), 0.3, marrow * 0.1, 0.75 + 0.25 * wall, vec3(0.0), 0.0);
}

// Zones of cartilage (Buckwalter 1998): 0 superficial, 1 middle, 2 deep, 3 calcified under its tidemark.
Finish zone(vec3 p, vec3 n, float which) {
  vec3 glassy = base.rgb * vec3(0.80, 0.86, 0.92);
  vec4 lacuna = cellular(p / (which < 1.5 ? vec3(4.6) : vec3(3.6)));
  vec3 albedo = which < 0.5 ? glassy * 1.12 : which < 1.5 ? glassy * 0.95 : which < 2.5 ? glassy * 0.80 : mix(under.rgb, shade.rgb, 0.45) * 0.78;
  float cell = smoothstep(0.20, 0.10, lacuna.r) * smoothstep(0.3, 0.5, lacuna.b);
  albedo = mix(albedo, vec3(0.16, 0.26, 0.36), cell * (which < 0.5 ? 0.25 : 0.6));
  return Finish(albedo, n, 0.22, 0.06, 0.3, base.rgb * 0.12, 1.0, vec3(0.0), 0.0);
}

Finish fibrous(vec3 p, vec3 n) {
  vec4 bundle = bundles(p + 0.3 * grain(p / 20.0).xyz, 0.75);
  vec4 thread = bundles(p + 3.7, 0.25);
  vec3 albedo = base.rgb * vec3(0.84, 0.78, 0.70) * (0.84 + 0.22 * bundle.b);
  albedo = mix(albedo, shade.rgb * 0.66, 0.5 * smoothstep(0.16, 0.0, bundle.g));
  albedo = mix(albedo, highlight.rgb, 0.25 * smoothstep(0.30, 0.10, thread.r));
  return matt(albedo, n, 0.05);
}

// Bundles of muscle fibres in their perimysium.
Finish fleshy(vec3 p, vec3 n) {
  vec4 bundle = bundles(p + 0.5 * grain(p / 24.0).xyz, 2.2);
  vec4 fine = bundles(p + 1.9, 0.45);
  vec3 albedo = base.rgb * vec3(0.86, 0.74, 0.70) * (0.80 + 0.36 * bundle.b);
  albedo.gb = mix(albedo.gb, albedo.rr, 0.13);  // as on the outside: the tone curve makes a red vivid
  albedo = mix(albedo, shade.rgb * 0.7, 0.45 * smoothstep(0.14, 0.03, fine.g));
  albedo = mix(albedo, accent.rgb * 0.6, 0.55 * smoothstep(0.13, 0.0, bundle.g));
  return matt(albedo, n, 0.055);
}

// The fascia round a muscle and the tendon it runs out into.
Finish sinewy(vec3 p, vec3 n) {
  vec4 bundle = bundles(p, 0.8);
  vec3 albedo = mix(accent.rgb, vec3(0.86, 0.76, 0.66), 0.75) * (0.86 + 0.2 * bundle.b);
  return matt(mix(albedo, albedo * vec3(0.66, 0.58, 0.48), 0.7 * smoothstep(0.13, 0.02, bundle.g)), n, 0.05);
}

// Fascicles, each in its perineurium, full of axons in their myelin, in loose tissue with some fat.
Finish nervous(vec3 p, vec3 n) {
  vec4 fascicle = bundles(p, 0.8);
  vec4 axon = bundles(p + 2.3, 0.16);
  float border = fascicle.g;
  vec3 loose = vec3(0.88, 0.74, 0.48);
  vec3 perineurium = vec3(0.96, 0.90, 0.74);
  vec3 inside = mix(vec3(0.90, 0.78, 0.42), vec3(0.48, 0.33, 0.10), smoothstep(0.16, 0.05, axon.g));
  inside = mix(inside, vec3(0.40, 0.24, 0.08), smoothstep(0.14, 0.06, axon.r));
  vec3 albedo = mix(loose, perineurium, smoothstep(0.05, 0.10, border));
  albedo = mix(albedo, inside, smoothstep(0.12, 0.17, border));
  return matt(albedo, n, 0.05);
}

Finish fatty(vec3 p, vec3 n) {
  vec4 lobule = cellular(p / 46.0 + 0.04 * grain(p / 34.0).xyz);
  vec3 fat = mix(base.rgb, vec3(0.88, 0.70, 0.38), 0.55) * (0.86 + 0.22 * lobule.b);
  if (traits.y > 0.5) fat = vec3(0.90, 0.74, 0.44) * (0.86 + 0.22 * lobule.b);  // under the skin
  return matt(mix(fat * vec3(0.90, 0.80, 0.68), fat, smoothstep(0.0, 0.16, lobule.g)), n, 0.06);
}

// What fills a joint: folds of synovium full of fat, which lie together; with inflammation, fluid.
Finish within_joint(vec3 p, vec3 n) {
  vec4 fold = cellular(p / 34.0 + 0.05 * grain(p / 30.0).xyz);
  vec3 fat = vec3(0.84, 0.66, 0.44) * (0.88 + 0.2 * fold.b);
  fat = mix(mix(base.rgb, fat, 0.55), fat, smoothstep(0.02, 0.14, fold.g));
  vec3 fluid = vec3(0.50, 0.40, 0.24) * (0.9 + 0.2 * grain(p / 40.0).w);
  return matt(mix(fat, fluid, smoothstep(0.15, 0.5, highlight.w)), n, 0.08);
}

Finish cut_face(vec3 p, vec3 n) {
  float tissue = layer.y;
  if (tissue < 0.5) return cortical(p, n);
  if (tissue < 1.5) return spongy(p, n);
  if (tissue < 5.5) return zone(p, n, tissue - 2.0);
  if (tissue < 6.5) return fibrous(p, n);
  if (tissue < 7.5) return fleshy(p, n);
  if (tissue < 8.5) return nervous(p, n);
  if (tissue < 9.5) return fatty(p, n);
  if (tissue < 10.5) return matt(base.b > base.r ? vec3(0.11, 0.02, 0.06) : vec3(0.26, 0.03, 0.03), n, 0.07);  // blood, darker in a vein
  if (tissue < 11.5) return sinewy(p, n);
  if (tissue < 12.5) return matt(mix(base.rgb, vec3(0.93, 0.84, 0.72), 0.55), n, 0.05);                 // wall of a vessel, coat of a nerve
  if (tissue < 13.5) return within_joint(p, n);
  return matt(base.rgb * (0.9 + 0.15 * grain(p / 20.0).w), n, 0.05);
}
