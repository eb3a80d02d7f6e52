// One warm key from the viewer's upper left, a cool fill, a rim from behind, and a soft sky. Low, and
// every thin layer: no shadow map, one highlight.
#include "frame.glsl"

struct Finish {
  vec3 albedo;
  vec3 normal;
  float roughness;
  float gloss;       // light mirrored straight back: 0.03 dry, 0.06 wet
  float wrap;        // how far light creeps round, 0-1
  vec3 through;      // colour of light that passes thin tissue
  float occlusion;   // 1 = open
  vec3 fibre;        // unit, or zero
  float streak;      // highlight along fibres, 0-1
};

#if !defined(LOW) && !defined(TRANSLUCENT)
#define FULL_LIGHT
#endif

#ifdef FULL_LIGHT
uniform sampler2DShadow shadow_map;

// Share of the key light that arrives: nine smoothed texels of a coarse map, weighted like a bell, so that the edge of
// a shadow is a few millimetres wide and shows neither steps nor grain.
float key_share(vec3 position, vec3 normal) {
  if (key_direction.w < 0.5) return 1.0;
  vec3 lifted = position + normal * (2.0 * key_colour.w);
  vec3 at = (world_to_shadow * vec4(lifted, 1.0)).xyz;
  if (any(greaterThan(abs(at - 0.5), vec3(0.5)))) return 1.0;
  float sum = 0.0;
  for (int y = -1; y <= 1; ++y) {
    for (int x = -1; x <= 1; ++x) {
      float weight = float((2 - abs(x)) * (2 - abs(y)));
      sum += weight * texture(shadow_map, vec3(at.xy + vec2(x, y) * fill_direction.w, at.z - 0.0012));
    }
  }
  return sum * 0.0625;
}
#endif

// Light round the edge, gone again at the very outline, where one pixel in two would flash.
float soft_rim(float edge) {
  return edge * edge * edge * (1.0 - 0.85 * smoothstep(0.72, 0.98, edge));
}

float power4(float x) {
  return x * x * x * x;
}

#ifndef FULL_LIGHT

vec3 lit(Finish f, vec3 position) {
  vec3 to_eye = normalize(eye.xyz - position);
  vec3 n = f.normal;
  float facing = clamp(dot(n, to_eye), 0.0, 1.0);
  float edge = 1.0 - facing;
  float towards_key = dot(n, key_direction.xyz);
  float key = max(0.0, (towards_key + f.wrap) / (1.0 + f.wrap));
  float open = clamp(f.occlusion * 1.6, 0.0, 1.0);
  vec3 closed_in = mix(2.5 * kClosedIn, vec3(1.0), f.occlusion);
  vec3 light = KEY_LIGHT * (0.9 * key * open);  // no cast shadow takes its share
  light += FILL_LIGHT * (max(0.0, dot(n, fill_direction.xyz) * 0.75 + 0.25) * f.occlusion);
  light += mix(GROUND_LIGHT, SKY_LIGHT, 0.5 + 0.5 * dot(n, up_direction.xyz)) * closed_in;
  light += f.through * (edge * f.occlusion);
  float mirror = max(0.0, dot(n, normalize(to_eye + key_direction.xyz)));
  float tight = power4(power4(mirror));
  float highlight = mix(power4(tight), tight * 0.25, f.roughness) * f.gloss * 14.0 * (1.0 - 0.7 * f.roughness);
  vec3 mirrored = KEY_LIGHT * (highlight * open * clamp(towards_key * 4.0, 0.0, 1.0));
  float rim = soft_rim(edge) * clamp(dot(n, rim_direction.xyz) + 0.35, 0.0, 1.0);
  return f.albedo * light + mirrored + RIM_LIGHT * (rim * f.occlusion);
}

#else

float ggx(float n_h, float roughness) {
  float a = roughness * roughness;
  float d = n_h * n_h * (a * a - 1.0) + 1.0;
  return a * a / (3.14159265 * d * d);
}

float smith(float n_v, float n_l, float roughness) {
  float k = (roughness + 1.0) * (roughness + 1.0) * 0.125;
  return 0.25 / ((n_v * (1.0 - k) + k) * (n_l * (1.0 - k) + k));
}

vec3 lit(Finish f, vec3 position) {
  vec3 to_eye = normalize(eye.xyz - position);
  vec3 n = f.normal;
  float n_v = clamp(dot(n, to_eye), 0.12, 1.0);
  float edge = 1.0 - n_v;
  float towards_key = dot(n, key_direction.xyz);
  float share = key_share(position, n);
  // Where tissue is thin or soft, shade is never quite dark.
  float key = max(0.0, (towards_key + f.wrap) / (1.0 + f.wrap)) * mix(share, 1.0, 0.12 + f.wrap * 0.35);
  vec3 closed_in = mix(2.5 * kClosedIn, vec3(1.0), f.occlusion);
  float open = clamp(f.occlusion * 1.4 + 0.1, 0.0, 1.0);
  vec3 light = KEY_LIGHT * (key * open);
  light += FILL_LIGHT * (max(0.0, dot(n, fill_direction.xyz) * 0.75 + 0.25) * f.occlusion);
  light += mix(GROUND_LIGHT, SKY_LIGHT, 0.5 + 0.5 * dot(n, up_direction.xyz)) * closed_in;
  // Light from behind that the tissue lets through, strongest where it is seen edge on.
  float behind = clamp(-dot(to_eye, rim_direction.xyz) * 0.5 + 0.5, 0.0, 1.0);
  light += f.through * ((edge * 0.8 + 0.2 * behind) * f.occlusion);

  vec3 half_way = normalize(to_eye + key_direction.xyz);
  float n_l = max(towards_key, 0.0);
  float fresnel_key = f.gloss + (1.0 - f.gloss) * pow(1.0 - clamp(dot(to_eye, half_way), 0.0, 1.0), 5.0);
  float n_h = clamp(dot(n, half_way), 0.0, 1.0);
  float highlight = min(ggx(n_h, f.roughness) * smith(n_v, max(n_l, 0.02), f.roughness), 12.0) * fresnel_key * n_l;
  float across = dot(f.fibre, half_way);
  highlight += f.streak * pow(sqrt(max(0.0, 1.0 - across * across)), 48.0) * n_l * 0.16;
  vec3 mirrored = KEY_LIGHT * (highlight * share * open);

  // A soft window in a dim room, so that wet tissue shows where it is.
  vec3 bounce = reflect(-to_eye, n);
  float smoothness = (1.0 - f.roughness) * (1.0 - f.roughness);
  vec3 room = mix(GROUND_LIGHT, SKY_LIGHT * 1.6, smoothstep(-0.4, 0.7, dot(bounce, up_direction.xyz)));
  room += KEY_LIGHT * (0.55 * smoothstep(0.62, 0.96, dot(bounce, key_direction.xyz)));
  room += RIM_LIGHT * (0.5 * smoothstep(0.5, 0.95, dot(bounce, fill_direction.xyz)));
  float fresnel = f.gloss + (1.0 - f.gloss) * pow(edge, 5.0);
  mirrored += room * (fresnel * smoothness * f.occlusion);

  float rim = soft_rim(edge) * clamp(dot(n, rim_direction.xyz) + 0.35, 0.0, 1.0);
  return f.albedo * light + mirrored + RIM_LIGHT * (rim * f.occlusion);
}

#endif
