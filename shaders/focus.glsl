// Depth of field: how far each point of the frame is out of focus. Pixels are those of the whole picture, so that its
// tiles agree.
uniform highp sampler2D frame_depth;

const float kMostBlur = 0.009;  // share of the picture's height; mirrored by render/tiles.h

// Radius of the disc that a point at this depth becomes, in pixels.
float blur_of(float depth) {
  float z = view_to_clip[3].z / (depth * 2.0 - 1.0 + view_to_clip[2].z);  // mm before the eye
  float off = max(abs(z - focus.x) - focus.y, 0.0);
  return min(focus.z * off / z, kMostBlur) * size.y;
}
