// The background, as it was drawn once.
uniform sampler2D frame_light;

layout(location = 0) out vec4 colour;

void main() {
  colour = texelFetch(frame_light, ivec2(gl_FragCoord.xy), 0);
}
