// The sections of a swept part (ligament, muscle, nerve), read back from its mesh, so that what injury and
// repair make of it follows the part itself: skins round it, torn ends, loose fibres, threads.
#pragma once
#include <cstdint>
#include <functional>
#include <vector>

#include "anatomy/mesh.h"
#include "anatomy/sdf.h"

namespace mend::scene {

using Ring = std::vector<anatomy::Vertex>;

/// One tube of a mesh that anatomy::tube_of made, by arclength (the depth of its vertices).
class Sections {
 public:
  /// The tube of that number; a mesh can hold several, one after another. Empty where there is none.
  explicit Sections(const anatomy::Mesh& mesh, std::size_t tube = 0);

  [[nodiscard]] bool is_empty() const { return rings_.size() < 2; }
  [[nodiscard]] double start() const { return depths_.front(); }
  [[nodiscard]] double end() const { return depths_.back(); }
  [[nodiscard]] std::size_t around() const { return rings_.front().size(); }

  [[nodiscard]] glm::vec3 middle(double s) const;
  [[nodiscard]] glm::vec3 along(double s) const;
  /// A place of the wall at an arclength, `turn` 0-1 round the section; smooth both ways.
  [[nodiscard]] anatomy::Vertex wall(double s, double turn) const;
  /// A place within the section: share 0 = its middle, 1 = its wall.
  [[nodiscard]] glm::vec3 within(double s, double turn, double share) const;
  /// Half the mean width of the section, mm.
  [[nodiscard]] double half_width(double s) const;

 private:
  [[nodiscard]] std::size_t after(double s) const;

  std::vector<double> depths_;
  std::vector<Ring> rings_;
};

/// Where a part is torn or cut through: arclengths of its edges.
struct Edges {
  double upper = 0, lower = 0;
  [[nodiscard]] double at(double share) const { return upper + share * (lower - upper); }
};

/// A closed tube through rings, with their fibre, depth, region and occlusion.
[[nodiscard]] anatomy::Mesh tube_of(const std::vector<Ring>& rings);

/// A sleeve: the last ring joins the first.
[[nodiscard]] anatomy::Mesh closed_sleeve(const std::vector<Ring>& rings);

/// How a skin round a part is shaped: its width in those of the part, by arclength and turn.
using Width = std::function<double(double s, double turn)>;

/// A skin round the part between two places, rings `step` mm apart.
[[nodiscard]] anatomy::Mesh skin(const Sections& part, double from, double to, const Width& width,
                                 double step = 0.4);

/// A thread along places, with its half-width at each of them (the depth of its vertices).
struct Bead {
  glm::vec3 place{0};
  float half_width = 0.1f;
};
[[nodiscard]] anatomy::Mesh thread(const std::vector<Bead>& line, int sides = 5);

/// Several meshes as one.
void append(anatomy::Mesh& mesh, const anatomy::Mesh& other);

/// How fibres hang from a torn end.
struct Fraying {
  double edge = 0;  // arclength of the tear
  double way = 1;   // +1: the fibres point distally, -1: proximally
  int strands = 60;
  double half_width = 0.2;             // mm of a strand at its root
  double shortest = 1.5, longest = 5;  // mm beyond the edge
  double splay = 0.5;                  // how far they spread beyond the section, in its widths, at their tips
  double ragged = 1.5;                 // mm between the first and the last place of the torn edge
  double thinning = 3;                 // mm over which the end narrows
  double blunt = 0.35;                 // width of the very end
  double bulge = 0.1;                  // of the end that has drawn back, in widths
  std::uint64_t seed = 1;
};

/// What is left of the part on one side of a tear, from `far` to its edge; and its loose fibres.
[[nodiscard]] anatomy::Mesh torn_end(const Sections& part, double far, const Fraying& fraying);
[[nodiscard]] anatomy::Mesh loose_fibres(const Sections& part, const Fraying& fraying);

}  // namespace mend::scene
