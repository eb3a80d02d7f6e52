// The line a nerve follows. One fetch of a fine table, not a mix of two: a longer vertex shader than this crashes
// llvmpipe (LLVM 15, vectors of 128 bits).
uniform sampler2D path_frames;  // one texel a step; rows: points, normals, binormals

vec3 path(float s, int row) {
  return texelFetch(path_frames, ivec2(int(clamp(s / course.w + 0.5, 0.0, finish.x - 1.0)), row), 0).xyz;
}
