// A context that checks tells of what is wrong, so that silence means something.
#include "gl/texture.h"
#include "render_fixture.h"

using namespace mend;

TEST_CASE("a context that checks tells of an OpenGL error, in both dialects") {
  for (const gl::Dialect dialect : {gl::Dialect::desktop, gl::Dialect::es}) {
    const auto context = app::Headless::create(dialect, true);
    REQUIRE(context.is_ok());
    const gl::DebugCapture capture;
    CHECK(capture.messages().empty());
    const gl::Texture impossible({.width = -1}, {}, "impossible");
    REQUIRE(capture.messages().size() == 1);
    CHECK(capture.messages().front().find("GL_INVALID_VALUE") != std::string::npos);
    CHECK(gl::last_error() == "GL_INVALID_VALUE");
  }
}
