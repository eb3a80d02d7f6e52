// The constants of muscle and ligament repair, with what stands behind each.
#include "params/describe.h"

namespace mend::params {

using enum Audience;
using enum Unit;

void describe(const Walk<MuscleModel>& muscle) {
  muscle.number(&MuscleModel::human_time,
                {"human_time", "How much slower people heal than mice", "s_h", none, 1, 2.5, lecturer,
                 "The clock of the model is that of mice; this stretches it.",
                 assumed("No time course of satellite cells in people is known.")});
  muscle.number(&MuscleModel::satellite_pool,
                {"satellite_pool", "Muscle stem cells at rest", "q0, of the normal pool", none, 0.01, 1.5,
                 lecturer, "Without them muscle does not regrow.",
                 published("Regeneration is blocked without them: Development 138:3639")});
  muscle.number(&MuscleModel::monocyte_inflow,
                {"monocyte_inflow", "Arrival of monocytes", "factor on monocyte inflow", none, 0, 2,
                 researcher, "Without them debris stays and muscle regrows less.", assumed()});
}

void describe(const Walk<LigamentModel>& ligament) {
  ligament.number(&LigamentModel::inflammation_time,
                  {"inflammation_time", "How long the clot stays inflamed", "time constant of I", day, 3, 40,
                   researcher, "", assumed()});
  ligament.number(&LigamentModel::bridging_time,
                  {"bridging_time", "Bridging of the ends", "time constant of br", day, 3, 60, researcher, "",
                   assumed()});
}

}  // namespace mend::params
