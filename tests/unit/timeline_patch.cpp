// Frames of the patch, which only some keyframes hold.
#include <doctest/doctest.h>

#include "sim/patch.h"
#include "timeline/timeline.h"

using namespace mend;

namespace {

/// A frame on a day whose stem cells are all of one density.
std::shared_ptr<const sim::PatchFrame> frame(double day, float density) {
  auto frame = std::make_shared<sim::PatchFrame>();
  frame->day = day;
  frame->grid = std::make_shared<sim::PatchGrid>(16, 2, 64, 24);
  for (auto& field : frame->fields) field = {sim::to_half(density)};
  frame->fill = frame->hyaline = {sim::to_half(density)};
  return frame;
}

void append(timeline::Timeline& timeline, double day, std::shared_ptr<const sim::PatchFrame> patch) {
  sim::State state;
  state.day = day;
  state.defect.fill = 0.1 * day;
  state.patch.before = std::move(patch);
  timeline.append(state);
}

double stem(const sim::State& state) {
  return state.patch.voxel(sim::PatchField::stem, 100, 3);
}

}  // namespace

TEST_CASE("between two frames of the patch its voxels are linear, whatever keyframes lie between them") {
  timeline::Timeline timeline;
  append(timeline, 0, frame(0, 0.5f));
  append(timeline, 1, nullptr);
  append(timeline, 2, nullptr);
  CHECK(stem(timeline.at(1.5)) == 0.5);  // the next frame is not there yet
  append(timeline, 3, frame(3, 0.25f));
  for (const double day : {0.0, 0.5, 1.0, 1.7, 2.0, 2.9}) {
    CAPTURE(day);
    CHECK(stem(timeline.at(day)) == doctest::Approx(0.5 - 0.25 * day / 3));
    CHECK(timeline.at(day).defect.fill == doctest::Approx(0.1 * day));
  }
  CHECK(stem(timeline.at(3)) == 0.25);
  CHECK(stem(timeline.at(9)) == 0.25);
}

TEST_CASE(
    "on the day of a treatment the patch is the one after it, and before that day it nears the one before") {
  timeline::Timeline timeline;
  append(timeline, 0, frame(0, 0.125f));
  append(timeline, 4, frame(4, 0.25f));
  append(timeline, 4, frame(4, 0.5f));
  append(timeline, 8, frame(8, 0.75f));
  CHECK(stem(timeline.at(3.999)) == doctest::Approx(0.25).epsilon(1e-3));
  CHECK(stem(timeline.at(4)) == 0.5);
  CHECK(stem(timeline.at(6)) == 0.625);
}

TEST_CASE("without a patch there is none on any day") {
  timeline::Timeline timeline;
  append(timeline, 0, nullptr);
  append(timeline, 4, nullptr);
  CHECK(timeline.at(2).patch.is_empty());
  CHECK(timeline.at(5).patch.is_empty());
}

TEST_CASE("the hash of a run covers the voxels of its patch") {
  timeline::Timeline one, same, other;
  append(one, 0, frame(0, 0.5f));
  append(same, 0, frame(0, 0.5f));
  append(other, 0, frame(0, 0.25f));
  CHECK(one.hash() == same.hash());
  CHECK(one.hash() != other.hash());
}
