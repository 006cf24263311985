package org.plumbline.server.review;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.RepetitionCurves;
import org.plumbline.core.form.FlagName;
import org.plumbline.core.form.FormFlag;
import org.plumbline.core.form.Metric;
import org.plumbline.core.form.RepetitionMoments;
import org.plumbline.server.training.StoredRepetition;

/**
 * When what a flag of a stored repetition speaks of happened, as {@link RepetitionMoments} has it. Flags carry that themselves; those of
 * versions before {@code line-10} carry when they were judged, which is mostly the end of the repetition.
 */
final class FlagMoment {
    private FlagMoment() {}

    /** Seconds on the set's clock. Two flags of one measurement so stand at one moment. */
    static double of(FormFlag flag, StoredRepetition repetition) {
        return flag.flag() == FlagName.QUALITY
                ? flag.timeS()
                : Metric.ofJsonName(flag.metric())
                        .map(momentsOf(repetition)::of)
                        .orElse(flag.timeS());
    }

    /** The same of a flag of a set's repetitions, which is asked about beside others. */
    static double of(OpenFlag open, List<StoredRepetition> all) {
        return all.stream()
                .filter(one -> one.result().number() == open.repetition())
                .findFirst()
                .map(one -> of(open.flag(), one))
                .orElse(open.flag().timeS());
    }

    private static RepetitionMoments momentsOf(StoredRepetition repetition) {
        AnalysisResult.Repetition result = repetition.result();
        RepetitionCurves curves = repetition.curves();
        @Nullable Double topS = result.topS();
        @Nullable Double heldS = result.topHoldS();
        return new RepetitionMoments(
                result.startS(),
                result.barBreakS(),
                result.endS(),
                curves.lumbarFlexionDeg(),
                curves.trunkInclinationDeg(),
                topS == null ? Double.NaN : topS,
                heldS == null ? Double.NaN : heldS,
                topS == null || heldS == null ? RepetitionCurves.NO_HOLD : curves.holdSagDeg());
    }
}
