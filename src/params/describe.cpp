// The fields a person chooses: the scenario, the person, the joint, the injuries, the treatment and the lens.
#include "params/describe.h"

#include <array>

namespace mend::params {

using enum Audience;
using enum Unit;

namespace {

constexpr std::array kLenses = {
    Option{"mechanism", "Mechanism",
           "The regenerative idea as proposed: cells settle, become cartilage, guide the nerve."},
    Option{"trials", "Trials",
           "What controlled trials found: most cells are gone in weeks, no visible regrowth."}};

constexpr std::array kSides = {Option{"right", "Right", ""}, Option{"left", "Left", ""}};

constexpr std::array kLesionSiteOptions = {
    Option{"medial_femur", "Inner thigh-bone knob", "Medial femoral condyle, where it bears weight."},
    Option{"lateral_femur", "Outer thigh-bone knob", "Lateral femoral condyle, where it bears weight."},
    Option{"medial_tibia", "Inner shin-bone plate", "Medial tibial plateau."},
    Option{"lateral_tibia", "Outer shin-bone plate", "Lateral tibial plateau."},
    Option{"trochlea", "Groove of the kneecap", "Trochlea of the femur."},
    Option{"patella", "Kneecap", "Back of the patella, at its ridge."}};

constexpr std::array kLesionShoulders = {
    Option{"sharp", "Sharp", "Cut upright to stable cartilage, as a surgeon leaves it."},
    Option{"frayed", "Frayed", "Torn, with a ragged and sloping border."}};

constexpr std::array kNerveInjuries = {
    Option{"none", "None", "A healthy nerve."},
    Option{"neurapraxia", "Bruised", "Only the sheath is lost; the axons are whole (Sunderland grade I)."},
    Option{"crush", "Crushed", "The axons are cut; their tubes still stand (Sunderland grade II)."},
    Option{"grade3", "Crushed, tubes torn", "Axons find wrong tubes (Sunderland grade III)."},
    Option{"grade4", "Crushed to scar", "Only the outer wrapping holds (Sunderland grade IV)."},
    Option{"cut", "Cut through", "The nerve is divided (Sunderland grade V)."}};

constexpr std::array kNerveRepairs = {Option{"none", "None", "Left as it is."},
                                      Option{"suture", "Sewn", "End to end."},
                                      Option{"graft", "Graft", "A piece of another nerve bridges the gap."},
                                      Option{"conduit", "Tube", "An empty tube bridges the gap."}};

constexpr std::array kMuscleInjuries = {
    Option{"none", "None", "A healthy muscle."},
    Option{"grade1", "Grade I", "A tenth of the fibres is hurt."},
    Option{"grade2", "Grade II", "A partial tear."},
    Option{"grade3", "Grade III", "Nearly all fibres, and much of their scaffold."},
    Option{"toxin", "Laboratory", "Two thirds of the fibres; how mouse data are made."}};

constexpr std::array kLigamentInjuries = {
    Option{"none", "None", "Healthy ligaments."},
    Option{"mcl", "Inner side ligament", "Medial collateral ligament, torn; it usually heals."},
    Option{"acl_partial", "Front cruciate, part", "Anterior cruciate ligament, partial tear."},
    Option{"acl", "Front cruciate", "Anterior cruciate ligament, full tear; its ends seldom meet."},
    Option{"acl_braced", "Front cruciate, braced", "Full tear with the ends held near each other."}};

constexpr std::array kOpioidPlans = {Option{"none", "None", ""},
                                     Option{"fixed", "Fixed dose", "The same dose every day."},
                                     Option{"rule", "By a rule", "The dose follows pain; it is an outcome."}};
constexpr std::array kNsaids = {Option{"none", "None", ""}, Option{"oral", "Tablets", ""},
                                Option{"topical", "Gel", ""}};
constexpr std::array kNeuropathicDrugs = {Option{"none", "None", ""},
                                          Option{"tricyclic", "Tricyclic", "Such as amitriptyline."},
                                          Option{"snri", "SNRI", "Such as duloxetine."},
                                          Option{"gabapentinoid", "Gabapentinoid", "Such as pregabalin."}};

constexpr std::array kSites = {Option{"joint", "Joint", ""}, Option{"nerve", "Nerve", ""},
                               Option{"muscle", "Muscle", ""}, Option{"ligament", "Ligament", ""}};
constexpr std::array kCellSources = {Option{"marrow", "Marrow", ""}, Option{"fat", "Fat", ""},
                                     Option{"cord", "Cord", ""}};

constexpr std::array kEventKinds = {
    Option{"saline", "Salt water", "A dummy injection."},
    Option{"cells", "Stem cells", "Mesenchymal stromal cells injected into the joint fluid."},
    Option{"steroid", "Steroid", "An anti-inflammatory injection."},
    Option{"implant", "Stem cells in a gel", "Placed in the defect by surgery."},
    Option{"chondrocytes", "Cartilage cells",
           "Grown from the person's own cartilage and placed in the defect by surgery."},
    Option{"microfracture", "Microfracture", "Small holes in the bone let marrow cells into the defect."}};

constexpr double kLongestHorizon = 5 * kYear;

}  // namespace

void describe(const Walk<Scenario>& scenario) {
  scenario.whole(&Scenario::version, {"version", "Version of the file format", "version", none, 1, 1,
                                      researcher, "Files of a later version are refused.", chosen()});
  scenario.text(&Scenario::name,
                {"name", "Short name", "name", none, 0, 40, researcher,
                 "Lower-case letters, digits and dashes; used in the names of pictures.", chosen()});
  scenario.text(&Scenario::title,
                {"title", "Title", "title", none, 0, 80, researcher, "Shown on screen.", chosen()});
  scenario.choice(&Scenario::lens, kLenses,
                  {"lens", "How to look at it", "lens: a set of assumptions", none, 0, 0, visitor,
                   "The idea as proposed, or what controlled trials found. The equations are the same.",
                   chosen("The two sets are the groups mechanism and trials.")});
  scenario.seed(&Scenario::seed, {"seed", "Number that picks the cells", "random seed", none, 0, 0,
                                  researcher, "The same number gives the same run, cell by cell.", chosen()});
  scenario.number(&Scenario::horizon,
                  {"horizon", "How long to look", "horizon", day, 1, kLongestHorizon, lecturer,
                   "The run ends on this day.", chosen("24 months, the longest of most trials.")});
  scenario.group(&Scenario::patient, {"patient", "The person", "Who the joint and the nerve belong to."});
  scenario.group(&Scenario::build,
                 {"build", "The knee's build", "How large the knee is, and how far it is bent."});
  scenario.group(&Scenario::joint, {"joint", "The joint", "How the knee is before any treatment."});
  scenario.group(&Scenario::lesion, {"lesion", "The hole in the cartilage",
                                     "A focal defect of the cartilage, at one of six places."});
  scenario.group(&Scenario::nerve, {"nerve", "The nerve", "The common peroneal nerve beside the knee."});
  scenario.group(&Scenario::muscle, {"muscle", "The muscle", "The inner part of the thigh muscle."});
  scenario.group(&Scenario::ligament, {"ligament", "The ligament", "A ligament of the knee."});
  scenario.group(&Scenario::medicine, {"medicine", "The medicine", "What is taken against pain."});
  scenario.list(&Scenario::regimen, {"regimen", "The treatment", "Dated events, in any order."});
  scenario.group(&Scenario::mechanism, {"mechanism", "Assumptions of the Mechanism lens",
                                        "The regenerative idea as proposed. Not what trials have shown."});
  scenario.group(&Scenario::trials,
                 {"trials", "Assumptions of the Trials lens", "Set to what controlled trials found."});
  scenario.group(&Scenario::joint_model,
                 {"joint_model", "Constants: joint", "Cells in the joint, inflammation, wear and pain."});
  scenario.group(&Scenario::defect_model, {"defect_model", "Constants: cartilage defect",
                                           "Cells and matrix through the depth of the defect."});
  scenario.group(&Scenario::nerve_model,
                 {"nerve_model", "Constants: nerve", "Regrowth of one fascicle after a crush."});
  scenario.group(&Scenario::axon_model,
                 {"axon_model", "Constants: live axon", "Membrane, sheath and use of the double cable."});
  scenario.group(&Scenario::pain_model,
                 {"pain_model", "Constants: pain rating", "From the causes to the one rating, 0-10."});
  scenario.group(&Scenario::cell_model, {"cell_model", "Constants: cells", "Lineage, donor and dose."});
  scenario.group(&Scenario::muscle_model,
                 {"muscle_model", "Constants: muscle", "Clearing, regrowth and scar after a strain."});
  scenario.group(&Scenario::ligament_model,
                 {"ligament_model", "Constants: ligament", "Bridging, collagen and its order."});
  scenario.group(&Scenario::medicine_model,
                 {"medicine_model", "Constants: medicine", "Concentration, effect and tolerance."});
}

void describe(const Walk<Patient>& patient) {
  patient.number(&Patient::age, {"age", "Age", "age", year, 18, 90, lecturer,
                                 "Older tissue repairs more slowly; axons grow more slowly.", chosen()});
  patient.choice(&Patient::side, kSides,
                 {"side", "Which knee", "laterality", none, 0, 0, lecturer,
                  "The picture is mirrored for the left knee.", chosen()});
  patient.number(&Patient::body_mass_index,
                 {"body_mass_index", "Body mass index", "BMI", kg_per_m2, 15, 50, lecturer,
                  "Each point above 25 adds 0.03 to the load on the joint.", chosen()});
}

void describe(const Walk<Joint>& joint) {
  joint.whole(&Joint::kl_grade, {"kl_grade", "How worn the knee is", "Kellgren-Lawrence grade", none, 0, 4,
                                 visitor, "0 is a healthy knee, 4 is bone on bone.", chosen()});
  joint.flag(&Joint::recent_injury, {"recent_injury", "Just injured", "p(0) = 1", none, 0, 0, lecturer,
                                     "The joint starts inflamed, as after an accident.", chosen()});
  joint.number(&Joint::load,
               {"load", "Load on the joint", "L, 1 = normal daily load", none, 0, 2, lecturer,
                "More load wears cartilage faster: wear is multiplied by 0.5 + 0.5 L.", assumed()});
  joint.flag(&Joint::exercise, {"exercise", "Exercise programme", "exercise", none, 0, 0, lecturer,
                                "Slightly less drive of inflammation.", chosen()});
  joint.flag(&Joint::contextual_effect,
             {"contextual_effect", "Relief that any injection brings", "contextual (placebo) effect", none, 0,
              0, lecturer, "Attention, expectation and the needle itself ease pain, with or without cells.",
              evidence("contextual-share")});
  joint.number(&Joint::autoimmune_drive,
               {"autoimmune_drive", "Rheumatoid drive", "c_auto", none, 0, 2.5, lecturer,
                "Above 0 the immune system keeps the joint inflamed, as in rheumatoid arthritis.",
                assumed("1 wears cartilage two to three times as fast as osteoarthritis.")});
  joint.flag(&Joint::can_tip,
             {"can_tip", "A joint that can tip", "bistable inflammation", none, 0, 0, lecturer,
              "Calm until an injury; then its inflammation may keep itself going.",
              hypothetical("One of the regimes of Baker 2017; nobody knows which joints are so.")});
}

void describe(const Walk<Lesion>& lesion) {
  lesion.number(&Lesion::diameter,
                {"diameter", "Size of the hole", "lesion diameter", mm, 0, 30, visitor,
                 "0 is no hole.",
                 chosen("1000 arthroscopies found 2.1 cm2 on average, 16 mm across: Hjelle 2002.")});
  lesion.number(&Lesion::depth,
                {"depth", "Depth of the hole", "share of the native thickness", none, 0.2, 1, lecturer,
                 "1 is down to the bone; below 0.5 is grade 2, above it grade 3.",
                 chosen("Full thickness. Grades 2 and 3 divide at half the depth: ICRS, Brittberg 2003.")});
  lesion.choice(&Lesion::site, kLesionSiteOptions,
                {"site", "Where the hole is", "compartment", none, 0, 0, visitor, "",
                 chosen("58 % of focal defects lie on the medial femoral condyle: Hjelle 2002.")});
  lesion.choice(&Lesion::shoulder, kLesionShoulders,
                {"shoulder", "Border of the hole", "shoulder of the defect", none, 0, 0, lecturer,
                 "Only drawn: the models do not feel it.", chosen()});
}

void describe(const Walk<Nerve>& nerve) {
  nerve.choice(&Nerve::injury, kNerveInjuries,
               {"injury", "Injury of the nerve", "Sunderland grade", none, 0, 0, visitor, "Happens on day 0.",
                chosen()});
  nerve.number(
      &Nerve::above_fibular_neck,
      {"above_fibular_neck", "Where it is crushed", "distance proximal of the fibular neck", mm, 5, 80,
       researcher, "Along the nerve, above the place where it winds round the fibula.", chosen()});
  nerve.number(&Nerve::target_distance,
               {"target_distance", "Way to grow back", "distance to the end organ", mm, 10, 400, lecturer,
                "From the injury to the muscle or skin the axons served.", chosen()});
  nerve.whole(&Nerve::axons,
              {"axons", "Axons drawn", "representative axons of one fascicle", none, 7, 150, researcher,
               "A real fascicle of 0.43 mm holds about 1000 myelinated fibres.", chosen()});
  nerve.choice(&Nerve::repair, kNerveRepairs,
               {"repair", "Surgery of the nerve", "nerve repair", none, 0, 0, lecturer, "", chosen()});
  nerve.number(&Nerve::repair_day, {"repair_day", "Day of the surgery", "delay of repair", day, 0, 730,
                                    lecturer, "Tubes without axons support less over months.", chosen()});
  nerve.number(&Nerve::gap, {"gap", "Gap", "gap to be crossed; length of graft or tube", mm, 0, 160, lecturer,
                             "Between the ends of a cut nerve.", chosen()});
}

void describe(const Walk<Muscle>& muscle) {
  muscle.choice(
      &Muscle::injury, kMuscleInjuries,
      {"injury", "Strain of the muscle", "grade", none, 0, 0, visitor, "Happens on day 0.", chosen()});
}

void describe(const Walk<Ligament>& ligament) {
  ligament.choice(
      &Ligament::injury, kLigamentInjuries,
      {"injury", "Torn ligament", "ligament", none, 0, 0, visitor, "Happens on day 0.", chosen()});
  ligament.number(&Ligament::load, {"load", "Load while it heals", "load of normal", none, 0, 1.2, lecturer,
                                    "None weakens it, too much weakens it too.", chosen()});
}

void describe(const Walk<Medicine>& medicine) {
  medicine.choice(&Medicine::opioid, kOpioidPlans,
                  {"opioid", "Opioid", "opioid plan", none, 0, 0, lecturer, "", chosen()});
  medicine.number(&Medicine::opioid_dose,
                  {"opioid_dose", "Opioid dose", "MME a day", none, 0, 240, lecturer,
                   "In morphine milligram equivalents a day; where the rule begins.", chosen()});
  medicine.number(&Medicine::target_pain, {"target_pain", "Pain that is bearable", "target of the rule, 0-10",
                                           none, 0, 10, lecturer, "The rule steps down below it.", chosen()});
  medicine.choice(&Medicine::nsaid, kNsaids,
                  {"nsaid", "Anti-inflammatory", "NSAID", none, 0, 0, lecturer, "", chosen()});
  medicine.choice(
      &Medicine::neuropathic, kNeuropathicDrugs,
      {"neuropathic", "Medicine for nerve pain", "neuropathic drug", none, 0, 0, lecturer, "", chosen()});
  medicine.number(&Medicine::from_day, {"from_day", "First day", "first day of medicine", day, 0,
                                        kLongestHorizon, lecturer, "", chosen()});
  medicine.number(&Medicine::until_day,
                  {"until_day", "Last day", "last day of medicine", day, 0, kLongestHorizon, lecturer,
                   "Stopped at once on this day.", chosen()});
}

void describe(const Walk<Event>& event) {
  event.number(&Event::day, {"day", "Day", "day of the event", Unit::day, 0, kLongestHorizon, lecturer,
                             "Counted from day 0; within the horizon.", chosen()});
  event.choice(&Event::kind, kEventKinds,
               {"kind", "What is done", "intervention", none, 0, 0, lecturer, "", chosen()});
  event.number(&Event::dose,
               {"dose", "How many cells", "dose", cells, 0, 1.5e8, visitor,
                "Counts for cells, implant and chondrocytes. Trials show no gain above 50 million.",
                published("doses of 2e6 to 1.5e8 in Pers 2016, Jo 2014, Gupta 2016, Lee 2019")});
  event.choice(&Event::site, kSites,
               {"site", "Where", "site of the injection", none, 0, 0, lecturer,
                "For salt water and stem cells; the rest is of the joint.", chosen()});
  event.choice(&Event::source, kCellSources,
               {"source", "Where the cells come from", "cell source", none, 0, 0, lecturer, "", chosen()});
  event.flag(&Event::own_cells, {"own_cells", "The person's own cells", "autologous", none, 0, 0, lecturer,
                                 "Cells of an older person divide less often.", chosen()});
}

void describe(const Walk<Assumptions>& lens) {
  lens.number(&Assumptions::engrafting_fraction,
              {"engrafting_fraction", "Cells that enter the hole", "engrafting fraction, epsilon", none, 1e-4,
               0.05, researcher, "Share of the settling cells that enter the lesion.",
               hypothetical("Above 0.005 this is the idea as proposed; trials and tracking studies show "
                            "little engraftment.")});
  lens.number(&Assumptions::lesion_cell_loss,
              {"lesion_cell_loss", "Cells lost from the hole", "lambda of injected cells", per_day, 0.01, 0.3,
               researcher, "Loss of injected cells in the lesion until matrix holds them.",
               hypothetical("0.12 follows the retention seen in animals; 0.02 is the idea as proposed.")});
  lens.number(&Assumptions::counted_dose_limit,
              {"counted_dose_limit", "Cells that count", "dose limit per injection", cells, 1e6, 1.5e8,
               researcher, "More cells than this in one injection change nothing.",
               assumed("Trials show no slope with dose above 5e7.")});
  lens.number(&Assumptions::rheumatoid_response,
              {"rheumatoid_response", "Response in rheumatoid arthritis", "factor on M when c_auto > 0", none,
               0, 1, researcher, "How far the cells' signal works in an autoimmune joint.",
               hypothetical("1 is the idea as proposed; small early trials show no lasting effect.")});
  lens.number(&Assumptions::tissue_effect,
              {"tissue_effect", "Effect in muscle and ligament", "eps of muscle and ligament", none, 0, 1,
               researcher, "How far the cells' signal works there.",
               hypothetical("1 is the scale of animal studies; no trial shows an effect.")});
  const Standing nerve = hypothetical("Animal studies; cells guide and feed axons as proposed.");
  lens.number(&Assumptions::nerve_growth_factor,
              {"nerve_growth_factor", "Faster axons with cells", "factor on h(N)", none, 1, 1.5, researcher,
               "Cells in the nerve.", nerve});
  lens.number(&Assumptions::gap_speed, {"gap_speed", "Faster across a gap with cells", "factor in the gap",
                                        none, 1, 3, researcher, "Cells in the nerve.", nerve});
  lens.number(&Assumptions::own_tube_gain,
              {"own_tube_gain", "Better guidance with cells", "added share of own tubes", none, 0, 0.3,
               researcher, "Cells in the nerve.", nerve});
  lens.number(&Assumptions::conduit_limit,
              {"conduit_limit", "Longest gap in a tube with cells", "limit of a plain conduit", mm, 10, 60,
               researcher, "Cells in the nerve.", nerve});
  lens.number(&Assumptions::visible_differentiation,
              {"visible_differentiation", "Cells that become tissue", "largest differentiated share", none,
               0.001, 1, researcher, "Of the injected cells, at most.",
               hypothetical("Tracking studies find little; 0.02 is the cap under Trials.")});
}

const Scenario& standard_scenario() {
  static const Scenario standard;
  return standard;
}

void describe(Scenario& scenario, Visitor& visitor) {
  describe(Walk<Scenario>(scenario, standard_scenario(), visitor));
}

void describe(const Scenario& scenario, Visitor& visitor) {
  Scenario copy = scenario;
  describe(copy, visitor);
}

void compare(const Scenario& scenario, const Scenario& other, Visitor& visitor) {
  Scenario copy = scenario;
  describe(Walk<Scenario>(copy, other, visitor));
}

std::string_view word(Backing backing) {
  switch (backing) {
    case Backing::chosen:
      return "chosen";
    case Backing::published:
      return "published";
    case Backing::recalled:
      return "recalled";
    case Backing::evidence:
      return "evidence";
    case Backing::assumed:
      return "assumed";
    case Backing::hypothetical:
      return "hypothetical";
  }
  return "";
}

}  // namespace mend::params
