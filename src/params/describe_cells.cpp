// The constants of the cells themselves, with what stands behind each.
#include "params/describe.h"

namespace mend::params {

using enum Audience;
using enum Unit;

void describe(const Walk<CellModel>& cell) {
  cell.number(&CellModel::half_dose, {"half_dose", "Dose of half the effect", "ED50 of u(D)", cells, 1e6, 1e8,
                                      researcher, "In muscle and ligament.", assumed()});
  cell.number(&CellModel::inhibiting_dose,
              {"inhibiting_dose", "Dose that is too much", "Di of u(D)", cells, 2e7, 1e9, researcher,
               "Above it more cells do less.", assumed("Trials show no gain with dose.")});
}

}  // namespace mend::params
