package org.plumbline.bench.grid;

import org.jspecify.annotations.Nullable;
import org.plumbline.core.form.FlagName;
import org.plumbline.core.simulation.SimulatedFault;
import org.plumbline.core.simulation.SimulationScript;

/** What goes wrong in a set of the grid: one and a half times the limit of a caution. */
enum Fault {
    NONE(null, 0),
    ROUNDING(FlagName.ROUNDING_UNDER_LOAD, 9),
    /** Peak to peak this is 10.5° at the least: the lifter's own turn, up to a degree, goes either way. */
    TWIST(FlagName.TWIST_UNDER_LOAD, 11.5),
    DRIFT(FlagName.FLEXION_DRIFT, 13.5),
    TUCK(FlagName.NEUTRAL_LOST, 18);

    private final @Nullable FlagName flag;
    private final double sizeDeg;

    Fault(@Nullable FlagName flag, double sizeDeg) {
        this.flag = flag;
        this.sizeDeg = sizeDeg;
    }

    /** The flag that must see it. */
    @Nullable
    FlagName flag() {
        return flag;
    }

    /** The size of the fault: 1.5 times the caution of the catalogue, degrees. */
    double sizeDeg() {
        return sizeDeg;
    }

    /** The script with this fault in the repetitions from {@code first} to {@code last}; a drift grows over the set. */
    SimulationScript into(SimulationScript script, int first, int last) {
        SimulationScript with = script;
        if (this == DRIFT) {
            // reached by the last two repetitions, against the second, the median of the first three
            return script.with(new SimulatedFault.Drift(sizeDeg / (script.repetitions() - 3.0)));
        }
        for (int repetition = first; repetition <= last && this != NONE; repetition++) {
            with = with.with(in(repetition));
        }
        return with;
    }

    private SimulatedFault in(int repetition) {
        switch (this) {
            case ROUNDING:
                return new SimulatedFault.Rounding(repetition, sizeDeg);
            case TWIST:
                return new SimulatedFault.Twist(repetition, sizeDeg);
            default:
                return new SimulatedFault.Tuck(repetition, sizeDeg);
        }
    }
}
