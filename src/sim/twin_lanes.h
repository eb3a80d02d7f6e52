// Eight lanes as two fours: while one waits for its last result the other keeps the processor busy.
#pragma once
#include "base/lanes.h"

namespace mend::sim {

class TwinLanes {
 public:
  static constexpr std::size_t kCount = 2 * Lanes::kCount;

  TwinLanes() = default;
  /// The same number in every lane.
  TwinLanes(double x) : TwinLanes(Lanes(x), Lanes(x)) {}
  TwinLanes(float x) : TwinLanes(Lanes(x), Lanes(x)) {}
  TwinLanes(int x) : TwinLanes(Lanes(x), Lanes(x)) {}

  [[nodiscard]] static TwinLanes load(const float* from) {
    return {Lanes::load(from), Lanes::load(from + Lanes::kCount)};
  }
  void store(float* to) const {
    low_.store(to);
    high_.store(to + Lanes::kCount);
  }

  friend TwinLanes operator+(TwinLanes a, TwinLanes b) { return {a.low_ + b.low_, a.high_ + b.high_}; }
  friend TwinLanes operator-(TwinLanes a, TwinLanes b) { return {a.low_ - b.low_, a.high_ - b.high_}; }
  friend TwinLanes operator*(TwinLanes a, TwinLanes b) { return {a.low_ * b.low_, a.high_ * b.high_}; }
  friend TwinLanes operator/(TwinLanes a, TwinLanes b) { return {a.low_ / b.low_, a.high_ / b.high_}; }
  friend TwinLanes operator-(TwinLanes a) { return {-a.low_, -a.high_}; }
  friend TwinLanes max(TwinLanes a, TwinLanes b) { return {max(a.low_, b.low_), max(a.high_, b.high_)}; }
  friend TwinLanes exp_of(TwinLanes x) { return {exp_of(x.low_), exp_of(x.high_)}; }
  /// Of all lanes.
  friend float sum(TwinLanes x) {
    const Lanes halves = x.low_ + x.high_;
    return (halves[0] + halves[1]) + (halves[2] + halves[3]);
  }

 private:
  TwinLanes(Lanes low, Lanes high) : low_(low), high_(high) {}

  Lanes low_, high_;
};

}  // namespace mend::sim
