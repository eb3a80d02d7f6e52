// Every tunable, declared once: key, names, unit, range, audience, help and standing of each field of a
// scenario. The file reader and writer, --set, the panel, the reference page, the hash, the diff and the
// random scenarios are all visitors of this. Defaults are not here: they are those of a default-constructed
// Scenario.
//
// A visitor that prints every number with its default:
//
//   struct Print : params::Visitor {
//     void number(const params::Field& field, double& value, double standard) override {
//       std::cout << path(field) << " = " << value << " (default " << standard << ")\n";
//     }
//   } print;
//   params::describe(scenario, print);
//
// Values are references: a visitor may change them (keep numbers within low and high). Override what you
// need; a group or list that returns false is not entered.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/units.h"
#include "params/scenario.h"

namespace mend::params {

/// Who is offered a field in the panel; each sees also those before it.
enum class Audience { visitor, lecturer, researcher };

/// What stands behind a default.
enum class Backing {
  chosen,        // part of the scenario: a choice, not a claim
  published,     // read in the source named
  recalled,      // the source named, cited from memory and not yet checked
  evidence,      // a claim of assets/evidence.json, by its id
  assumed,       // ours
  hypothetical,  // an idea that trials have not shown
};

struct Standing {
  Backing backing = Backing::assumed;
  std::string_view text;  // the source, the claim's id, or how we came to it
};

constexpr Standing chosen(std::string_view note = "") {
  return {Backing::chosen, note};
}
constexpr Standing published(std::string_view source) {
  return {Backing::published, source};
}
constexpr Standing recalled(std::string_view source) {
  return {Backing::recalled, source};
}
constexpr Standing evidence(std::string_view claim) {
  return {Backing::evidence, claim};
}
constexpr Standing assumed(std::string_view how = "") {
  return {Backing::assumed, how};
}
constexpr Standing hypothetical(std::string_view idea) {
  return {Backing::hypothetical, idea};
}

/// Everything told about one field except its default.
struct Field {
  std::string_view key;        // as in files, after the keys of its groups
  std::string_view name;       // plain words
  std::string_view technical;  // the field's own term, with the symbol of the equations
  Unit unit = Unit::none;
  double low = 0, high = 0;  // inclusive, in `unit`; for text the fewest and most characters
  Audience audience = Audience::researcher;
  std::string_view help;  // one line
  Standing standing;
};

/// One value of a choice, in the order of its enumerators.
struct Option {
  std::string_view key, name, help;
};

/// A struct inside a struct, or a list of them.
struct Group {
  std::string_view key, name, help;
};

template <typename Struct>
class Walk;

/// Called for each field in the order of the struct. `standard` is the default, or the other scenario of a
/// comparison.
class Visitor {
 public:
  virtual ~Visitor() = default;
  virtual void number(const Field&, double& /*value*/, double /*standard*/) {}
  virtual void whole(const Field&, int& /*value*/, int /*standard*/) {}
  virtual void flag(const Field&, bool& /*value*/, bool /*standard*/) {}
  /// value and standard index `options`.
  virtual void choice(const Field&, std::span<const Option> /*options*/, int& /*value*/, int /*standard*/) {}
  virtual void seed(const Field&, std::uint64_t& /*value*/, std::uint64_t /*standard*/) {}
  virtual void text(const Field&, std::string& /*value*/, const std::string& /*standard*/) {}
  /// Before and after the fields of a group.
  virtual bool enter(const Group&) { return true; }
  virtual void leave(const Group&) {}
  /// Before the events are walked one by one; may add or remove some.
  virtual bool list(const Group&, std::vector<Event>& /*events*/, const std::vector<Event>& /*standard*/) {
    return true;
  }

  /// "lesion.diameter", "regimen[0].dose": the key of a field with those of its groups.
  [[nodiscard]] std::string path(std::string_view key) const { return prefix_ + std::string(key); }
  [[nodiscard]] std::string path(const Field& field) const { return path(field.key); }

 private:
  template <typename Struct>
  friend class Walk;
  std::string prefix_;  // "lesion.", "regimen[0]."
};

/// One struct under a visitor, beside the struct that holds its defaults.
template <typename Struct>
class Walk {
 public:
  Walk(Struct& value, const Struct& standard, Visitor& visitor)
      : value_(value), standard_(standard), visitor_(visitor) {}

  void number(double Struct::*member, const Field& field) const {
    visitor_.number(field, value_.*member, standard_.*member);
  }
  void whole(int Struct::*member, const Field& field) const {
    visitor_.whole(field, value_.*member, standard_.*member);
  }
  void flag(bool Struct::*member, const Field& field) const {
    visitor_.flag(field, value_.*member, standard_.*member);
  }
  void seed(std::uint64_t Struct::*member, const Field& field) const {
    visitor_.seed(field, value_.*member, standard_.*member);
  }
  void text(std::string Struct::*member, const Field& field) const {
    visitor_.text(field, value_.*member, standard_.*member);
  }
  template <typename Enum>
  void choice(Enum Struct::*member, std::span<const Option> options, const Field& field) const {
    int index = static_cast<int>(value_.*member);
    visitor_.choice(field, options, index, static_cast<int>(standard_.*member));
    value_.*member = static_cast<Enum>(index);
  }
  template <typename Inner>
  void group(Inner Struct::*member, const Group& group) const {
    if (!visitor_.enter(group)) return;
    within(std::string(group.key), value_.*member, standard_.*member);
    visitor_.leave(group);
  }
  void list(std::vector<Event> Struct::*member, const Group& group) const {
    std::vector<Event>& events = value_.*member;
    if (!visitor_.list(group, events, standard_.*member)) return;
    const Event standard;
    const std::vector<Event>& others = standard_.*member;
    for (std::size_t i = 0; i < events.size(); ++i)
      within(std::string(group.key) + "[" + std::to_string(i) + "]", events[i],
             i < others.size() ? others[i] : standard);
  }

 private:
  template <typename Inner>
  void within(const std::string& key, Inner& value, const Inner& standard) const {
    const std::size_t outer = visitor_.prefix_.size();
    visitor_.prefix_ += key + ".";
    describe(Walk<Inner>(value, standard, visitor_));
    visitor_.prefix_.resize(outer);
  }

  Struct& value_;
  const Struct& standard_;
  Visitor& visitor_;
};

void describe(const Walk<Scenario>&);
void describe(const Walk<Patient>&);
void describe(const Walk<Build>&);
void describe(const Walk<Joint>&);
void describe(const Walk<Lesion>&);
void describe(const Walk<Nerve>&);
void describe(const Walk<Muscle>&);
void describe(const Walk<Ligament>&);
void describe(const Walk<Medicine>&);
void describe(const Walk<Event>&);
void describe(const Walk<Assumptions>&);
void describe(const Walk<JointModel>&);
void describe(const Walk<DefectModel>&);
void describe(const Walk<NerveModel>&);
void describe(const Walk<AxonModel>&);
void describe(const Walk<PainModel>&);
void describe(const Walk<CellModel>&);
void describe(const Walk<MuscleModel>&);
void describe(const Walk<LigamentModel>&);
void describe(const Walk<MedicineModel>&);

/// A scenario with every default.
[[nodiscard]] const Scenario& standard_scenario();

/// Visits every field beside its default.
void describe(Scenario& scenario, Visitor& visitor);
/// The same for a visitor that only reads; what it changes is lost.
void describe(const Scenario& scenario, Visitor& visitor);
/// Visits every field of `scenario` beside that of `other`.
void compare(const Scenario& scenario, const Scenario& other, Visitor& visitor);

/// How the default of a field is backed, in one word: "published", "recalled", "evidence", "assumed",
/// "hypothetical".
[[nodiscard]] std::string_view word(Backing backing);

}  // namespace mend::params
