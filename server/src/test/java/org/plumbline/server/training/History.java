package org.plumbline.server.training;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.form.FlagName;
import org.plumbline.core.form.FormFlag;
import org.plumbline.server.support.RunningServer;

/** Sets of deadlifts of earlier days, in the log of a server. */
final class History {
    private final RunningServer server;
    private final UUID lifter;

    History(RunningServer server, UUID lifter) {
        this.server = server;
        this.lifter = lifter;
    }

    /** A set of five repetitions in a session of its own, each with that peak flexion. */
    UUID lifted(Instant at, double loadKg, double peakDeg, Effort effort) {
        return lifted(at, loadKg, peakDeg, effort, null);
    }

    /** The same, its last repetition rounded. */
    UUID rounded(Instant at, double loadKg, double peakDeg, Effort effort) {
        return lifted(at, loadKg, peakDeg, effort, LogRows.flag(FlagName.ROUNDING_UNDER_LOAD, 2));
    }

    /** A set of five repetitions in which nobody lifted. */
    UUID simulated(Instant at, double loadKg) {
        return lifted(at, true, loadKg, 30, Effort.NOT_SAID, null);
    }

    private UUID lifted(Instant at, double loadKg, double peakDeg, Effort effort, @Nullable FormFlag flag) {
        return lifted(at, false, loadKg, peakDeg, effort, flag);
    }

    private UUID lifted(
            Instant at, boolean simulated, double loadKg, double peakDeg, Effort effort, @Nullable FormFlag flag) {
        SetRepository sets = server.bean(SetRepository.class);
        RepetitionRepository repetitions = server.bean(RepetitionRepository.class);
        TrainingSet set = LogRows.running(lifter, sets.insertSession(lifter, at), at, simulated)
                .lifting(loadKg);
        sets.insert(set);
        for (int number = 1; number <= 5; number++) {
            repetitions.insert(
                    set.id(),
                    flag != null && number == 5
                            ? LogRows.repetition(number, peakDeg, flag)
                            : LogRows.repetition(number, peakDeg));
        }
        sets.end(set.id(), SetState.FINISHED, at.plusSeconds(40), LogRows.analysis(5));
        server.bean(SetEffortRepository.class).put(set.id(), new SetSaid(effort, null, false, null), at);
        server.bean(SummaryWriting.class).write(set.id());
        return set.id();
    }
}
