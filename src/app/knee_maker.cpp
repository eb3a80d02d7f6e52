#include "app/knee_maker.h"

#include "anatomy/rest.h"
#include "scene/mirror.h"

namespace mend::app {

bool KneeMaker::only_bends(const KneeRequest& request) const {
  if (!rest_) return false;
  anatomy::KneeShape shape = rest_->shape;
  shape.flexion = request.shape.flexion;
  return shape == request.shape;
}

anatomy::Knee KneeMaker::make(const KneeRequest& request, int threads, const anatomy::Progress& progress) {
  double done = 0;  // share of the work before the knee is bent
  if (!only_bends(request)) {
    rest_ = cache_.read(request.shape);
    if (!rest_) {
      done = 0.7;
      rest_ = anatomy::build_rest(request.shape, threads, [&](double share) {
        if (progress) progress(done * share);
      });
      cache_.write(*rest_);
    }
  }
  anatomy::Knee knee = anatomy::posed(
      *rest_, request.shape.flexion, threads,
      [&](double share) {
        if (progress) progress(done + (1 - done) * share);
      },
      request.extent);
  return request.side == params::Side::left ? scene::mirrored(std::move(knee)) : knee;
}

}  // namespace mend::app
