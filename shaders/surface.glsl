// What a material is told about the surface it finishes. Mirrored by render/surfaces.h.
layout(std140) uniform Draw {
  vec4 base;       // linear; w: roughness
  vec4 shade;      // w: opacity
  vec4 highlight;  // w: inflammation
  vec4 accent;     // w: wear
  vec4 under;      // colour of the bone that lies beneath, or of the tissue that a wound is in; w: share of hyaline cartilage
  vec4 traits;     // x: 1 = repair tissue, tendon, muscle, synovium, sheath or glass, as the family says; y: 1 = meniscus, muscle or skin, or mm cut out of a nerve from its crush on; z: arclength of a crush, below 0 = none, or 0-1 swelling of a wound in fibres, below 0 their thinning; w: its bruise
  vec4 middle;     // xyz: of the part, so that a pattern turns about a point near it, or of its wound; w: mm about which the wound spreads
  vec4 opened;     // x: share of its occlusion that is gone with what the view lifts off it; yzw: shares of clot, granulation and scar in wound tissue
};

struct Point {
  vec3 position;   // mm
  vec3 normal;
  vec3 fibre;
  float occlusion;
  float depth;     // as anatomy::Vertex
  float region;
};
