// The vessels behind the knee (Yoo 2009; anatomy table 9) and the five arteries round it. From the bone
// backwards: artery, vein, tibial nerve.
#include "anatomy/cords.h"
#include "anatomy/cut_end.h"
#include "anatomy/twigs.h"

namespace mend::anatomy {

std::vector<Station> popliteal_artery(const Placed& knee) {
  // 6-7 mm across; 3 mm lateral of the posterior cruciate ligament, 4 behind the capsule at the joint line, 5
  // behind the tibia 20 mm below; above, it comes from the inner side (hiatus; assumed).
  const Field solid = [&](const Vec& p) { return knee.bones(p) - 1.5; };
  return course(knee, solid,
                bend(knee, {{{-11.5, -10.5, 97}, 3.4, 3.4},
                            {{-9, -15, 80}, 3.4, 3.4},
                            {{-5, -22, 55}, 3.4, 3.4},
                            {{-2, -31, 25}, 3.3, 3.3},
                            {{1, -37, 0}, 3.3, 3.3},
                            {{1.5, -36, -22}, 3.2, 3.2},
                            {{2.5, -30, -50}, 3.1, 3.1},
                            {{3.5, -25.5, -80}, 2.9, 2.9},
                            {{3.5, -22.5, -98}, 2.3, 2.3},
                            {{3, -20.5, -122}, 2, 2}}),
                loosening(knee));
}

std::vector<Station> popliteal_vein(const Placed& knee) {
  // 8-9 mm across, flattened a little, behind the artery; a little further so where both turn with the bend
  // (assumed).
  const double give = 4 * smooth_step(20, 90, knee.flexion) + 6 * smooth_step(90, 115, knee.flexion) +
                      5 * smooth_step(110, 120, knee.flexion);
  const std::vector<Station> artery = popliteal_artery(knee);
  const Field solid = [&](const Vec& p) { return std::min(knee.bones(p), tube(p, artery)); };
  return course(knee, solid,
                bend(knee, {{{-4.5, -22, 97}, 4, 3.6},
                            {{-2, -26, 80}, 4.1, 3.6},
                            {{1, -32.5, 55}, 4.2, 3.6},
                            {{1.5, -40 - give, 25}, 4.2, 3.6},
                            {{0, -45 - give, 0}, 4.1, 3.5},
                            {{-1, -43 - give, -22}, 4, 3.4},
                            {{-2, -35.5, -50}, 3.7, 3.2},
                            {{-3, -28.5, -80}, 3.3, 2.9},
                            {{-3.5, -24.5, -98}, 2.7, 2.4},
                            {{-4, -22, -122}, 2.2, 2}}),
                loosening(knee));
}

Mesh build_popliteal_artery(const Placed& knee) {
  Mesh mesh = cut_cord({popliteal_artery(knee), 1.9, 14}, CutFace::bore);
  // The anterior tibial artery leaves below the popliteus and passes forward over the membrane (assumed).
  const auto at = [&](double x, double y, double z) { return bend(knee, {x, y, z}); };
  constexpr int kAround = 10;
  Mesh branch = sweep({twig(knee, onto(popliteal_artery(knee), at(3.5, -23.5, -92)),
                            {at(8, -20, -97), at(16, -11, -101), at(22, 1, -107), at(23, 4, -121)}, 1.7, 1),
                       1.9, kAround});
  cut_end(branch, kAround, End::last, CutFace::bore);
  append(mesh, branch);
  return mesh;
}

Mesh build_popliteal_vein(const Placed& knee) {
  return cut_cord({popliteal_vein(knee), 1.9, 16}, CutFace::bore);
}

std::vector<std::vector<Station>> genicular_arteries(const Placed& knee) {
  // Courses as commonly taught, beside the nerves of the same names; 1.6 mm across (assumed).
  constexpr double kRadius = 0.8, kAbove = 1;
  const auto leg = [&](double x, double y, double z) { return bend(knee, {x, y, z}); };
  const auto thigh = [&](double x, double y, double z) { return on_thigh({x, y, z}, kAbove); };
  const auto shin = [&](double x, double y, double z) { return on_shin(knee, {x, y, z}, kAbove); };
  std::vector<std::vector<Station>> twigs;
  const std::vector<Station> artery = popliteal_artery(knee);
  const Field bones = [&](const Vec& p) { return knee.bones(p); };
  const auto add = [&](const Vec& from, const std::vector<Vec>& places) {
    twigs.push_back(run_out(twig(knee, onto(artery, from), places, kRadius), bones, 0.5, 6));
  };
  // Superior medial and lateral, above the condyles.
  add(leg(-3, -28, 36),
      {thigh(-16, -16, 34), thigh(-29, -12, 32), thigh(-37, -3, 30), thigh(-33, 14, 28), thigh(-23, 28, 26)});
  add(leg(-2.5, -29.5, 31),
      {thigh(12, -18, 33), thigh(26, -14, 32), thigh(33, -6, 31), thigh(31, 14, 29), thigh(23, 30, 27)});
  // Middle, forward through the capsule into the notch.
  add(leg(0.5, -36.5, 6), {Vec{1, -29, 5}, Vec{1, -20, 2}, Vec{1, -11, -1}});
  // Inferior medial, under the inner collateral ligament; inferior lateral, along the rim under the outer.
  add(leg(1.5, -35.5, -24),
      {shin(-14, -24, -42), shin(-30, -16, -50), shin(-33, -3, -53), shin(-28, 14, -51), shin(-18, 25, -46)});
  add(leg(1.5, -36, -20),
      {shin(14, -24, -33), shin(29, -20, -33), shin(37, -8, -34), shin(36, 6, -35), shin(27, 20, -34)});
  return twigs;
}

}  // namespace mend::anatomy
