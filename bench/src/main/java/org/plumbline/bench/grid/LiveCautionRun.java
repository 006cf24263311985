package org.plumbline.bench.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.plumbline.bench.LiveSet;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.FormListener;
import org.plumbline.core.FormMonitor;
import org.plumbline.core.MonitorSetup;
import org.plumbline.core.form.FlagName;
import org.plumbline.core.form.FormFlag;
import org.plumbline.core.imu.ImuSampleSink;
import org.plumbline.core.simulation.SimulatedWearable;
import org.plumbline.core.simulation.SimulationTruth;

/** The cautions said live in one set of the grid, against its truth and against what the finished repetitions say. */
final class LiveCautionRun implements FormListener {
    /** A live caution belongs to a repetition that it comes this close to, s. */
    private static final double NEAR_S = 0.5;

    private final GridCase set;
    private final SimulationTruth truth;
    private final List<FormFlag> said = new ArrayList<>();
    private final List<Long> nanos = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private int clean;
    private int inClean;
    private int unconfirmed;
    private int faultsSaid;
    private int faults;

    LiveCautionRun(GridCase set) {
        this.set = set;
        SimulatedWearable wearable = new SimulatedWearable(set.script(), set.sensors());
        truth = wearable.truth();
        FormMonitor monitor = new FormMonitor(
                MonitorSetup.live(wearable.sensors(), set.script().exercise()), this);
        ImuSampleSink timed = sample -> {
            long begin = System.nanoTime();
            monitor.accept(sample);
            nanos.add(System.nanoTime() - begin);
        };
        compare(LiveSet.run(wearable::next, wearable.sensors().size(), timed, monitor));
    }

    @Override
    public void onFlag(FormFlag flag, int repetition) {
        if (flag.level() >= 2) {
            said.add(flag);
        }
    }

    private void compare(AnalysisResult result) {
        List<SimulationTruth.Repetition> all = truth.repetitions();
        boolean live = set.fault() == Fault.ROUNDING || set.fault() == Fault.TWIST || set.fault() == Fault.TUCK;
        for (int number = 1; number <= all.size(); number++) {
            boolean faulty = isFaulty(number);
            clean += faulty ? 0 : 1;
            if (faulty && live) {
                SimulationTruth.Repetition one = all.get(number - 1);
                faults++;
                faultsSaid += said.stream()
                                .anyMatch(flag -> flag.flag() == set.fault().flag() && isIn(flag, one))
                        ? 1
                        : 0;
            }
        }
        for (FormFlag flag : said) {
            int number = numberOf(flag);
            boolean falseCaution = number == 0 || !isFaulty(number);
            boolean confirmed = result.repetitions().stream().anyMatch(one -> confirms(one, flag));
            inClean += falseCaution ? 1 : 0;
            unconfirmed += confirmed ? 0 : 1;
            if (falseCaution || !confirmed) {
                remarks.add(String.format(
                        Locale.ROOT,
                        "%s %.1f in repetition %d at %.2f s (%s)%s%s",
                        flag.flag().jsonName(),
                        flag.value(),
                        number,
                        flag.timeS(),
                        String.join(", ", set.traits().values()),
                        falseCaution ? ", no fault there" : "",
                        confirmed ? "" : ", not confirmed"));
            }
        }
    }

    private boolean isFaulty(int number) {
        if (set.fault() == Fault.DRIFT) {
            return number > 3;
        }
        return set.fault() != Fault.NONE && number >= set.firstFaulty() && number <= set.lastFaulty();
    }

    private int numberOf(FormFlag flag) {
        for (int i = 0; i < truth.repetitions().size(); i++) {
            if (isIn(flag, truth.repetitions().get(i))) {
                return i + 1;
            }
        }
        return 0;
    }

    private static boolean isIn(FormFlag flag, SimulationTruth.Repetition one) {
        return flag.timeS() >= one.startS() && flag.timeS() <= one.endS() + NEAR_S;
    }

    private static boolean confirms(AnalysisResult.Repetition one, FormFlag live) {
        FlagName name = live.flag();
        return live.timeS() >= one.startS() - NEAR_S
                && live.timeS() <= one.endS() + NEAR_S
                && one.flags().stream().anyMatch(flag -> flag.flag() == name && flag.level() >= 2);
    }

    int said() {
        return said.size();
    }

    int clean() {
        return clean;
    }

    int inClean() {
        return inClean;
    }

    int unconfirmed() {
        return unconfirmed;
    }

    int faults() {
        return faults;
    }

    int faultsSaid() {
        return faultsSaid;
    }

    List<Long> nanos() {
        return nanos;
    }

    List<String> remarks() {
        return remarks;
    }
}
