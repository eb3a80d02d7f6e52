#include "gl/context.h"

#include <glad/gl.h>

#include <algorithm>
#include <string_view>

namespace mend::gl {
namespace {

std::string text_of(GLenum name) {
  const auto* text = reinterpret_cast<const char*>(glGetString(name));
  return text != nullptr ? text : "unknown";
}

int integer(GLenum name) {
  GLint value = 0;
  glGetIntegerv(name, &value);
  return value;
}

}  // namespace

Result<Context> load(Loader loader, Dialect dialect) {
  const bool es = dialect == Dialect::es;
  const int version = es ? gladLoadGLES2(loader) : gladLoadGL(loader);
  if (version == 0) {
    return Problem{
        "", 0, 0,
        "No OpenGL functions could be loaded; install a graphics driver (Debian: libgl1-mesa-dri)."};
  }
  // The loader stops at the version it was made for, so ask the context itself.
  Context context{dialect, integer(GL_MAJOR_VERSION), integer(GL_MINOR_VERSION), text_of(GL_RENDERER)};
  const int have = context.major * 10 + context.minor;
  if (have < (es ? 30 : 33)) {
    return Problem{"", 0, 0,
                   "This graphics driver offers " + text_of(GL_VERSION) + ", but Mend needs OpenGL " +
                       (es ? "ES 3.0" : "3.3") +
                       " or newer; update the driver, or set LIBGL_ALWAYS_SOFTWARE=1 to draw with Mesa's software "
                       "renderer."};
  }
  if (!es) glEnable(GL_PROGRAM_POINT_SIZE);
  return context;
}

bool is_lost() {
  for (const auto status : {glGetGraphicsResetStatus, glGetGraphicsResetStatusKHR, glGetGraphicsResetStatusARB})
    if (status != nullptr) return status() != GL_NO_ERROR;
  return false;
}

Capabilities capabilities() {
  Capabilities found;
  found.dialect = text_of(GL_VERSION).starts_with("OpenGL ES") ? Dialect::es : Dialect::desktop;
  found.half_float_targets = found.dialect == Dialect::desktop || GLAD_GL_EXT_color_buffer_float != 0;
  found.largest_target = std::min(integer(GL_MAX_RENDERBUFFER_SIZE), integer(GL_MAX_TEXTURE_SIZE));
  found.uniform_alignment = std::max(1, integer(GL_UNIFORM_BUFFER_OFFSET_ALIGNMENT));
  GLfloat range[2] = {1, 1};
  glGetFloatv(GL_ALIASED_POINT_SIZE_RANGE, range);
  found.largest_point = range[1];
  // OpenGL ES has no such queries, and a software rasteriser draws all passes of one tile before the next
  // tile.
  const std::string renderer = text_of(GL_RENDERER);
  const bool is_software = renderer.starts_with("llvmpipe") || renderer.starts_with("softpipe");
  found.times_itself = found.dialect == Dialect::desktop && !is_software;
  return found;
}

}  // namespace mend::gl
