#include "anatomy/muscle_belly.h"

#include <algorithm>
#include <array>

#include "anatomy/sweep.h"
#include "anatomy/untangle.h"

namespace mend::anatomy {
namespace {

constexpr double kGap = 0.15;  // mm that each belly keeps from the border with its neighbour
constexpr double kTendonHalf = 1.5, kBellyHalf = 3.2;  // mm, half as thick: tendon, flesh (assumed)

BellySection between(const std::vector<BellySection>& s, std::size_t i, double t) {
  const std::size_t last = s.size() - 1;
  const BellySection &b = s[i], &c = s[i + 1];
  const BellySection &a = s[i == 0 ? 0 : i - 1], &d = s[std::min(i + 2, last)];
  const Vec before = i == 0 ? 2.0 * b.place - c.place : a.place;
  const Vec after = i + 2 > last ? 2.0 * c.place - b.place : d.place;
  return {
      catmull_rom(before, b.place, c.place, after, t),
      std::max(0.3, catmull_rom(a.half_width, b.half_width, c.half_width, d.half_width, t)),
      std::max(0.3, catmull_rom(a.half_thickness, b.half_thickness, c.half_thickness, d.half_thickness, t)),
      glm::normalize(glm::mix(b.wide, c.wide, t)), lerp(b.curl, c.curl, t)};
}

struct Ring {
  BellySection shape;
  Vec down, wide, across;  // unit and square to each other; across = down x wide
  double along = 0;        // mm from the first
};

/// A belly before its neighbours and the bone press on it.
class Belly {
 public:
  Belly(const Placed& knee, const BellyPlan& plan) : plan_(plan) {
    std::vector<BellySection> fine;
    for (std::size_t i = 0; i + 1 < plan.sections.size(); ++i) {
      for (int k = 0; k < 24; ++k) fine.push_back(between(plan.sections, i, k / 24.0));
    }
    fine.push_back(plan.sections.back());
    double along = 0;
    for (std::size_t i = 0; i < fine.size(); ++i) {
      if (i > 0) along += glm::length(fine[i].place - fine[i - 1].place);
      const bool is_end = i == 0 || i + 1 == fine.size();
      if (is_end || along - rings_.back().along >= plan.spacing)
        rings_.push_back({fine[i], {}, {}, {}, along});
    }
    settle(knee);
    turn();
    fold_less();
    for (const Ring& ring : rings_) {
      const Vec reach{ring.shape.half_width + ring.shape.half_thickness + math::fabs(ring.shape.curl)};
      low_ = glm::min(low_, ring.shape.place - reach);
      high_ = glm::max(high_, ring.shape.place + reach);
    }
  }

  [[nodiscard]] const BellyPlan& plan() const { return plan_; }
  [[nodiscard]] const std::vector<Ring>& rings() const { return rings_; }

  /// Surely farther away than that.
  [[nodiscard]] bool is_beyond(const Vec& p, double distance) const {
    const Vec off = glm::max(glm::max(low_ - p, p - high_), Vec{0});
    return glm::dot(off, off) > 0 && glm::length(off) > distance + 2 * kGap;
  }

  /// About the distance to the wall of the section nearest by; negative inside.
  [[nodiscard]] double distance(const Vec& p) const {
    std::size_t nearest = 0;
    double least = 1e18;
    for (std::size_t i = 0; i < rings_.size(); ++i) {
      const Vec d = p - rings_[i].shape.place;
      const double square = glm::dot(d, d);
      if (square < least) least = square, nearest = i;
    }
    const Ring& near = rings_[nearest];
    const double ahead = glm::dot(p - near.shape.place, near.down);
    const std::size_t other = ahead > 0      ? std::min(nearest + 1, rings_.size() - 1)
                              : nearest == 0 ? 0
                                             : nearest - 1;
    const double first = level(near, p);
    if (other == nearest) return std::max(first, math::fabs(ahead));
    const double back = math::fabs(glm::dot(p - rings_[other].shape.place, rings_[other].down));
    const double share = math::fabs(ahead) / std::max(1e-6, math::fabs(ahead) + back);
    return lerp(first, level(rings_[other], p), share);
  }

  /// sign(x) |x|^(2/n): a circle becomes the superellipse of the section.
  [[nodiscard]] double squared_off(double x) const {
    const double size = math::fabs(x) < 1e-9 ? 0 : math::pow(math::fabs(x), 2 / plan_.squareness);
    return x < 0 ? -size : size;
  }
  /// A share `u` of the half-width to one side, `v` mm across.
  [[nodiscard]] static Vec at(const Ring& ring, double u, double v) {
    return ring.shape.place + ring.wide * (ring.shape.half_width * u) +
           ring.across * (v + ring.shape.curl * u * u);
  }

 private:
  BellyPlan plan_;
  std::vector<Ring> rings_;
  Vec low_{1e9}, high_{-1e9};  // a box round it

  /// The line itself is kept clear of what the belly lies on, and smooth.
  void settle(const Placed& knee) {
    const Field room = [&](const Vec& p) {
      const double bone = knee.bones(p) - plan_.clear;
      return plan_.avoid ? std::min(bone, plan_.avoid(p)) : bone;
    };
    constexpr int kPasses = 12;
    for (int pass = 0; pass < kPasses; ++pass) {
      for (std::size_t i = 0; i < rings_.size(); ++i) {
        Vec& p = rings_[i].shape.place;
        const double wanted = 0.3 + 0.75 * std::min(rings_[i].shape.half_thickness, 4.0);
        for (int step = 0; step < 3; ++step) {
          const double d = room(p);
          if (d >= wanted) break;
          Vec out = gradient(room, p, 0.3);
          if (i == 0 && plan_.level_top) out.z = 0;
          p += out * (wanted - d);
        }
      }
      if (pass + 1 == kPasses) break;
      const std::vector<Ring> last = rings_;
      for (std::size_t i = 1; i + 1 < rings_.size(); ++i) {
        rings_[i].shape.place =
            0.5 * last[i].shape.place + 0.25 * (last[i - 1].shape.place + last[i + 1].shape.place);
      }
    }
  }

  void turn() {
    for (std::size_t i = 0; i < rings_.size(); ++i) {
      Ring& ring = rings_[i];
      const Vec line = glm::normalize(rings_[std::min(i + 1, rings_.size() - 1)].shape.place -
                                      rings_[i == 0 ? 0 : i - 1].shape.place);
      // Level at the cut, square to the line further on.
      const double top = plan_.level_top ? smooth_step(45, 0, ring.along) : 0;
      ring.down = glm::normalize(glm::mix(line, Vec{0, 0, -1}, top));
    }
    // Where the line turns sharply the sections turn by degrees.
    for (int pass = 0; pass < 30; ++pass) {
      const std::vector<Ring> last = rings_;
      for (std::size_t i = 1; i + 1 < rings_.size(); ++i) {
        rings_[i].down = glm::normalize(last[i - 1].down + 2.0 * last[i].down + last[i + 1].down);
      }
    }
    for (Ring& ring : rings_) {
      ring.wide = glm::normalize(ring.shape.wide - ring.down * glm::dot(ring.shape.wide, ring.down));
      ring.across = glm::cross(ring.down, ring.wide);
    }
  }

  /// On the inner side of a bend a section is no deeper than the bend is round, so that sections do not
  /// cross.
  void fold_less() {
    constexpr double kShare = 0.5;  // of the radius of the bend
    std::vector<double> wide(rings_.size()), thick(rings_.size());
    for (std::size_t i = 0; i < rings_.size(); ++i) {
      const Ring &a = rings_[i == 0 ? 0 : i - 1], &b = rings_[std::min(i + 1, rings_.size() - 1)];
      const Vec bend =
          (b.down - a.down) / std::max(0.1, glm::dot(b.shape.place - a.shape.place, rings_[i].down));
      const Ring& ring = rings_[i];
      wide[i] = std::min(ring.shape.half_width, kShare / (math::fabs(glm::dot(bend, ring.wide)) + 1e-6));
      thick[i] =
          std::min(ring.shape.half_thickness, kShare / (math::fabs(glm::dot(bend, ring.across)) + 1e-6));
    }
    // It narrows and widens again by degrees.
    constexpr double kSlope = 0.4;  // mm per mm
    std::vector<double> wide_share(rings_.size(), 1), thick_share(rings_.size(), 1);
    for (std::size_t i = 0; i < rings_.size(); ++i) {
      for (std::size_t k = 0; k < rings_.size(); ++k) {
        const double away = kSlope * math::fabs(rings_[i].along - rings_[k].along);
        wide_share[i] = std::min(wide_share[i], (wide[k] + away) / rings_[k].shape.half_width);
        thick_share[i] = std::min(thick_share[i], (thick[k] + away) / (rings_[k].shape.half_thickness +
                                                                       math::fabs(rings_[k].shape.curl)));
      }
    }
    for (std::size_t i = 0; i < rings_.size(); ++i) {
      rings_[i].shape.half_width *= wide_share[i];
      rings_[i].shape.half_thickness *= thick_share[i];
      rings_[i].shape.curl *= thick_share[i];
    }
  }

  [[nodiscard]] double level(const Ring& ring, const Vec& p) const {
    const Vec d = p - ring.shape.place;
    const double u = glm::dot(d, ring.wide) / ring.shape.half_width;
    const double curled = ring.shape.curl * std::min(u * u, 1.5);
    const double v = (glm::dot(d, ring.across) - curled) / ring.shape.half_thickness;
    const double size = math::sqrt(u * u + v * v);
    return (size - 1) * std::min(ring.shape.half_width, ring.shape.half_thickness);
  }
};

/// The room of one belly among the others and the bones.
class Room {
 public:
  Room(const Placed& knee, const std::vector<Belly>& bellies, std::size_t self)
      : knee_(knee), bellies_(bellies), self_(self) {}

  /// Positive where the belly may not be.
  [[nodiscard]] double pressed(const Vec& p) const {
    const Belly& belly = bellies_[self_];
    double least = belly.plan().clear - knee_.bones(p);
    if (belly.plan().avoid) least = std::max(least, kGap - belly.plan().avoid(p));
    if (least > 0) return least;
    const double own = belly.distance(p);
    for (std::size_t k = 0; k < bellies_.size(); ++k) {
      if (k == self_ || bellies_[k].is_beyond(p, own)) continue;
      least = std::max(least, 0.5 * (own - bellies_[k].distance(p)) + kGap);
    }
    return least;
  }

  /// As far from `from` towards `to` as the belly may go.
  [[nodiscard]] Vec reach(const Vec& from, const Vec& to) const {
    constexpr int kSteps = 5;
    double low = 0, high = 1;
    bool is_met = false;
    for (int k = 1; k <= kSteps && !is_met; ++k) {
      const double t = static_cast<double>(k) / kSteps;
      is_met = pressed(glm::mix(from, to, t)) > 0;
      (is_met ? high : low) = t;
    }
    for (int k = 0; is_met && k < 6; ++k) {
      const double t = 0.5 * (low + high);
      (pressed(glm::mix(from, to, t)) > 0 ? high : low) = t;
    }
    return glm::mix(from, to, low);
  }

 private:
  const Placed& knee_;
  const std::vector<Belly>& bellies_;
  std::size_t self_;
};

/// The middle layer of a section, from its middle to one edge: mm across, at even steps of the half-width, by
/// which it gives way to what is in the room. It ends where there is no more room.
std::vector<double> middle_layer(const Room& room, const Ring& ring, double side) {
  constexpr int kColumns = 10;
  constexpr double kStep = 0.6;  // mm
  std::vector<double> layer;
  for (int i = 0; i <= kColumns; ++i) {
    const double u = side * i / kColumns, last = layer.empty() ? 0 : layer.back();
    const auto is_free = [&](double v) { return room.pressed(Belly::at(ring, u, v)) <= 0; };
    // Back to its own place by degrees, else as little aside as will do.
    double v = 0.7 * last;
    bool found = is_free(v);
    for (int step = 1; step <= 8 && !found; ++step) {
      for (const double way : {1.0, -1.0}) {
        v = last + way * step * kStep;
        found = is_free(v);
        if (found) break;
      }
    }
    if (!found) break;
    layer.push_back(v);
  }
  return layer;
}

/// One section between what limits it: columns across from the middle layer, so that it never crosses itself.
/// Empty where there is no room.
std::vector<Vec> ring_of(const Room& room, const Belly& belly, const Ring& ring) {
  const std::array<std::vector<double>, 2> layers{middle_layer(room, ring, 1), middle_layer(room, ring, -1)};
  const int around = belly.plan().around, half = around / 2;
  if (layers[0].size() + layers[1].size() < 12) return {};
  std::vector<Vec> points(static_cast<std::size_t>(around), ring.shape.place);
  for (int k = 0; k <= half; ++k) {
    const double angle = math::kPi * k / half, share = belly.squared_off(math::cos(angle));
    const std::vector<double>& layer = layers[share >= 0 ? 0 : 1];
    const double columns = math::fabs(share) * static_cast<double>(layer.size() - 1);
    const auto i = std::min(static_cast<std::size_t>(columns), layer.size() - 1);
    const double v =
        lerp(layer[i], layer[std::min(i + 1, layer.size() - 1)], columns - static_cast<double>(i));
    const double u = (share < 0 ? -0.1 : 0.1) * columns;
    const double depth = ring.shape.half_thickness * belly.squared_off(math::sin(angle));
    const Vec from = Belly::at(ring, u, v);
    points[static_cast<std::size_t>(k)] =
        room.reach(from, Belly::at(ring, u, std::max(depth, v + 0.3 * depth)));
    if (k > 0 && k < half) {
      points[static_cast<std::size_t>(around - k)] =
          room.reach(from, Belly::at(ring, u, std::min(-depth, v - 0.3 * depth)));
    }
  }
  return points;
}

/// Rounds off the edges that the clipping left; the ends stay in their planes.
void soften(std::vector<std::vector<Vec>>& rings) {
  for (int pass = 0; pass < 2; ++pass) {
    const auto last = rings;
    for (std::size_t r = 0; r < rings.size(); ++r) {
      const std::size_t size = rings[r].size();
      const bool is_end = r == 0 || r + 1 == rings.size();
      for (std::size_t k = 0; k < size; ++k) {
        const Vec beside = 0.5 * (last[r][(k + 1) % size] + last[r][(k + size - 1) % size]);
        const Vec along = is_end ? beside : 0.5 * (last[r - 1][k] + last[r + 1][k]);
        rings[r][k] = 0.5 * last[r][k] + 0.2 * beside + 0.3 * along;
      }
    }
  }
}

/// What softening pressed into bone comes out again.
void lift(const Placed& knee, std::vector<std::vector<Vec>>& rings) {
  const Field bone = [&](const Vec& p) { return knee.bones(p); };
  for (auto& ring : rings) {
    for (Vec& p : ring) {
      const double d = bone(p);
      if (d < -0.3) p -= gradient(bone, p, 0.2) * (d + 0.3);
    }
  }
}

/// A cut end shows its flat face: a second ring just within the edge keeps the face's shading level.
std::vector<Vec> within(const std::vector<Vec>& ring) {
  constexpr double kEdge = 0.6;  // mm
  Vec middle{0};
  for (const Vec& p : ring) middle += p / static_cast<double>(ring.size());
  std::vector<Vec> inner;
  for (const Vec& p : ring) {
    const double far = glm::length(p - middle);
    inner.push_back(glm::mix(p, middle, std::min(0.5, kEdge / std::max(far, 1e-6))));
  }
  return inner;
}

/// Where on the belly each ring of its mesh lies.
struct Outline {
  std::vector<BellyRing> points;
  std::vector<Ring> rings;
  std::vector<BellySheet> sheets;
};

Outline outline_of(const Placed& knee, const std::vector<Belly>& bellies, std::size_t self) {
  const Belly& belly = bellies[self];
  Outline made;
  const Room room(knee, bellies, self);
  for (const Ring& ring : belly.rings()) {
    std::vector<Vec> points = ring_of(room, belly, ring);
    if (points.empty() && made.points.empty()) continue;
    if (points.empty()) break;  // it ends where its neighbours leave no room
    made.points.push_back(std::move(points));
    made.rings.push_back(ring);
  }
  soften(made.points);
  std::vector<double> along;
  for (const Ring& ring : made.rings) along.push_back(ring.along);
  made.sheets = draw_to_margin(belly.plan().margin, along, made.points);
  lift(knee, made.points);
  const auto& [bone, fan] = belly.plan().foot;
  for (std::size_t i = 0; i < along.size(); ++i) sink_end(made.points[i], bone, along.back() - along[i], fan);
  if (belly.plan().level_top) {
    made.points.insert(made.points.begin(), within(made.points.front()));
    made.rings.insert(made.rings.begin(), made.rings.front());
    made.sheets.insert(made.sheets.begin(), made.sheets.front());
  }
  return made;
}

Mesh mesh_of(const Placed& knee, const std::vector<Belly>& bellies, std::size_t self) {
  const BellyPlan& plan = bellies[self].plan();
  const auto [points, rings, sheets] = outline_of(knee, bellies, self);
  Mesh mesh = tube_of(points);
  const auto around = static_cast<std::size_t>(plan.around);
  const std::size_t count = rings.size();
  // The lower end is a low cone, as a flat fan would run through the sides of a bent one.
  const double tip = plan.foot.bone ? 0.3 : 1;  // mm
  const std::vector<Vec>& end = points.back();
  const Vec middle = 0.5 * (end[around / 4] + end[around - around / 4]);
  mesh.vertices.back().position = glm::vec3(middle + rings.back().down * tip);
  set_normals(mesh);
  untangle(mesh);  // where a sheet comes to its end, and where a strap is folded in the deeply bent knee
  for (std::size_t i = 0; i < mesh.vertices.size(); ++i) {
    const bool is_cap = i >= count * around;
    const std::size_t r = !is_cap ? i / around : i == count * around ? 0 : count - 1;
    const Ring& ring = rings[r];
    Vertex& v = mesh.vertices[i];
    v.fibre = glm::vec3(plan.fibre ? glm::normalize(plan.fibre(Vec(v.position))) : ring.down);
    v.depth = static_cast<float>(ring.along);
    const double sheet = is_cap ? 0 : sheets[r].of(i % around, around);
    v.region =
        static_cast<float>(std::max(sheet, smooth_step(kBellyHalf, kTendonHalf, ring.shape.half_thickness)));
  }
  grow_in(mesh, plan.foot.bone, rings.back().along, plan.foot.fan);
  return mesh;
}

}  // namespace

std::vector<std::pair<PartId, Mesh>> build_bellies(const Placed& knee, const std::vector<BellyPlan>& plans) {
  std::vector<Belly> bellies;
  for (const BellyPlan& plan : plans) bellies.emplace_back(knee, plan);
  std::vector<std::pair<PartId, Mesh>> muscles;
  for (std::size_t i = 0; i < plans.size(); ++i) muscles.emplace_back(plans[i].id, mesh_of(knee, bellies, i));
  return muscles;
}

}  // namespace mend::anatomy
