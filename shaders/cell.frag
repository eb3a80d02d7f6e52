// One cell, ray-cast: a clear ball with a soft highlight and a round dark nucleus. Which kind shows in the outline:
// stem cells are spindles with fine feet, chondrocytes a pair in a lacuna, macrophages ruffled.
#include "output.glsl"

layout(std140) uniform Cells {
  vec4 stem;          // linear
  vec4 chondrocyte;
  vec4 macrophage;
  vec4 lymphocyte;
  vec4 schwann;
  vec4 ring;
};

flat in vec4 sphere;
flat in vec4 traits;
flat in vec3 motion;
flat in vec3 key_in_view;

layout(location = 0) out vec4 colour;

const float kStem = 0.0;
const float kChondrocyte = 1.0;

vec2 turned(vec2 v, vec2 by) {
  return vec2(v.x * by.x + v.y * by.y, v.y * by.x - v.x * by.y);
}

// Outline at a direction, as a share of the radius: cosines of whole multiples of the angle, without trigonometry.
float outline(vec2 d) {
  float c2 = 2.0 * d.x * d.x - 1.0;
  float s2 = 2.0 * d.x * d.y;
  float c3 = d.x * c2 - d.y * s2;
  float wobble = 6.2831853 * (motion.x + motion.y);
  float sway = 0.025 * sin(wobble) * c2 + 0.025 * cos(wobble) * c3;
  if (traits.x > 2.5) return traits.x < 3.5 ? 0.98 : 0.62 + 0.36 * d.x * d.x + sway;
  if (traits.x > 1.5) {
    float s3 = d.y * c2 + d.x * s2;
    float c6 = c3 * c3 - s3 * s3;
    float c9 = c6 * c3 - 2.0 * s3 * c3 * s3;
    return 0.90 + 2.0 * sway + 0.045 * c6 + 0.05 * c9;
  }
  if (traits.x > 0.5) return 0.98;
  // A spindle: long one way, with a thin foot at each end.
  float length_wise = d.x * d.x;
  float foot = length_wise * length_wise;
  foot *= foot;
  return 0.80 + sway + 0.06 * c2 + 0.14 * foot * foot;
}

float light_on(vec3 normal) {
  return clamp(dot(normal, key_in_view) * 0.6 + 0.4, 0.0, 1.0);
}

void over(inout vec4 below, vec3 light, float alpha) {
  below = vec4(mix(below.rgb, light, alpha), mix(below.a, 1.0, alpha));
}

void main() {
#if defined(LOW) && defined(POINTS)
  // A small sphere: rays side by side are near enough.
  vec3 ray = vec3(0.0, 0.0, -1.0);
  float nearest = -sphere.z;
  vec3 miss = vec3((gl_PointCoord.x * 2.0 - 1.0) * motion.z, (1.0 - gl_PointCoord.y * 2.0) * motion.z, 0.0);
#else
  vec2 across = (gl_FragCoord.xy + tile.xy) * size.zw * 2.0 - 1.0;
  vec3 ray = normalize(vec3(across * lens.xy, -1.0));
  float nearest = dot(ray, sphere.xyz);
  vec3 miss = (ray * nearest - sphere.xyz) / sphere.w;  // from the centre to the ray, in radii
#endif
  float h = length(miss);
  float pixel = 2.0 * lens.y * size.w * nearest / sphere.w;  // radii
  vec2 direction = turned(miss.xy / max(h, 1e-4), traits.zw);
  float edge = outline(direction);
  if (h > edge + pixel) discard;

  vec3 tint = traits.x < 0.5 ? stem.rgb : traits.x < 1.5 ? chondrocyte.rgb : macrophage.rgb;
  if (traits.x > 2.5) tint = traits.x < 3.5 ? lymphocyte.rgb : schwann.rgb;
  float life = traits.y;
  float rim = min(h / edge, 1.0);
  float bulge = sqrt(max(0.0, 1.0 - rim * rim));
  vec3 normal = normalize(miss / edge - ray * bulge);
  float key = light_on(normal);
  vec3 lively = mix(vec3(dot(tint, vec3(0.3, 0.5, 0.2))), tint, 0.35 + 0.65 * life);

  // Back to front: cytoplasm, nucleus, membrane. Clear in the middle, denser where the ray runs along the membrane.
  vec4 sum = vec4(lively * (0.40 + 0.55 * key), mix(0.34, 0.62, rim * rim));
  vec2 flat_place = turned(miss.xy, traits.zw) / edge;
  bool pair = traits.x > 0.5 && traits.x < 1.5;
  vec2 body = flat_place;
  float body_size = 1.0;
  if (pair) {
    // Two cells that touch, in one lacuna: a faint clear ring round them.
    body = vec2(abs(flat_place.x) - 0.36, flat_place.y * 0.86);
    body_size = 0.52;
    float inside = length(body) / body_size;
    float covered = 1.0 - smoothstep(0.86 - 2.0 * pixel, 1.06 + 2.0 * pixel, inside);
    sum = vec4(mix(lively * 1.3 + 0.06, lively * (0.45 + 0.6 * key), covered), mix(0.10, 0.66, covered));
  }
  // Where a cell is a few pixels wide its nucleus would be one dark pixel.
  float seen = 1.0 - smoothstep(0.10, 0.26, pixel);
  vec2 nucleus_at = vec2(0.10, -0.06) * body_size;
  float nucleus_size = (pair ? 0.44 : 0.38) * body_size;
  float n2 = length((body - nucleus_at) / nucleus_size);
  float nucleus = (1.0 - smoothstep(0.78 - pixel, 1.06 + 2.0 * pixel, n2)) * seen;
  vec3 nucleus_light = lively * 0.22 * (0.6 + 0.6 * key);
  over(sum, nucleus_light, nucleus * 0.85);

  float fresnel = rim * rim * rim;
  over(sum, lively * 1.15 + vec3(0.05), fresnel * (pair ? 0.18 : 0.45) * seen);
  float mirror = max(0.0, dot(normal, normalize(key_in_view - ray)));
  mirror *= mirror;
  mirror *= mirror;
  mirror *= mirror;
  mirror *= mirror;
  over(sum, KEY_LIGHT * 0.75, mirror * 0.32 * (0.3 + 0.7 * seen));

  float covered = 1.0 - smoothstep(edge - pixel, edge + pixel * 0.5, h);
  float fade = smoothstep(0.0, 0.35, life);
  colour = written(sum.rgb, sum.a * covered * fade);
  if (colour.a < 0.01) discard;

  // True depth, so that cells sink into what they sit on.
  float z = (ray * (nearest - bulge * edge * sphere.w)).z;
  vec2 clip = vec2(view_to_clip[2].z * z + view_to_clip[3].z, -z);
  gl_FragDepth = clamp(clip.x / clip.y * 0.5 + 0.5, 0.0, 1.0);
}
