// Fields are drawn where the models hold them, as strong as they say, and nowhere else.
#include "scene/fields.h"

#include <doctest/doctest.h>

using namespace mend;
using namespace mend::scene;

namespace {

anatomy::Knee knee_with_cavity() {
  anatomy::Knee knee;
  for (int i = 0; i < 300; ++i) knee.cavity.push_back({.position = {static_cast<float>(i), 0, 0}});
  return knee;
}

/// A crater 2 mm deep and 16 mm across.
anatomy::Knee knee_with_crater() {
  anatomy::Knee knee;
  knee.shape.lesion_diameter = 16;
  for (int row = 0; row < 64; ++row) {
    for (int place = 0; place < 64; ++place) {
      anatomy::LesionColumn column;
      column.floor = {static_cast<float>(place) * 0.25f, static_cast<float>(row) * 0.25f, 0};
      column.surface = column.floor + glm::vec3(0, 0, 2);
      knee.columns.push_back(column);
    }
  }
  return knee;
}

}  // namespace

TEST_CASE("inflammation fills the cavity as strongly as the joint is inflamed") {
  const anatomy::Knee knee = knee_with_cavity();
  std::vector<FieldPuff> calm, mild, fierce;
  add_inflammation(knee, 0.01, calm);
  add_inflammation(knee, 0.3, mild);
  add_inflammation(knee, 2.1, fierce);
  CHECK(calm.empty());
  REQUIRE(mild.size() >= 90);
  CHECK(mild.size() == fierce.size());
  for (const FieldPuff& puff : mild) {
    CHECK(puff.kind == FieldKind::inflammation);
    CHECK(puff.strength == doctest::Approx(0.3));
  }
  CHECK(fierce.front().strength == 1);
}

TEST_CASE("oxygen follows its column from the surface down to the bone") {
  const anatomy::Knee knee = knee_with_crater();
  sim::DefectState defect;
  for (std::size_t i = 0; i < sim::kColumnCells; ++i)
    defect.oxygen[i] = static_cast<double>(i) / static_cast<double>(sim::kColumnCells - 1);
  std::vector<FieldPuff> fields;
  add_oxygen(knee, defect, fields);
  REQUIRE(fields.size() > 20);
  for (const FieldPuff& puff : fields) {
    CHECK((puff.position.z > 0 && puff.position.z < 2));
    for (const FieldPuff& other : fields)
      if (puff.position.z > other.position.z + 0.1f) CHECK(puff.strength > other.strength);
  }
  defect.oxygen.fill(0);
  fields.clear();
  add_oxygen(knee, defect, fields);
  CHECK(fields.empty());
  add_oxygen(anatomy::Knee{}, defect, fields);
  CHECK(fields.empty());
}

TEST_CASE("growth factor stands about the lesion of a nerve, and a signal about a wound") {
  anatomy::Path nerve;
  nerve.radius = 1.8;
  nerve.spacing = 1;
  for (int i = 0; i <= 40; ++i) nerve.points.emplace_back(static_cast<float>(i), 0, 0);
  std::vector<FieldPuff> fields;
  add_growth_factor(nerve, 20, 0.4, fields);
  REQUIRE(fields.size() == 3);
  for (const FieldPuff& puff : fields) {
    CHECK(std::abs(puff.position.x - 20) < 1.5f);
    CHECK(puff.strength == doctest::Approx(0.4));
  }
  fields.clear();
  add_growth_factor(nerve, 20, 1e-6, fields);
  add_signal(std::nullopt, 1, fields);
  add_signal(WoundSite{.centre = {1, 2, 3}, .outward = {0, 0, 1}, .along = {1, 0, 0}}, 0, fields);
  CHECK(fields.empty());
}
