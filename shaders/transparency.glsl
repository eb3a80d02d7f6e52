// Weighted blended transparency (McGuire and Bavoil 2013), with one blend state for both targets: colours add, alphas
// multiply as (1 - alpha). light.a keeps what shows through; weight.r sums the weights.
layout(location = 0) out vec4 light_sum;
layout(location = 1) out vec4 weight_sum;

void accumulate(vec3 light, float alpha) {
  // Halves every 9 mm of depth: nearer layers win clearly, within the range of half floats for a 150 mm deep knee.
  float near_depth = length(eye.xyz - world_position);
  float weight = alpha * exp2(clamp((lens.z - near_depth) / 9.0 + 12.0, -12.0, 12.0));
  light_sum = vec4(min(light, vec3(8.0)) * weight, alpha);
  weight_sum = vec4(weight, 0.0, 0.0, alpha);
}
