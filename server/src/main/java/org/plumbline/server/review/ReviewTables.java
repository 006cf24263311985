package org.plumbline.server.review;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** What leaves the pages of looking back as CSV: comma, point, one line of names, units in the names. */
final class ReviewTables {
    private ReviewTables() {}

    static void samples(SampleExcerpts.Excerpt excerpt, Writer to) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(to)) {
            csv.writeRecord(
                    "time_s",
                    "sensor",
                    "specific_force_x_ms2",
                    "specific_force_y_ms2",
                    "specific_force_z_ms2",
                    "angular_rate_x_rads",
                    "angular_rate_y_rads",
                    "angular_rate_z_rads");
            for (SampleExcerpts.Row row : excerpt.rows()) {
                csv.writeRecord(
                        number(row.timeS(), 6),
                        row.sensor(),
                        number(row.forceMs2()[0], 4),
                        number(row.forceMs2()[1], 4),
                        number(row.forceMs2()[2], 4),
                        number(row.rateRadPerS()[0], 5),
                        number(row.rateRadPerS()[1], 5),
                        number(row.rateRadPerS()[2], 5));
            }
        }
    }

    /**
     * The labels, one a line. People stand by a name of the caller's choice, so that a table can leave the house without theirs.
     *
     * @param who how a lifter or reviewer is named
     */
    static void labels(List<FlagReviewRepository.Label> labels, Function<java.util.UUID, String> who, Writer to)
            throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(to)) {
            csv.writeRecord(
                    "set",
                    "lifter",
                    "exercise",
                    "started_at",
                    "load_kg",
                    "simulated",
                    "repetition",
                    "flag",
                    "level",
                    "metric",
                    "measured",
                    "limit",
                    "unit",
                    "time_s",
                    "verdict",
                    "reason",
                    "note",
                    "reviewer",
                    "reviewed_at");
            for (FlagReviewRepository.Label label : labels) {
                FlagReview review = label.review();
                csv.writeRecord(
                        review.setId().toString(),
                        who.apply(label.lifterId()),
                        label.exercise(),
                        label.startedAt().toString(),
                        label.loadKg() == null ? "" : number(label.loadKg(), 2),
                        String.valueOf(label.simulated()),
                        String.valueOf(review.repetition()),
                        review.flag(),
                        String.valueOf(review.level()),
                        review.metric(),
                        number(review.measured(), 3),
                        number(review.limit(), 3),
                        review.unit(),
                        number(review.placeS(), 3),
                        review.reason().verdict().word(),
                        review.reason().word(),
                        review.note() == null ? "" : review.note(),
                        review.reviewerId() == null ? "" : who.apply(review.reviewerId()),
                        review.reviewedAt().toString());
            }
        }
    }

    private static String number(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
