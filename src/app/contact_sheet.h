// All pictures of a run on one page: a row a view, a column a day, each named.
#pragma once
#include <vector>

#include "render/image.h"
#include "scene/view.h"

namespace mend::app {

class ContactSheet {
 public:
  ContactSheet(std::vector<double> days, std::vector<scene::ViewName> views);

  /// Pictures come row by row, all of one size.
  void add(const render::Image& picture);
  [[nodiscard]] render::Image image() const;

 private:
  std::vector<double> days_;
  std::vector<scene::ViewName> views_;
  std::vector<render::Image> thumbnails_;
};

}  // namespace mend::app
