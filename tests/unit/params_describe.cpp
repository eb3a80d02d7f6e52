#include "params/describe.h"

#include <doctest/doctest.h>

#include <set>
#include <type_traits>
#include <utility>

using namespace mend::params;
using mend::Unit;

namespace {

/// Stands for an initializer of any type.
struct Anything {
  std::size_t ignored;
  template <typename T>
  operator T() const;  // never called
};

template <typename Struct, std::size_t... I>
constexpr bool takes(std::index_sequence<I...>) {
  return requires {
    Struct{Anything{I}...};
  };
}

/// How many fields an aggregate has: the most initializers it takes.
template <typename Struct, std::size_t N = 0>
constexpr std::size_t field_count() {
  static_assert(std::is_aggregate_v<Struct>);
  if constexpr (takes<Struct>(std::make_index_sequence<N + 1>{}))
    return field_count<Struct, N + 1>();
  else
    return N;
}

/// Counts what is described at the level of one struct, not inside its groups.
struct Counter : Visitor {
  std::set<std::string_view> keys;
  std::size_t calls = 0;

  void count(std::string_view key) {
    ++calls;
    keys.insert(key);
  }
  void number(const Field& field, double&, double) override { count(field.key); }
  void whole(const Field& field, int&, int) override { count(field.key); }
  void flag(const Field& field, bool&, bool) override { count(field.key); }
  void choice(const Field& field, std::span<const Option>, int&, int) override { count(field.key); }
  void seed(const Field& field, std::uint64_t&, std::uint64_t) override { count(field.key); }
  void text(const Field& field, std::string&, const std::string&) override { count(field.key); }
  bool enter(const Group& group) override {
    count(group.key);
    return false;
  }
  bool list(const Group& group, std::vector<Event>&, const std::vector<Event>&) override {
    count(group.key);
    return false;
  }
};

template <typename Struct>
void check_described() {
  Struct value;
  const Struct standard;
  Counter counter;
  describe(Walk<Struct>(value, standard, counter));
  CAPTURE(*counter.keys.begin());
  CHECK(counter.calls == field_count<Struct>());
  CHECK(counter.keys.size() == counter.calls);
}

/// Moves each field away from its value and counts how many fields of the struct that changed.
struct Mover : Visitor {
  void number(const Field&, double& value, double) override { value += 1; }
  void whole(const Field&, int& value, int) override { value += 1; }
  void flag(const Field&, bool& value, bool) override { value = !value; }
};

template <typename F>
struct Each : Visitor {
  explicit Each(F check) : check_(check) {}
  void number(const Field& field, double& value, double) override { check_(path(field), field, value); }
  void whole(const Field& field, int& value, int) override { check_(path(field), field, double(value)); }
  F check_;
};

}  // namespace

TEST_CASE("every field of every struct is described once") {
  static_assert(field_count<Lesion>() == 4);
  static_assert(field_count<Event>() == 6);
  check_described<Scenario>();
  check_described<Patient>();
  check_described<Joint>();
  check_described<Lesion>();
  check_described<Nerve>();
  check_described<Event>();
  check_described<Assumptions>();
  check_described<JointModel>();
  check_described<DefectModel>();
  check_described<NerveModel>();
  check_described<AxonModel>();
  check_described<Muscle>();
  check_described<Ligament>();
  check_described<Medicine>();
  check_described<PainModel>();
  check_described<CellModel>();
  check_described<MuscleModel>();
  check_described<LigamentModel>();
  check_described<MedicineModel>();
}

TEST_CASE("no two fields are described as one: moving each moves another number") {
  // A member named twice under two keys would move twice.
  JointModel moved;
  const JointModel standard;
  Mover mover;
  describe(Walk<JointModel>(moved, standard, mover));
  const auto* before = reinterpret_cast<const double*>(&standard);
  const auto* after = reinterpret_cast<const double*>(&moved);
  for (std::size_t i = 0; i < sizeof(JointModel) / sizeof(double); ++i) CHECK(after[i] == before[i] + 1);
  NerveModel nerve;
  const NerveModel standard_nerve;
  describe(Walk<NerveModel>(nerve, standard_nerve, mover));
  before = reinterpret_cast<const double*>(&standard_nerve);
  after = reinterpret_cast<const double*>(&nerve);
  for (std::size_t i = 0; i < sizeof(NerveModel) / sizeof(double); ++i) CHECK(after[i] == before[i] + 1);
}

TEST_CASE("every default is within its range, and every range is one") {
  Scenario scenario;
  scenario.regimen.resize(1);
  std::size_t count = 0;
  Each check([&](const std::string& path, const Field& field, double value) {
    CAPTURE(path);
    CHECK(field.low < field.high + (field.key == "version" ? 1 : 0));
    CHECK(value >= field.low);
    CHECK(value <= field.high);
    CHECK(field.name.size() > 2);
    CHECK(field.name.size() <= 45);
    CHECK_FALSE(field.technical.empty());
    if (field.standing.backing != Backing::assumed && field.standing.backing != Backing::chosen)
      CHECK_FALSE(field.standing.text.empty());
    ++count;
  });
  describe(scenario, check);
  CHECK(count > 90);
}

TEST_CASE("a visitor sees the default beside the value and may change it") {
  struct Halver : Visitor {
    double standard_diameter = -1;
    void number(const Field& field, double& value, double standard) override {
      if (path(field) != "lesion.diameter") return;
      standard_diameter = standard;
      value /= 2;
    }
  } halver;
  Scenario scenario;
  scenario.lesion.diameter = 16;
  describe(scenario, halver);
  CHECK(scenario.lesion.diameter == 8.0);
  CHECK(halver.standard_diameter == Lesion{}.diameter);
  describe(std::as_const(scenario), halver);
  CHECK(scenario.lesion.diameter == 8.0);
}

TEST_CASE("paths name groups and events") {
  struct Paths : Visitor {
    std::set<std::string> all;
    void number(const Field& field, double&, double) override { all.insert(path(field)); }
  } paths;
  Scenario scenario;
  scenario.regimen.resize(2);
  describe(scenario, paths);
  for (const char* path : {"horizon", "patient.age", "mechanism.engrafting_fraction",
                           "trials.engrafting_fraction", "regimen[0].dose", "regimen[1].day"})
    CHECK(paths.all.contains(path));
}
