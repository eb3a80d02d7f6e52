// From linear light to what the screen wants. Passes of the low look do this themselves.
#include "tone.glsl"

// Half a step of ordered noise, so that slow gradients show no bands. Jimenez 2014.
float dither() {
  return (fract(52.9829189 * fract(dot(gl_FragCoord.xy + tile.xy, vec2(0.06711056, 0.00583715)))) - 0.5) / 255.0;
}

vec3 displayed(vec3 light) {
  return toned(light) + dither();
}

// Premultiplied colour of a pass that draws into the frame.
vec4 written(vec3 light, float alpha) {
#ifdef TONE_IN_PASS
  return vec4(displayed(light) * alpha, alpha);
#else
  return vec4(light * alpha, alpha);
#endif
}
