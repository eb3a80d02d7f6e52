// Light squeezed to 0-1, so that one bright pixel does not outweigh its neighbours; multiplied by its alpha.
const vec3 kWeights = vec3(0.30, 0.59, 0.11);

vec4 squeezed(vec4 light) {
  return vec4(light.rgb / (1.0 + dot(light.rgb, kWeights)), min(light.a, 1.0));
}
