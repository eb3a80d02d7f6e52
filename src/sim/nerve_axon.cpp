// x in mm from the lesion, t in days.
//   lag      crush U(1,3); sewn lognormal, median 28, log-sd 0.4, within 14-60, from the day of surgery
//   opening  dx/dt = 0.25 cos(q) (times the lens value with cells)
//            dq/dt = -0.3 (N'/N) sin(q) + 0.35 xi, xi standard normal, one a day: the angle q to the nerve
//            turns up the gradient of ln N and wanders; a tip that turns back is mirrored at the stump
//   crossing reaches Exp(7 cm) at most, so that p_cross = e^(-gap/7 cm); where nothing but the opening is
//            there, at most 3 cm (lens value with cells); stalled in scar where it ends
//   tube     at the distal stump, by the shares of the route; no tube: stalled in scar. Of a graft's first
//            join as many find no tube as of the last (assumed). 30 % of tubes and their axons are motor; a
//            tube of the other kind leads to a wrong end organ
//   in tubes dx/dt = v0 h(N) min(1,S) age f  (h times the lens value with cells)
//   h  = (0.7 + 0.3 N/(N+1)) max(1/2, 1/(1+(N/10)^2))  biphasic (PLoS CB 2018 006218)
//   age = 1 - 0.006 (years-20), within 0.6-1;  f normal(1, 0.15), within 0.7-1.3
#include "sim/nerve_axon.h"

#include <algorithm>
#include <limits>

#include "base/math.h"
#include "base/random.h"

namespace mend::sim {
namespace {

enum Use : std::uint64_t {
  kLag = 0x6e657277,
  kPace,
  kReach = 0x6e65727a,
  kSewnLag,
  kHeading,
  kTube,
  kKind,
  kOtherTube,
  kOtherFascicle,
  kGraftTube
};

constexpr double kNever = std::numeric_limits<double>::infinity();

double nourished(const params::NerveModel& model, double n) {
  const double excess = n / model.excess_factor;
  return (model.unfed_growth + model.fed_growth * n / (n + 1)) *
         std::max(model.excess_growth, 1 / (1 + excess * excess));
}

}  // namespace

GrowingAxon::GrowingAxon(const params::Scenario& scenario, std::uint64_t index)
    : seed_(scenario.seed),
      index_(index),
      axons_(static_cast<std::uint64_t>(scenario.nerve.axons)),
      motor_share_(scenario.nerve_model.motor_share) {
  const params::NerveModel& model = scenario.nerve_model;
  const auto draw = [&](Use why) { return Key{.seed = seed_, .who = index, .when = 0, .why = why}; };
  crush_lag_ = model.lag_earliest + (model.lag_latest - model.lag_earliest) * uniform(draw(kLag));
  sewn_lag_ = std::clamp(model.sewn_lag * math::exp(model.sewn_lag_spread * normal(draw(kSewnLag))),
                         model.sewn_lag_earliest, model.sewn_lag_latest);
  pace_ = std::clamp(1 + model.pace_spread * normal(draw(kPace)), model.pace_slowest, model.pace_fastest);
  reach_ = -model.gap_reach * math::log(1 - uniform(draw(kReach)));
}

void GrowingAxon::wait(double day, const Route& route) {
  course_ = Course::waiting;
  start_ = day + (route.is_sewn ? sewn_lag_ : crush_lag_);
}

void GrowingAxon::grow(double day, double dt, const Surroundings& around) {
  const double end = day + dt;
  double now = std::max(day, start_);
  if (course_ == Course::waiting && now < end) {
    course_ = around.route.is_cut_off ? Course::lost : Course::growing;
    if (course_ == Course::growing) passages_.push_back(start_);
  }
  while (course_ == Course::growing && now < end) now = advance(now, end, around);
}

/// One stretch of a kind, at most until `end`; the day it ends.
double GrowingAxon::advance(double now, double end, const Surroundings& around) {
  const Route& route = around.route;
  if (!has_tube_ && place_ >= route.gap) choose_tube(around);
  if (course_ != Course::growing) return end;
  const Opening* opening = route.opening_at(place_);
  if (opening != nullptr) turn(now, end, around);
  const double speed = opening != nullptr
                           ? around.model.gap_speed * around.support.gap_speed * math::cos(heading_)
                           : tube_speed(around);
  const double limit = stall(around);
  const double goal = std::min(opening != nullptr ? opening->to : route.tube_end(place_), limit);
  double place = place_ + speed * (end - now);
  double then = end;
  if (place >= goal) {
    then = speed > 0 ? std::min(end, now + std::max(0.0, goal - place_) / speed) : now;
    place = goal;
  } else if (opening != nullptr && place < opening->from) {
    place = std::min(2 * opening->from - place, goal);
    heading_ = math::kPi - heading_;
  }
  move_to(place, now, then, route.length);
  if (opening != nullptr && place_ >= opening->to) heading_ = 0;
  if (place_ >= limit) course_ = Course::lost;
  return then;
}

double GrowingAxon::tube_speed(const Surroundings& around) const {
  return around.route.speed * around.support.growth * nourished(around.model, around.fields.factor(place_)) *
         std::min(1.0, around.fields.schwann(place_)) * around.age_factor * pace_;
}

void GrowingAxon::turn(double now, double end, const Surroundings& around) {
  const double days = end - now;
  const auto today = static_cast<std::uint64_t>(0.5 * (now + end));
  const double wander = normal({.seed = seed_, .who = index_, .when = today, .why = kHeading});
  heading_ += days * (around.model.gap_noise * wander -
                      around.model.gap_bias * around.fields.factor_slope(place_) * math::sin(heading_));
}

/// How far it gets at most: to the end organ if nothing stops it.
double GrowingAxon::stall(const Surroundings& around) const {
  const Route& route = around.route;
  if (has_tube_ || route.gap <= 0) return kNever;
  double least = reach_;
  if (route.is_limited && route.gap > around.support.conduit_limit)
    least = std::min(least, around.support.conduit_limit);
  if (route.has_graft) {
    const double found = route.tubes.own + route.tubes.same_fascicle + route.tubes.other_fascicle;
    const double u = uniform({.seed = seed_, .who = index_, .when = 0, .why = kGraftTube});
    if (u >= found) least = std::min(least, route.openings[0].to);
  }
  return least < route.gap ? least : kNever;
}

bool GrowingAxon::is_motor(std::uint64_t tube) const {
  return uniform({.seed = seed_, .who = tube, .when = 0, .why = kKind}) < motor_share_;
}

void GrowingAxon::choose_tube(const Surroundings& around) {
  const auto draw = [&](Use why) { return uniform({.seed = seed_, .who = index_, .when = 0, .why = why}); };
  const TubeShares shares = guided(around.route.tubes, around.support.own_tube);
  double u = draw(kTube);
  has_tube_ = true;
  if ((u -= shares.own) < 0) return;
  if ((u -= shares.same_fascicle) < 0) {
    const auto other = static_cast<std::uint64_t>(draw(kOtherTube) * static_cast<double>(axons_));
    is_misdirected_ = is_motor(index_) != is_motor(other);
  } else if ((u -= shares.other_fascicle) < 0) {
    is_misdirected_ = is_motor(index_) != (draw(kOtherFascicle) < motor_share_);
  } else {
    course_ = Course::lost;
  }
}

/// From the present place to another, straight, between two days; notes the posts it passes.
void GrowingAxon::move_to(double place, double now, double then, double length) {
  const double spacing = length / (kPosts - 1);
  while (passages_.size() < kPosts) {
    const bool is_last = passages_.size() + 1 == kPosts;
    const double post = is_last ? length : spacing * static_cast<double>(passages_.size());
    if (place < post) break;
    passages_.push_back(now + (then - now) * (post - place_) / (place - place_));
  }
  place_ = place;
  tip_ = std::max(tip_, place);
  if (passages_.size() == kPosts) course_ = Course::arrived;
}

}  // namespace mend::sim
