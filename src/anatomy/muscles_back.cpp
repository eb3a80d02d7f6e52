// The muscles behind the knee: hamstrings, both heads of the gastrocnemius, popliteus and soleus. Places and
// widths: assumed, from centre lines and half widths read at levels of one man (VHM), made slimmer and set by
// the nerves of anatomy.md section 9; insertions as commonly taught.
#include "anatomy/muscles.h"
#include "anatomy/yielding_muscle.h"

namespace mend::anatomy {
namespace {

using End = MuscleEnd;

/// From the posterior tibia below the lateral plateau, where its tendon comes round the corner.
YieldingMuscle popliteus() {
  return {PartId::popliteus,
          {{{33, -21.5, -32}, 2.6, 2, 0, -1},
           {{27, -27, -38}, 5, 3, 0, -1.1},
           {{19, -27, -45}, 9, 4, 0, -1.2},
           {{10, -21.5, -54}, 13, 4.2, 0, -0.8},
           {{2, -16.4, -65}, 15, 4.2, 0, -0.5},
           {{-3, -14.5, -78}, 12, 4.2, 0, -0.3},
           {{-6, -11.5, -90}, 7, 2.6, 0, -0.2},
           {{-7.5, -8.5, -101}, 2.8, 0.6, 0, -0.2}},
          -30,
          -10,
          End::inserted,
          End::inserted};
}

YieldingMuscle semimembranosus() {
  return {PartId::semimembranosus,
          {{{-13.5, -36.5, 100}, 13.5, 12, 150},
           {{-15.5, -36.5, 80}, 15, 12, 153},
           {{-18, -36.5, 60}, 16, 12, 157},
           {{-20.5, -37, 40}, 16, 11, 158},
           {{-24, -39.5, 20}, 13, 8.5, 150},
           {{-28.5, -38, 5}, 9.5, 6, 140},
           {{-32.5, -33.5, -10}, 6.5, 4.2, 128},
           {{-33, -26, -25}, 5.2, 3, 122},
           {{-29, -18.5, -38}, 5, 1.8, 125},
           {{-27.5, -15.5, -44}, 3.2, 0.6, 125}},
          -30,
          25,
          End::cut,
          End::inserted,
          1};
}

/// The belly ends a hand above the joint; its tendon goes on over the inner ligament to the pes anserinus.
YieldingMuscle semitendinosus() {
  return {PartId::semitendinosus,
          {{{1, -60, 100}, 14, 8.5, 165},
           {{-4, -58, 82}, 11.5, 7.5, 165},
           {{-11, -55.5, 63}, 7.8, 5.6, 160},
           {{-16.5, -53, 47}, 4.6, 3.8, 155},
           {{-20.5, -51, 33}, 2.8, 2.6, 150},
           {{-28, -48, 12}, 2.4, 2.2, 140},
           {{-35, -42, -8}, 2.4, 2, 125},
           {{-40, -32, -28}, 2.4, 1.9, 115},
           {{-39, -18, -45}, 2.5, 1.7, 110},
           {{-30.5, -4.5, -62}, 2.7, 1.3, 110, 0.5},
           {{-21, 7.3, -73}, 3.2, 0.9, 100, 1},
           {{-14.3, 12.6, -81.5}, 3.8, 0.5, 60, 1},
           {{-9.6, 16.4, -87}, 3.8, 0.3, 50, 1},
           {{-5.8, 19.6, -91}, 3.8, 0.3, 50, 1}},
          -35,
          30,
          End::cut,
          End::inserted,
          1};
}

/// Both heads as one belly, then a flat tendon of 50 mm to the outer side of the head of the fibula, in front
/// of its tip; it covers the foot of the outer ligament from behind and from in front.
YieldingMuscle biceps_femoris() {
  return {PartId::biceps_femoris,
          {{{29, -43, 100}, 22, 14, 74},
           {{32.5, -41, 80}, 20, 12.5, 72},
           {{37, -37.5, 60}, 18, 10.5, 72},
           {{41, -34.5, 40}, 15, 8, 75},
           {{44, -32.5, 22}, 11, 5, 78},
           {{46, -31, 8}, 7.5, 2.6, 82},
           {{47.5, -29.5, -5}, 6, 1.6, 86},
           {{49, -27, -20}, 5.5, 1.3, 88},
           {{51.5, -23.5, -35}, 5.5, 1.2, 90},
           {{52, -21.5, -42}, 6, 1.1, 90},
           {{51.3, -20.2, -45}, 6.5, 0.9, 90},
           {{50, -18.8, -50}, 4, 0.5, 90}},
          -35,
          25,
          End::cut,
          End::inserted,
          1};
}

/// Its flat tendon comes from above the inner condyle, higher than that of the other head.
YieldingMuscle gastrocnemius_medial() {
  return {PartId::gastrocnemius_medial,
          {{{-20, -15.5, 19}, 5.5, 0.6, 0},
           {{-18, -22.5, 15}, 8.8, 2, 0},
           {{-16.5, -29.5, 8}, 9.8, 3.2, -4},
           {{-14.6, -35, -2}, 10.4, 4.4, -4},
           {{-13.8, -38, -12}, 11.6, 5.6, -4},
           {{-13.3, -40.5, -28}, 15, 8, -4},
           {{-12.5, -41.5, -45}, 17.3, 10, -8},
           {{-12.8, -41.5, -65}, 19, 11.5, -14},
           {{-14, -40.5, -90}, 20.5, 13, -20},
           {{-14.5, -39.5, -120}, 20.5, 13, -22}},
          -38,
          6,
          End::inserted,
          End::cut,
          -1};
}

YieldingMuscle gastrocnemius_lateral() {
  return {PartId::gastrocnemius_lateral,
          {{{28, -16.5, 17}, 5, 0.6, 5},
           {{27.5, -22.5, 12.5}, 8, 2, 5},
           {{26, -29.5, 5}, 9, 3.2, 8},
           {{24, -33, -5}, 10.2, 4.4, 10},
           {{22, -37, -18}, 12, 5.8, 12},
           {{18, -40.5, -35}, 14.5, 8.2, 12},
           {{15.5, -42.5, -55}, 16.7, 10.3, 14},
           {{14.5, -42.5, -80}, 18, 12, 16},
           {{14.5, -42, -120}, 18.5, 12.5, 18}},
          -38,
          6,
          End::inserted,
          End::cut,
          -1};
}

/// Its outer part, from the back of the fibular head down between fibula and gastrocnemius.
YieldingMuscle soleus() {
  return {PartId::soleus,
          {{{37, -28, -58}, 5, 2, 10},
           {{33.5, -28.5, -69}, 6.8, 3.6, 15, -0.3},
           {{29, -27.5, -82}, 11, 6, 20, -0.3},
           {{25, -25.5, -100}, 14, 7.5, 12, -0.15},
           {{22.5, -25.5, -112}, 15, 8, 8},
           {{22, -25.5, -120}, 15.5, 8, 5}},
          -38,
          6,
          End::inserted,
          End::cut,
          -1};
}

}  // namespace

std::vector<std::pair<PartId, Mesh>> build_back_muscles(const Placed& knee) {
  return build_yielding(knee, {popliteus(), semimembranosus(), semitendinosus(), biceps_femoris(),
                               gastrocnemius_medial(), gastrocnemius_lateral(), soleus()});
}

}  // namespace mend::anatomy
