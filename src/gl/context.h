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

/// Loads OpenGL functions into the current context. A version below OpenGL 3.3 or OpenGL ES 3.0 is a problem that says
/// what was found.
[[nodiscard]] Result<Context> load(Loader loader, Dialect dialect);

}  // namespace mend::gl
