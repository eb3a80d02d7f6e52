#include "anatomy/sdf.h"

#include <algorithm>

namespace mend::anatomy {

double sphere(const Vec& p, const Vec& centre, double radius) {
  return glm::length(p - centre) - radius;
}

double ellipsoid(const Vec& p, const Vec& centre, const Vec& radii) {
  const Vec q = (p - centre) / radii;
  const double k = glm::length(q);
  const double g = glm::length(q / radii);
  return g < 1e-9 ? -std::min({radii.x, radii.y, radii.z}) : k * (k - 1) / g;
}

double capsule(const Vec& p, const Vec& a, const Vec& b, double radius_a, double radius_b) {
  const Vec axis = b - a;
  const double length2 = glm::dot(axis, axis);
  const double t = std::clamp(glm::dot(p - a, axis) / length2, 0.0, 1.0);
  return glm::length(p - a - axis * t) - lerp(radius_a, radius_b, t);
}

Disc::Disc(double centre, double width, double edge, double degrees, const glm::dvec3& back,
           const glm::dvec3& front)
    : x(centre),
      half_width(width),
      rounding(edge),
      turn(degrees),
      y1(back.x),
      z1(back.y),
      r1(back.z),
      y2(front.x),
      z2(front.y),
      r2(front.z),
      cosine(math::cos(math::radians(degrees))),
      sine(math::sin(math::radians(degrees))) {}

Vec Disc::local(const Vec& p) const {
  const double dx = p.x - x;
  return {cosine * dx + sine * p.y, -sine * dx + cosine * p.y, p.z};
}

double Disc::reach(const Vec& q) const {
  if (q.x * x <= 0) return half_width;
  return half_width - narrow_front * smooth_step(2, 24, q.y) - narrow_back * smooth_step(-2, -22, q.y);
}

double Disc::distance(const Vec& p) const {
  const Vec q = local(p);
  // Uneven capsule in the plane.
  const double ay = y2 - y1, az = z2 - z1;
  const double length = math::sqrt(ay * ay + az * az);
  const double u = ((q.y - y1) * ay + (q.z - z1) * az) / length;
  const double v = math::fabs((q.y - y1) * az - (q.z - z1) * ay) / length;
  const double b = (r1 - r2) / length;
  const double a = math::sqrt(1 - b * b);
  const double k = -b * v + a * u;
  double flat;
  if (k < 0)
    flat = math::sqrt(u * u + v * v) - r1;
  else if (k > a * length)
    flat = math::sqrt((u - length) * (u - length) + v * v) - r2;
  else
    flat = a * v + b * u - r1;
  // Extrusion with a round edge.
  const double across = q.x / half_width;
  const double round = crown + crown_back * smooth_step(4, -18, q.y);
  const double e1 = flat + round * across * across + rounding;
  const double e2 = math::fabs(q.x) - (reach(q) - rounding);
  const double o1 = std::max(e1, 0.0), o2 = std::max(e2, 0.0);
  return std::min(std::max(e1, e2), 0.0) + math::sqrt(o1 * o1 + o2 * o2) - rounding;
}

namespace {
constexpr double Loft::Section::*kChannels[] = {
    &Loft::Section::x,    &Loft::Section::y,        &Loft::Section::half_width, &Loft::Section::front,
    &Loft::Section::back, &Loft::Section::exponent, &Loft::Section::shear};
}

Loft::Loft(std::vector<Section> sections) : sections_(std::move(sections)) {
  std::sort(sections_.begin(), sections_.end(), [](const Section& a, const Section& b) { return a.z < b.z; });
  slopes_.resize(sections_.size());
  const std::size_t last = sections_.size() - 1;
  for (std::size_t i = 1; i < last; ++i) {
    const Section &a = sections_[i - 1], &b = sections_[i], &c = sections_[i + 1];
    for (auto channel : kChannels) {
      const double left = (b.*channel - a.*channel) / (b.z - a.z),
                   right = (c.*channel - b.*channel) / (c.z - b.z);
      const double wl = c.z - b.z, wr = b.z - a.z;
      slopes_[i].*channel = (left * wl + right * wr) / (wl + wr);
    }
  }
  for (auto channel : kChannels) {
    slopes_[0].*channel = (sections_[1].*channel - sections_[0].*channel) / (sections_[1].z - sections_[0].z);
    slopes_[last].*channel = (sections_[last].*channel - sections_[last - 1].*channel) /
                             (sections_[last].z - sections_[last - 1].z);
  }
}

Loft::Section Loft::at(double z) const {
  if (z <= sections_.front().z) return sections_.front();
  if (z >= sections_.back().z) return sections_.back();
  std::size_t i = 1;
  while (sections_[i].z < z) ++i;
  const Section &a = sections_[i - 1], &b = sections_[i];
  const double h = b.z - a.z, t = (z - a.z) / h;
  const double t2 = t * t, t3 = t2 * t;
  const double h00 = 2 * t3 - 3 * t2 + 1, h10 = t3 - 2 * t2 + t, h01 = 3 * t2 - 2 * t3, h11 = t3 - t2;
  Section s{};
  s.z = z;
  for (auto channel : kChannels) {
    s.*channel = h00 * a.*channel + h10 * h * slopes_[i - 1].*channel + h01 * b.*channel +
                 h11 * h * slopes_[i].*channel;
  }
  return s;
}

double Loft::distance(const Vec& p) const {
  const Section s = at(p.z);
  const double b = p.y > s.y ? s.front : s.back;
  const double u = math::fabs(p.x - s.x - s.shear * (p.y - s.y)) / s.half_width,
               v = math::fabs(p.y - s.y) / b;
  if (u + v < 1e-6) return -std::min(s.half_width, b);
  double norm, gu, gv;
  if (math::fabs(s.exponent - 2) < 1e-3) {
    norm = math::sqrt(u * u + v * v);
    gu = u / norm;
    gv = v / norm;
  } else {
    const double un = u < 1e-9 ? 0 : math::pow(u, s.exponent), vn = v < 1e-9 ? 0 : math::pow(v, s.exponent);
    norm = math::pow(un + vn, 1 / s.exponent);
    const double scale = norm / (un + vn);
    gu = u < 1e-9 ? 0 : scale * un / u;
    gv = v < 1e-9 ? 0 : scale * vn / v;
  }
  gu /= s.half_width;
  gv /= b;
  return (norm - 1) / math::sqrt(gu * gu + gv * gv);
}

Vec gradient(const Field& field, const Vec& p, double h) {
  // From the corners of a tetrahedron: four places are as good as six along the axes.
  const double a = field({p.x + h, p.y + h, p.z + h}), b = field({p.x + h, p.y - h, p.z - h}),
               c = field({p.x - h, p.y + h, p.z - h}), d = field({p.x - h, p.y - h, p.z + h});
  const Vec g{a + b - c - d, a - b + c - d, a - b - c + d};
  const double length = glm::length(g);
  return length < 1e-12 ? Vec{0, 0, 1} : g / length;
}

}  // namespace mend::anatomy
