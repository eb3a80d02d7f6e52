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
           {{-32.5, -33.5, -10}, 6.3, 3.7, 128},
           {{-33, -27.5, -22}, 4.8, 2.6, 122},
           {{-30, -19.5, -37}, 4.4, 1.4, 124},
           {{-27, -15, -46}, 3, 0.3, 125}},
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

/// The long head, then a cord of a tendon to the outer side of the head of the fibula, in front of its tip,
/// where it covers the foot of the outer ligament from behind and from in front.
YieldingMuscle biceps_long_head() {
  return {PartId::biceps_femoris,
          {{{29, -43.5, 100}, 20, 13.5, 74},
           {{32.5, -41.5, 80}, 18, 12.5, 72},
           {{37, -38, 60}, 16, 10.5, 72},
           {{41, -34.8, 40}, 13, 8, 75},
           {{44, -32.5, 22}, 8.5, 4.8, 78},
           {{46, -31, 8}, 5.2, 2.6, 82},
           {{47.5, -29.5, -5}, 4, 1.9, 86},
           {{49, -27, -20}, 3.6, 1.6, 88},
           {{51.5, -23.5, -35}, 4.2, 1.3, 90},
           {{52, -21.5, -42}, 5.2, 1.1, 90},
           {{51.3, -20.2, -45}, 6, 0.9, 90},
           {{49.2, -18.8, -49.3}, 4, 0.5, 90}},
          -35,
          25,
          End::cut,
          End::inserted,
          1};
}

/// From the outer lip of the rough line of the femur, deep to the long head, down to the front of its tendon.
YieldingMuscle biceps_short_head() {
  return {PartId::biceps_femoris,
          {{{20, -11.5, 100}, 7.5, 4.5, 60},
           {{23, -13.5, 82}, 9.5, 5, 60},
           {{26, -18.5, 62}, 9.5, 4.6, 64},
           {{31, -23, 42}, 8.5, 4.2, 70},
           {{36.6, -25.6, 24}, 6.5, 3.6, 76},
           {{41.6, -26.4, 9}, 5, 2.8, 82},
           {{45.4, -26.2, -4}, 3.6, 1.8, 86},
           {{47.4, -26.2, -13}, 2.4, 0.9, 88},
           {{49, -25.4, -21}, 1, 0.3, 88}},
          -35,
          25,
          End::cut,
          End::joined,
          1};
}

/// Its narrow flat tendon comes from above the inner condyle, higher than that of the other head; below the
/// hollow of the knee the two lie side by side.
YieldingMuscle gastrocnemius_medial() {
  return {PartId::gastrocnemius_medial,
          {{{-19.2, -13, 19.5}, 4.8, 0.3, 0},
           {{-18.8, -19.2, 16.4}, 4.8, 0.8, 0},
           {{-17.6, -27.5, 11.2}, 5.4, 1.9, 0},
           {{-16.2, -33, 3}, 6.8, 3, -2},
           {{-15, -36.8, -8}, 9, 4.6, -4},
           {{-13.8, -39.5, -21}, 12.4, 6.8, -4},
           {{-12.9, -41.2, -36}, 15.8, 9, -6},
           {{-12.4, -41.6, -50}, 17.7, 10.4, -9},
           {{-12.8, -41.5, -68}, 19.2, 11.7, -15},
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
          {{{27.8, -13.5, 18}, 4.8, 0.3, 5},
           {{27.5, -20, 13.6}, 4.6, 0.8, 5},
           {{26.6, -27.7, 7.2}, 5.3, 1.9, 8},
           {{25, -32.8, -2}, 6.8, 3.1, 10},
           {{22.9, -36.6, -14}, 9.2, 4.8, 12},
           {{19.9, -39.5, -27}, 12, 7, 12},
           {{17, -41.6, -42}, 14.8, 9, 13},
           {{15.4, -42.5, -57}, 16.8, 10.5, 14},
           {{14.5, -42.5, -80}, 18, 12, 16},
           {{14.5, -42, -120}, 18.5, 12.5, 18}},
          -38,
          6,
          End::inserted,
          End::cut,
          -1};
}

/// Its outer part: flat and broad, from the back of the fibular head straight down between fibula and
/// gastrocnemius.
YieldingMuscle soleus() {
  return {PartId::soleus,
          {{{36.5, -30, -55}, 4, 0.8, 10},
           {{35, -30.5, -63}, 6.5, 2.4, 12},
           {{31.8, -30, -75}, 10, 4.4, 14},
           {{28, -29, -89}, 13.2, 6, 12},
           {{24.8, -27.8, -105}, 15.4, 7.2, 9},
           {{23.2, -27.5, -120}, 16, 7.8, 6}},
          -38,
          6,
          End::inserted,
          End::cut,
          -1};
}

}  // namespace

std::vector<std::pair<PartId, Mesh>> build_back_muscles(const Placed& knee) {
  return build_yielding(
      knee, {popliteus(), semimembranosus(), semitendinosus(), biceps_long_head(), biceps_short_head(),
             gastrocnemius_medial(), gastrocnemius_lateral(), soleus()});
}

}  // namespace mend::anatomy
