#include "scene/cell_placement.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <numeric>

#include "base/parallel.h"
#include "scene/cell_signs.h"
#include "scene/keyed_draws.h"

namespace mend::scene {
namespace {

using anatomy::WallPoint;

constexpr std::uint64_t kWhySeat = 0x5c3e0201, kWhyDrift = 0x5c3e0202, kWhyLook = 0x5c3e0203,
                        kWhyJitter = 0x5c3e0204, kWhyDetour = 0x5c3e0205;
constexpr float kTurn = 6.2831853f;

constexpr float kSynoviumShare = 0.85f;  // of attached cells; the others sit on cartilage and fat (assumed)
constexpr double kFadeInFluid = 0.3;     // days a cleared cell takes to fade (assumed)
constexpr double kFadeOnWall = 0.7;      // days a dead cell takes to shrink and fade (assumed)
// A cell settles at most this far from the needle: so many mm, and so many more for each day of its flight
// (assumed).
constexpr float kReach = 6;
constexpr float kSpeed = 300;
constexpr std::size_t kMostDetours = 2;
// Of the flight (assumed): the share over which cells leave the needle one by one, the share after that in
// which each appears, and how far hesitation may hold a cell back, of the way that is left.
constexpr double kStream = 0.15;
constexpr float kAppear = 0.08f;
constexpr float kHesitation = 0.42f;
const float kDying = with_sign(CellKind::stem, CellSign::dies);
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

/// A wave of two parabolas through 0, 1, 0, -1 at 0, 1/4, 1/2, 3/4 of a turn: a million cells take eight
/// each.
Lanes wave(Lanes turns) {
  const Lanes x = turns - nearest(turns);
  return x * (8 - 16 * abs_of(x));
}

Words random_words(Key key) {
  const std::uint64_t low = random_bits(key);
  ++key.when;
  const std::uint64_t high = random_bits(key);
  return Words{static_cast<std::uint32_t>(low), static_cast<std::uint32_t>(low >> 32),
               static_cast<std::uint32_t>(high), static_cast<std::uint32_t>(high >> 32)};
}

/// From 0 to 1 without a corner.
float smooth(float x) {
  return x * x * (3 - 2 * x);
}

/// Byte 0 to 3 of each word, as a number from 0 to below 1.
Lanes share_of(Words words, int byte) {
  return Lanes((words >> (8 * byte)) & 0xffu) * (1.0f / 256);
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

}  // namespace

float cell_radius(const Orbit& orbit) {
  constexpr float kWholeKnee = 225, kRadius = 0.95f;  // mm
  const float height = 2 * orbit.distance * std::tan(glm::radians(orbit.field_of_view) / 2);
  return glm::clamp(kRadius * std::pow(height / kWholeKnee, 0.55f), 0.12f, 1.4f);
}

/// What all cells of a frame share.
struct CellTracks::Moment {
  double day;
  float radius;
  float turn;    // of the wobble
  float shake;   // mm: how far molecular jitter goes
  Words jitter;  // changes with each step of it

  Moment(const View& view, double on_day, std::uint64_t seed)
      : day(on_day),
        radius(cell_radius(view.orbit)),
        turn(view.reduced_motion ? 0 : static_cast<float>(wrapped(0.3 * view.seconds))),
        shake(view.reduced_motion ? 0 : 0.25f * 0.577f * radius) {
    const auto step = static_cast<std::uint64_t>(std::fmax(view.seconds, 0) * kJitterRate);
    jitter = random_words({seed, step, 0, kWhyJitter});
  }
};

CellTracks::CellTracks(std::span<const sim::CellRecord> records, const anatomy::Knee& knee,
                       std::uint64_t seed)
    : seed_(seed), ways_(knee.cavity), known_(knee.cavity.size() * (kMostDetours + 1)) {
  if (knee.cavity.empty()) return;
  const Seats seats(knee);
  tracks_.reserve(records.size());
  stays_.reserve(records.size());
  for (const sim::CellRecord& record : records) {
    const Seat seat = seat_of(record, knee, seats, seed);
    const End end = end_of(record);
    KeyedDraws look(seed, record.id, kWhyLook);
    Track track;
    track.seat = seat.position;
    track.normal = glm::i8vec3(glm::round(127.0f * seat.normal));
    track.size = 0.85f + 0.3f * look.next();
    const float turn = look.next();
    track.spin = seat.normal == glm::vec3(0) ? turn : spin_on(seat.normal, turn);  // flat on what it holds on to
    track.dies = record.fate == sim::CellFate::attaches_then_dies;
    track.wobble = look.next();
    const double flight = record.settles - record.injected;
    const double leaves = record.injected + kStream * flight * look.next();
    track.settles = static_cast<float>(record.settles);
    track.fade = static_cast<float>(end.fade);
    track.way = way_to(seat.cavity, flight < 0.5 ? 0 : flight < 1.4 ? 1 : kMostDetours);
    track.draws = random_words({seed, record.id, 0, kWhyDrift});
    tracks_.push_back(track);
    stays_.push_back({static_cast<float>(leaves), static_cast<float>(end.day + end.fade)});
  }
}

/// Past so many places of the cavity; the same way for all who sit beside this point.
Way CellTracks::way_to(std::int32_t cavity, std::size_t detours) {
  std::optional<Way>& way = known_[static_cast<std::size_t>(cavity) * (kMostDetours + 1) + detours];
  if (!way) {
    KeyedDraws draws(seed_, static_cast<std::uint64_t>(cavity), kWhyDetour);
    const auto tree = static_cast<std::size_t>(draws.next() * 65536.0f);
    std::array<std::int32_t, kMostDetours + 1> stops;
    for (std::size_t i = 0; i < detours; ++i)
      stops[i] = static_cast<std::int32_t>(draws.next() * static_cast<float>(ways_.size()));
    stops[detours] = cavity;
    way = ways_.add(std::span(stops).first(detours + 1), tree);
  }
  return *way;
}

void CellTracks::add(const View& view, double day, int threads, std::vector<CellInstance>& cells) const {
  const Moment moment(view, day, seed_);
  // Stretches of records are dealt out as threads come for them: cells that drift take longer than others.
  constexpr std::size_t kStretch = 8192;
  constexpr std::size_t kAhead = 12;  // a track is asked of memory so many cells before its turn
  const std::size_t stretches = (tracks_.size() + kStretch - 1) / kStretch;
  const auto each_stretch = [&](const auto& body) {
    std::atomic<std::size_t> next = 0;
    const auto workers = static_cast<std::size_t>(threads > 0 ? threads : core_count());
    parallel_for(std::min(workers, stretches), threads, [&](std::size_t, std::size_t) {
      for (std::size_t stretch = next++; stretch < stretches; stretch = next++)
        body(stretch, stretch * kStretch, std::min(tracks_.size(), (stretch + 1) * kStretch));
    });
  };
  const auto date = static_cast<float>(day);
  std::vector<std::size_t> begins(stretches + 1);  // of the cells of each stretch; first, how many there are
  each_stretch([&](std::size_t stretch, std::size_t from, std::size_t to) {
    std::uint32_t count = 0;
    for (std::size_t i = from; i < to; ++i) count += stays_[i].holds(date);
    begins[stretch + 1] = count;
  });
  begins[0] = cells.size();
  std::partial_sum(begins.begin(), begins.end(), begins.begin());
  cells.resize(begins.back());
  each_stretch([&](std::size_t stretch, std::size_t from, std::size_t to) {
    std::array<std::uint32_t, kStretch> drawn;  // listed first, without branches that nobody can foresee
    std::size_t count = 0;
    for (std::size_t i = from; i < to; ++i) {
      drawn[count] = static_cast<std::uint32_t>(i);
      count += stays_[i].holds(date);
    }
    CellInstance* const here = cells.data() + begins[stretch];
    for (std::size_t k = 0; k < count; ++k) {
      __builtin_prefetch(&tracks_[drawn[std::min(k + kAhead, count - 1)]]);
      here[k] = cell(stays_[drawn[k]], tracks_[drawn[k]], moment);
    }
  });
}

inline CellInstance CellTracks::cell(const Stay& stay, const Track& track, const Moment& moment) const {
  CellInstance cell;
  cell.kind = static_cast<float>(CellKind::stem);
  cell.radius = moment.radius * track.size;
  cell.spin = track.spin;
  const float turn = moment.turn + track.wobble;
  cell.phase = turn - static_cast<float>(turn >= 1);
  const auto date = static_cast<float>(moment.day);
  if (date < track.settles) {
    // Days since it left the needle; in double, so that its motion is smooth in later years too.
    const auto clock = static_cast<float>(moment.day - static_cast<double>(stay.leaves));
    const float time = std::max(0.0f, std::min(clock / (track.settles - stay.leaves), 1.0f));
    const Lanes place = drift(track, time, clock, moment);
    cell.position = {place[0], place[1], place[2]};
    cell.life = smooth(std::min(time * (1 / kAppear), 1.0f));
  } else {
    // Half sunk into what it holds on to, breathing with its wobble.
    const float height = cell.radius * (0.5f + 0.1f * wave(cell.phase)[0]);
    cell.position = track.seat + glm::vec3(track.normal) * (height / 127);
    const float left = std::min((stay.gone - date) / track.fade, 1.0f);
    cell.life = smooth(left);
    // Cells on a wall send out their signals until they die (cartilage.md section 3).
    cell.kind = track.dies && left < 1 ? kDying : signalling(CellKind::stem, cell.phase);
  }
  return cell;
}

/// Where it is in the fluid, in x, y and z, `clock` days after it left the needle: fast out of it, arriving
/// slowly, with hesitation and steps back, and wandering about its way with periods of 5 to 12 hours. All
/// four lanes swing with a slow and a fast wave of their own; the fourth is the hesitation, in shares of the
/// flight.
inline Lanes CellTracks::drift(const Track& track, float time, float clock, const Moment& moment) const {
  const Lanes clocks(clock, clock, clock, 1.6f * time);
  const Lanes slow = wave(clocks * (2 + share_of(track.draws, 0)) + share_of(track.draws, 1));
  const Lanes fast = wave(clocks * (3.5f + 1.5f * share_of(track.draws, 2)) + share_of(track.draws, 3));
  const Lanes swing = 0.346f * slow + 0.231f * fast;  // at most 1 long
  const float left = 1 - time;
  const float share = 1 - left * std::sqrt(left) * (1 + kHesitation * time * swing[3]);
  const Lanes place = ways_.at(track.way, Lanes(track.seat.x, track.seat.y, track.seat.z, 0), share);
  const Lanes jitter = Lanes((track.draws ^ moment.jitter) >> 9) * 0x1p-22f - 1;
  return place + place[3] * swing + moment.shake * jitter;
}

}  // namespace mend::scene
