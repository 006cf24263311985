package org.plumbline.bench.grid;

import java.util.List;
import java.util.Locale;
import org.plumbline.bench.LiveSet;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.FormListener;
import org.plumbline.core.FormMonitor;
import org.plumbline.core.MonitorSetup;
import org.plumbline.core.form.FormFlag;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.repetition.ExerciseProfile;
import org.plumbline.core.simulation.SimulatedWearable;
import org.plumbline.core.simulation.SimulationScript;
import org.plumbline.core.simulation.SimulationTruth;

/** A clean set of one exercise, worn with two sensors or one, against its truth. */
final class ExerciseRun {
    /** What the product says of an exercise the sensors there are cannot see. */
    private static final String CANNOT_BE_SEEN = "cannot be seen";

    private final SimulationScript script;
    private final ExerciseView view;
    private final ExerciseTally tally;

    ExerciseRun(SimulationScript script, ExerciseView view, ExerciseTally tally) {
        this.script = script;
        this.view = view;
        this.tally = tally;
    }

    void run() {
        run(WornSet.of(new SimulatedWearable(script)));
    }

    /** The same with {@code worn} for the set of the script. */
    void run(WornSet worn) {
        FormMonitor monitor =
                new FormMonitor(MonitorSetup.live(view.of(worn.sensors()), script.exercise()), new FormListener() {});
        AnalysisResult result =
                LiveSet.run(sample -> nextSeen(worn, sample), worn.sensors().size(), monitor);
        compare(result, worn.truth());
    }

    /** The next sample of a sensor that is worn. */
    private boolean nextSeen(WornSet worn, ImuSample sample) {
        while (worn.next(sample)) {
            if (view.wears(sample.sensorIndex)) {
                sample.sensorIndex = view.index(sample.sensorIndex);
                return true;
            }
        }
        return false;
    }

    private void compare(AnalysisResult result, SimulationTruth truth) {
        List<AnalysisResult.Repetition> found = result.repetitions();
        tally.sets++;
        boolean said = result.quality().messages().stream().anyMatch(message -> message.contains(CANNOT_BE_SEEN));
        tally.notVisible += said ? 1 : 0;
        boolean exact = found.size() == truth.repetitions().size();
        tally.exact += exact ? 1 : 0;
        tally.repetitions += found.size();
        for (int i = 0; i < found.size(); i++) {
            judge(i, found.get(i));
            if (exact) {
                compare(found.get(i), truth.repetitions().get(i));
            }
        }
        if (!exact && !said) {
            tally.remarks.add(String.format(
                    Locale.ROOT,
                    "%s, %s, seed %d: counted %d of %d%s",
                    script.exercise(),
                    view.title(),
                    script.seed(),
                    found.size(),
                    truth.repetitions().size(),
                    result.setAside().isEmpty() ? "" : "; set aside: " + result.setAside()));
        }
        if (said && !found.isEmpty()) {
            tally.remarks.add(script.exercise() + ", " + view.title() + ", seed " + script.seed() + ": counted "
                    + found.size() + " that cannot be seen");
        }
    }

    private void judge(int index, AnalysisResult.Repetition one) {
        boolean cautioned = false;
        for (FormFlag flag : one.flags()) {
            if (flag.level() >= 2) {
                cautioned = true;
                tally.cautions.merge(flag.flag().jsonName(), 1, Integer::sum);
                tally.remarks.add(String.format(
                        Locale.ROOT,
                        "%s, %s, seed %d, repetition %d: %s %d (%.1f %s, limit %.1f)",
                        script.exercise(),
                        view.title(),
                        script.seed(),
                        index + 1,
                        flag.flag().jsonName(),
                        flag.level(),
                        flag.value(),
                        flag.unit(),
                        flag.limit()));
            }
        }
        tally.cautioned += cautioned ? 1 : 0;
    }

    private void compare(AnalysisResult.Repetition one, SimulationTruth.Repetition real) {
        boolean effort = real.barBreakS() == real.startS();
        boolean fromTop =
                ExerciseProfile.ofName(script.exercise()).orElseThrow().start() == ExerciseProfile.Start.TOP;
        if (fromTop) {
            tally.startErrorsS.add(one.startS() - real.startS());
        }
        tally.barBreakErrorsS.add(one.barBreakS() - real.barBreakS());
        Double topS = one.topS();
        if (topS != null) {
            tally.topErrorsS.add(topS - real.topS());
        }
        if (effort) {
            tally.endErrorsS.add(one.endS() - real.endS());
        }
    }
}
