#ifdef CUT
#include "frame.glsl"

in vec3 world_position;

void main() {
  if (is_lifted(world_position, 0.0)) discard;
}
#else
void main() {}
#endif
