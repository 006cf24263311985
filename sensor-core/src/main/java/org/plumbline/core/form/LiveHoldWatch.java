package org.plumbline.core.form;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.repetition.PoseHistory;

/**
 * Watches a posture as it is held, so that who sinks hears of it while they can still come back. Only where the lifter is still:
 * who leaves the posture does not sag. Allocates when a hold begins and when a limit is passed.
 */
public final class LiveHoldWatch {
    private static final long NEVER = -1;

    private final PoseHistory history;
    private final ChannelReading reading;
    private final SensorView view;
    private final List<LiveRule> rules = new ArrayList<>();
    private @Nullable HeldPosture trunk;
    private @Nullable HeldPosture pelvis;
    private long begun = NEVER;
    private long seen;

    /**
     * @param history where the poses are
     * @param basis what the set is judged by
     */
    public LiveHoldWatch(PoseHistory history, FormBasis basis, LiveFlagListener listener) {
        this.history = history;
        reading = new ChannelReading(history);
        view = basis.view();
        EvidenceGrading grading = new EvidenceGrading(basis);
        FormLimits limits = basis.limits();
        if (limits.prescribed().containsKey(Metric.HOLD_SAG)) {
            add(
                    PersonalRule.of(
                            FlagName.REHAB_LIMIT, Metric.HOLD_SAG, limits.levelsOfPrescribed(Metric.HOLD_SAG), basis),
                    grading,
                    listener);
        }
        FlagLevels levels = limits.of(FormRule.HOLD_SAG);
        if (levels != null) {
            add(PersonalRule.of(FormRule.HOLD_SAG, levels, basis), grading, listener);
        }
    }

    private void add(PersonalRule rule, EvidenceGrading grading, LiveFlagListener listener) {
        rules.add(new LiveRule(rule, Double.NaN, 1, 1, grading, listener));
    }

    /**
     * Looks on.
     *
     * @param from position since which a posture is held; negative where none is
     * @param lastStill the last position at which the lifter was still in it
     */
    public void update(long from, long lastStill) {
        if (from < 0 || from < history.first()) {
            begun = NEVER;
            return;
        }
        if (from != begun) {
            begin(from, lastStill);
        }
        if (lastStill > seen) {
            seen = lastStill;
            double value = departureDeg();
            for (int i = 0; i < rules.size(); i++) {
                rules.get(i).see(value, Double.NaN, 3, history.timeS(seen));
            }
        }
    }

    private void begin(long from, long lastStill) {
        begun = from;
        seen = lastStill;
        Stretch hold = new Stretch(from, lastStill);
        trunk = view == SensorView.PELVIS_ONLY ? null : HeldPosture.ofTrunk(reading, hold);
        pelvis = view == SensorView.TRUNK_ONLY ? null : HeldPosture.ofPelvis(reading, hold);
        for (LiveRule rule : rules) {
            rule.beginSet();
        }
    }

    /** As the finished hold is measured: with two sensors, not where one of them is not seen. */
    private double departureDeg() {
        if (trunk == null || pelvis == null) {
            HeldPosture one = trunk == null ? pelvis : trunk;
            return one == null ? Double.NaN : one.departureDeg(history, seen);
        }
        return Math.max(trunk.departureDeg(history, seen), pelvis.departureDeg(history, seen));
    }
}
