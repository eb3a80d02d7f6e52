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

constexpr std::array kNerveInjuries = {
    Option{"none", "None", "A healthy nerve."},
    Option{"crush", "Crushed", "The axons are cut; their tubes still stand (Sunderland grade II)."}};

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
  scenario.group(&Scenario::joint, {"joint", "The joint", "How the knee is before any treatment."});
  scenario.group(&Scenario::lesion, {"lesion", "The hole in the cartilage",
                                     "A focal defect of the medial femoral condyle, down to the bone."});
  scenario.group(&Scenario::nerve, {"nerve", "The nerve", "The common peroneal nerve beside the knee."});
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
  scenario.group(&Scenario::pain_model,
                 {"pain_model", "Constants: pain rating", "From the causes to the one rating, 0-10."});
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
}

void describe(const Walk<Lesion>& lesion) {
  lesion.number(&Lesion::diameter,
                {"diameter", "Size of the hole", "lesion diameter", mm, 0, 30, visitor,
                 "0 is no hole. As deep as the cartilage is there.",
                 chosen("1000 arthroscopies found 2.1 cm2 on average, 16 mm across: Hjelle 2002.")});
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
