// What the current OpenGL context can do, found once at start.
#pragma once
#include <string>

#include "base/result.h"

namespace mend::gl {

enum class Dialect { desktop, es };

struct Context {
  Dialect dialect = Dialect::desktop;
  int major = 0, minor = 0;
  std::string renderer;  // "llvmpipe (LLVM 15.0.6, 128 bits)"
};

using LoadFunction = void (*)();
using Loader = LoadFunction (*)(const char* name);

/// Loads OpenGL functions into the current context. A version below OpenGL 3.3 or OpenGL ES 3.0 is a problem
/// that says what was found.
[[nodiscard]] Result<Context> load(Loader loader, Dialect dialect);

/// Whether a reset of the graphics card took the current context with it; false where the driver does not tell.
/// True until the reset is over.
[[nodiscard]] bool is_lost();

/// Limits of the current, loaded context that change how a frame is drawn.
struct Capabilities {
  Dialect dialect = Dialect::desktop;
  bool half_float_targets = false;  // RGBA16F can be drawn into
  int largest_target = 0;           // pixels a side
  float largest_point = 1;          // pixels
  int uniform_alignment = 256;      // bytes between the blocks of one uniform buffer
  bool times_itself = false;        // its timer queries mean something
};
[[nodiscard]] Capabilities capabilities();

}  // namespace mend::gl
