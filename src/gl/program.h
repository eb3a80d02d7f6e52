// A linked shader program.
#pragma once
#include <span>
#include <string_view>

#include "base/result.h"
#include "gl/object.h"
#include "gl/source.h"

namespace mend::gl {

/// A name in the shaders and the unit or binding point it always has.
struct Slot {
  std::string_view name;
  unsigned number = 0;
};

class Program {
 public:
  Program() = default;
  /// Compiles and links; `samplers` and `blocks` that the program does not use are passed over.
  [[nodiscard]] static Result<Program> build(const Source& vertex, const Source& fragment,
                                             std::span<const Slot> samplers, std::span<const Slot> blocks,
                                             std::string_view label);
  void use() const;
  [[nodiscard]] bool is_built() const { return object_.id() != 0; }

 private:
  Object<Kind::program> object_;
};

}  // namespace mend::gl
