// One triangle that covers the frame, at the far plane.
out vec2 screen;  // 0-1

void main() {
  vec2 corner = vec2(float((gl_VertexID << 1) & 2), float(gl_VertexID & 2));
  screen = corner;
  gl_Position = vec4(corner * 2.0 - 1.0, 1.0, 1.0);
}
