// The smallest and the largest knee, straight and fully bent, of either sex: each can be drawn.
#include <doctest/doctest.h>

#include "anatomy/knee.h"
#include "anatomy/mesher.h"
#include "anatomy/rest.h"
#include "anatomy_checks.h"

using namespace mend::anatomy;

TEST_CASE("the smallest woman's and the largest man's knee are closed, straight and fully bent") {
  for (const bool is_female : {true, false}) {
    const auto rest =
        build_rest({.lesion_diameter = 30, .width = is_female ? 69.0 : 101.0, .is_female = is_female}, 0);
    for (const double flexion : {0.0, 120.0}) {
      CAPTURE(is_female);
      CAPTURE(flexion);
      const Knee knee = posed(*rest, flexion, 0);
      CHECK(knee.parts.size() + 1 >= kParts);  // all but the skin
      for (const Part& part : knee.parts) {
        CAPTURE(info(part.id).key);
        CHECK(fault_of(part.mesh) == "");
        CHECK(volume(part.mesh) > 0);
        Mesh coarse = part.mesh;
        coarse.indices = part.mesh.coarse;
        CHECK(fault_of(coarse) == "");
      }
      CHECK(knee.cavity.size() > 200);
      CHECK(knee.lesion_floor.size() == 600);
    }
  }
}
