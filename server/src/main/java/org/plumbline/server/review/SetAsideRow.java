package org.plumbline.server.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.repetition.SetAside;
import org.plumbline.server.training.Correction;
import org.plumbline.server.training.CorrectionKind;
import org.plumbline.server.training.StoredRepetition;
import org.plumbline.server.web.Words;

/**
 * A movement of the set page that is not counted, in words.
 *
 * @param startS when it began, seconds on the set's clock
 * @param when that, and how long it took
 * @param reason why it is not counted
 * @param momentS a moment well inside it
 * @param correction the correction behind it, which can be taken back, or null where nobody said anything
 */
record SetAsideRow(
        double startS,
        String when,
        String reason,
        double momentS,
        @Nullable UUID correction) {

    /** The movements that are not counted, by time: those the analysis set aside and those a person took out. */
    static List<SetAsideRow> of(
            List<SetAside> setAside, List<Correction> corrections, List<StoredRepetition> repetitions) {
        List<SetAsideRow> rows = new ArrayList<>();
        for (SetAside movement : setAside) {
            boolean corrected = corrections.stream().anyMatch(one -> one.isOf(movement.startS(), movement.endS()));
            if (!corrected) {
                rows.add(row(movement.startS(), movement.endS(), movement.reason(), null));
            }
        }
        for (Correction correction : corrections) {
            if (correction.kind() == CorrectionKind.NOT_REPETITION) {
                rows.add(row(correction, Words.say("set.aside.not", correction.by())));
            } else if (repetitions.stream().noneMatch(repetition -> isOf(correction, repetition))) {
                rows.add(row(correction, Words.say("set.aside.counted", correction.by())));
            }
        }
        rows.sort(Comparator.comparingDouble(SetAsideRow::startS));
        return rows;
    }

    /** The correction by which a repetition was counted, if it was. */
    static Optional<Correction> countedBy(StoredRepetition repetition, List<Correction> corrections) {
        return corrections.stream()
                .filter(correction -> correction.kind() == CorrectionKind.REPETITION && isOf(correction, repetition))
                .findFirst();
    }

    private static boolean isOf(Correction correction, StoredRepetition repetition) {
        return correction.isOf(repetition.result().startS(), repetition.result().endS());
    }

    private static SetAsideRow row(Correction correction, String reason) {
        return row(correction.startS(), correction.endS(), reason, correction.id());
    }

    private static SetAsideRow row(double startS, double endS, String reason, @Nullable UUID correction) {
        String when = Words.say("set.aside.when", tenths(startS), tenths(endS - startS));
        return new SetAsideRow(startS, when, reason, (startS + endS) / 2, correction);
    }

    private static String tenths(double seconds) {
        return String.format(Locale.ROOT, "%.1f", seconds);
    }
}
