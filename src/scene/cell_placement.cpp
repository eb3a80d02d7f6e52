#include "scene/cell_placement.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/parallel.h"
#include "scene/keyed_draws.h"

namespace mend::scene {
namespace {

using anatomy::WallPoint;

constexpr std::uint64_t kWhySeat = 0x5c3e0201, kWhyDrift = 0x5c3e0202, kWhyLook = 0x5c3e0203,
                        kWhyJitter = 0x5c3e0204;
constexpr float kTurn = 6.2831853f;

constexpr float kSynoviumShare = 0.85f;  // of attached cells; the others sit on cartilage and fat (assumed)
constexpr double kFadeInFluid = 0.3;     // days a cleared cell takes to fade (assumed)
constexpr double kFadeOnWall = 0.7;      // days a dead cell takes to shrink and fade (assumed)
// A cell settles at most this far from the needle: so many mm, and so many more for each day of its flight
// (assumed).
constexpr float kReach = 6;
constexpr float kSpeed = 300;
constexpr double kJitterRate = 13;  // Hz: molecular jitter is shown at 12-15 Hz, whatever the frame rate

/// The walls a cell can settle on, by kind.
struct Seats {
  std::vector<const WallPoint*> synovium, others;

  explicit Seats(const anatomy::Knee& knee) {
    for (const WallPoint& wall : knee.walls)
      (wall.part == anatomy::PartId::capsule ? synovium : others).push_back(&wall);
    if (others.empty()) others = synovium;
    if (synovium.empty()) synovium = others;
  }
};

/// Where a record ends up: a wall, or a place in the fluid.
struct Seat {
  glm::vec3 position{0}, normal{0};
  std::int32_t cavity = 0;
};

/// A little beside the wall point, so that two cells of one point do not stand in each other.
Seat on(const WallPoint& wall, std::uint32_t id) {
  constexpr float kBeside = 1.2f;  // mm
  const float angle = kTurn * static_cast<float>(low_discrepancy(id + 1, 7));
  const float beside = kBeside * static_cast<float>(low_discrepancy(id + 1, 5));
  const glm::vec3 any = std::fabs(wall.normal.z) < 0.7f ? glm::vec3(0, 0, 1) : glm::vec3(1, 0, 0);
  const glm::vec3 across = glm::normalize(glm::cross(wall.normal, any)),
                  along = glm::cross(wall.normal, across);
  return {wall.position + beside * (std::cos(angle) * across + std::sin(angle) * along), wall.normal,
          std::max(wall.cavity, 0)};
}

template <typename T>
const T& pick_at(const std::vector<T>& list, double share) {
  return list[std::min(static_cast<std::size_t>(share * static_cast<double>(list.size())), list.size() - 1)];
}

double wrapped(double x) {
  return x - std::floor(x);
}

/// Even over the walls (stratified by the record's number); a cell with little time settles near the needle.
Seat seat_of(const sim::CellRecord& record, const anatomy::Knee& knee, const Seats& seats,
             std::uint64_t seed) {
  if (record.fate == sim::CellFate::engrafts && !knee.lesion_floor.empty())
    return on(pick_at(knee.lesion_floor, low_discrepancy(record.id + 1, 3)), record.id);
  const double shift = uniform({seed, 0, 0, kWhySeat});
  const bool is_cleared = record.fate == sim::CellFate::cleared;
  const auto& walls = low_discrepancy(record.id + 1, 2) < kSynoviumShare ? seats.synovium : seats.others;
  const float reach = kReach + kSpeed * static_cast<float>(record.settles - record.injected);
  Seat nearest;
  float nearest_distance = INFINITY;
  for (int attempt = 0; attempt < 6; ++attempt) {
    constexpr double kGolden = 0.6180339887498949;
    const double share = wrapped(low_discrepancy(record.id + 1, 3) + shift + kGolden * attempt);
    Seat seat;
    if (is_cleared || walls.empty()) {
      seat.cavity = static_cast<std::int32_t>(share * static_cast<double>(knee.cavity.size()));
      seat.position = knee.cavity[static_cast<std::size_t>(seat.cavity)].position;
    } else {
      seat = on(*pick_at(walls, share), record.id);
    }
    const float distance = glm::distance(seat.position, knee.needle_tip);
    if (distance < nearest_distance) {
      nearest = seat;
      nearest_distance = distance;
    }
    if (distance <= reach) return seat;
  }
  return nearest;
}

/// A wave through 0, 1, 0, -1 at 0, 1/4, 1/2, 3/4 of a turn and as round as a sine to a thousandth, for a
/// tenth of its time: a million cells take ten of them each.
float wave(float turns) {
  const float x = turns - std::floor(turns + 0.5f);
  const float arch = x * (8 - 16 * std::fabs(x));
  return arch * (0.775f + 0.225f * std::fabs(arch));
}

/// Progress along the way: fast out of the needle, with hesitation and steps back, arriving slowly.
float progress(float time, KeyedDraws& draws) {
  const float window = 4 * time * (1 - time);
  float share = 1 - std::pow(1 - time, 1.6f);
  share += window * 0.030f * wave((2 + 2 * draws.next()) * time + draws.next());
  share += window * 0.015f * wave((6 + 3 * draws.next()) * time + draws.next());
  return glm::clamp(share, 0.0f, 1.0f);
}

/// Wandering about the way, at most 1 long; periods of 5 to 12 hours.
glm::vec3 wander(double day, KeyedDraws& draws) {
  glm::vec3 way(0);
  for (int axis = 0; axis < 3; ++axis) {
    const double slow = wrapped(day * (2 + draws.next()) + draws.next());
    const double fast = wrapped(day * (3.5 + 1.5 * draws.next()) + draws.next());
    way[axis] = 0.577f * (0.6f * wave(static_cast<float>(slow)) + 0.4f * wave(static_cast<float>(fast)));
  }
  return way;
}

/// A new small offset 13 times a second, at most 1 long.
glm::vec3 jitter(std::uint32_t id, const View& view, std::uint64_t seed) {
  if (view.reduced_motion) return glm::vec3(0);
  const auto step = static_cast<std::uint64_t>(std::fmax(view.seconds, 0) * kJitterRate);
  KeyedDraws draws(seed ^ step, id, kWhyJitter);
  return 0.577f * (2.0f * glm::vec3(draws.next(), draws.next(), draws.next()) - 1.0f);
}

/// The last day a record is whole, and how long it takes to fade after that.
struct End {
  double day = 0, fade = 1;
};

End end_of(const sim::CellRecord& record) {
  switch (record.fate) {
    case sim::CellFate::cleared:
      return {record.settles, kFadeInFluid};
    case sim::CellFate::attaches_then_dies:
      return {record.dies, kFadeOnWall};
    case sim::CellFate::engrafts:
      break;
  }
  // The column model carries engrafted cells on, with their losses and offspring: within weeks the resident
  // cells of the repair tissue stand for them.
  constexpr double kFirst = 10, kSpread = 20, kHandOver = 3;  // days (assumed)
  return {record.settles + kFirst + kSpread * low_discrepancy(record.id + 1, 11), kHandOver};
}

/// 1 while a track is whole, then falling to 0; negative when there is nothing left to draw.
float remaining_life(float end, float fade, double day) {
  const float gone = (static_cast<float>(day) - end) / fade;
  return gone >= 1 ? -1 : 1 - glm::smoothstep(0.0f, 1.0f, gone);
}

}  // namespace

float cell_radius(const Orbit& orbit) {
  constexpr float kWholeKnee = 225, kRadius = 1.1f;  // mm
  const float height = 2 * orbit.distance * std::tan(glm::radians(orbit.field_of_view) / 2);
  return glm::clamp(kRadius * std::pow(height / kWholeKnee, 0.55f), 0.12f, 1.4f);
}

CellTracks::CellTracks(std::span<const sim::CellRecord> records, const anatomy::Knee& knee,
                       std::uint64_t seed)
    : seed_(seed), tree_(knee.cavity) {
  if (knee.cavity.empty()) return;
  const Seats seats(knee);
  tracks_.reserve(records.size());
  for (const sim::CellRecord& record : records) {
    const Seat seat = seat_of(record, knee, seats, seed);
    const End end = end_of(record);
    KeyedDraws look(seed, record.id, kWhyLook);
    const float size = 0.85f + 0.3f * look.next(), spin = look.next(), wobble = look.next();
    tracks_.push_back({seat.position, seat.normal, size, spin, wobble, static_cast<float>(record.injected),
                       static_cast<float>(record.settles), static_cast<float>(end.day),
                       static_cast<float>(end.fade), seat.cavity, record.id});
  }
}

void CellTracks::add(const View& view, double day, int threads, std::vector<CellInstance>& cells) const {
  const float radius = cell_radius(view.orbit);
  // Each stretch of records packs its cells at its own beginning; the stretches are then moved together.
  constexpr std::size_t kStretch = 16384;
  const std::size_t stretches = (tracks_.size() + kStretch - 1) / kStretch, first = cells.size();
  std::vector<std::size_t> counts(stretches);
  cells.resize(first + tracks_.size());
  parallel_for(stretches, threads, [&](std::size_t begin, std::size_t end) {
    for (std::size_t stretch = begin; stretch < end; ++stretch) {
      const std::size_t last = std::min(tracks_.size(), (stretch + 1) * kStretch);
      CellInstance* const packed = &cells[first + stretch * kStretch];
      CellInstance* next = packed;
      for (std::size_t i = stretch * kStretch; i < last; ++i) {
        *next = cell(tracks_[i], view, radius, day);
        if (next->life > 0) ++next;
      }
      counts[stretch] = static_cast<std::size_t>(next - packed);
    }
  });
  auto end = cells.begin() + static_cast<std::ptrdiff_t>(first);
  for (std::size_t stretch = 0; stretch < stretches; ++stretch) {
    const auto from = cells.begin() + static_cast<std::ptrdiff_t>(first + stretch * kStretch);
    end = std::move(from, from + static_cast<std::ptrdiff_t>(counts[stretch]), end);
  }
  cells.erase(end, cells.end());
}

/// Life 0 when it is not to be drawn.
CellInstance CellTracks::cell(const Track& track, const View& view, float radius, double day) const {
  CellInstance cell;
  cell.life = day < track.injected ? 0 : std::max(0.0f, remaining_life(track.end, track.fade, day));
  if (cell.life <= 0) return cell;
  cell.kind = static_cast<float>(CellKind::stem);
  cell.radius = radius * track.size;
  cell.spin = track.spin;
  cell.phase = static_cast<float>(wrapped((view.reduced_motion ? 0 : 0.3 * view.seconds) + track.wobble));
  if (day < track.settles) {
    const Drifting drifting = drift(track, day);
    cell.life = drifting.life;
    cell.position = drifting.position + 0.25f * radius * jitter(track.id, view, seed_);
  } else {
    // Half sunk into what it holds on to, breathing with its wobble.
    cell.position = track.seat + track.normal * cell.radius * (0.5f + 0.1f * wave(cell.phase));
  }
  return cell;
}

CellTracks::Drifting CellTracks::drift(const Track& track, double day) const {
  constexpr float kStream = 0.15f;  // share of the flight over which cells leave the needle one by one
  constexpr float kAppear = 0.08f;
  constexpr float kWander = 0.95f, kWidest = 6;  // of the clearance; mm
  constexpr std::size_t kMostDetours = 2;
  KeyedDraws draws(seed_, track.id, kWhyDrift);
  const float flight = track.settles - track.injected;
  const float delay = kStream * draws.next();
  const float time = (static_cast<float>(day - track.injected) / flight - delay) / (1 - delay);
  if (time <= 0) return {};
  const std::size_t detours = flight < 0.5f ? 0 : flight < 1.4f ? 1 : kMostDetours;
  std::array<std::int32_t, kMostDetours + 1> stops;
  for (std::size_t i = 0; i < detours; ++i)
    stops[i] = static_cast<std::int32_t>(draws.next() * static_cast<float>(tree_.size()));
  stops[detours] = track.cavity;
  const Way way(tree_, std::span(stops).first(detours + 1), track.seat);
  const Way::Place place = way.at(progress(time, draws));
  const float width = kWander * glm::min(place.clearance, kWidest);
  return {place.position + width * wander(day, draws), glm::smoothstep(0.0f, kAppear, time)};
}

}  // namespace mend::scene
