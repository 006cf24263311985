package org.plumbline.core;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.core.repetition.ExerciseProfile;

/** What a person should know of a set before its first sample: which sensors are not used, and what cannot be seen with those. */
final class SetupRemarks {
    private SetupRemarks() {}

    static List<String> of(MonitorSetup setup, TrunkSensors trunk) {
        List<String> remarks = new ArrayList<>(trunk.messages());
        if (!trunk.none() && !trunk.see(setup.profile())) {
            remarks.add(trunk.blindness(setup.profile()));
        } else if (setup.profile().seen() == ExerciseProfile.Seen.POORLY) {
            remarks.add("In this exercise (" + setup.profile().title()
                    + ") the trunk hardly moves, so repetitions may be seen poorly: check the count.");
        }
        if (!ExerciseProfile.ofName(setup.exercise()).isPresent()) {
            remarks.add(
                    setup.exercise().isEmpty()
                            ? "No exercise is named: analysed as general trunk movement."
                            : "The exercise " + setup.exercise()
                                    + " is not known: analysed as general trunk movement.");
        }
        return remarks;
    }
}
