package org.plumbline.server.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.clock.ClockMapper;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.imu.SensorDescription;
import org.plumbline.server.review.chart.Levels;
import org.plumbline.server.review.chart.SamplesChart;
import org.plumbline.server.training.StoredRepetition;
import org.plumbline.server.training.StoredSamples;
import org.plumbline.server.training.TrainingLog;
import org.plumbline.server.training.TrainingSet;
import org.plumbline.server.web.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.web.server.ResponseStatusException;

/** The stored samples of a set around a moment, on the set's clock. */
@Service
class SampleExcerpts {
    /** So much is shown before and after the moment, s. */
    private static final double AROUND_S = 1.5;

    /** A sample may come so much after a later one of another sensor, s: the clock holds them back until it knows them. */
    private static final double LATE_S = 5;

    private static final double DEGREES = 180 / Math.PI;

    /** No recording is longer than a week, s. */
    private static final double LATEST_S = 7 * 24 * 3600.0;

    private final TrainingLog log;

    SampleExcerpts(TrainingLog log) {
        this.log = log;
    }

    /**
     * A sample as it is written to a file.
     *
     * @param timeS on the set's clock
     * @param sensor where the sensor sits, as in recordings
     * @param rateRadPerS angular rate, sensor axes
     * @param forceMs2 specific force, sensor axes
     */
    record Row(double timeS, String sensor, double[] rateRadPerS, double[] forceMs2) {}

    /** What lies around a moment. */
    record Excerpt(double fromS, double toS, double momentS, List<String> sensors, List<Row> rows) {
        List<SamplesChart.Trace> traces() {
            List<SamplesChart.Trace> traces = new ArrayList<>();
            for (String sensor : sensors) {
                List<Row> own =
                        rows.stream().filter(row -> row.sensor().equals(sensor)).toList();
                traces.add(new SamplesChart.Trace(
                        placement(sensor),
                        own.stream().mapToDouble(Row::timeS).toArray(),
                        own.stream()
                                .mapToDouble(row -> DEGREES * size(row.rateRadPerS()))
                                .toArray(),
                        own.stream().mapToDouble(row -> size(row.forceMs2())).toArray()));
            }
            return traces;
        }
    }

    /** Where a sensor sits, in words. */
    static String placement(String fileName) {
        return Words.say("place.region." + fileName.toLowerCase(Locale.ROOT));
    }

    /** The samples around a moment of a repetition; around that of its gravest flag, or its middle, where no moment is said. */
    Excerpt around(TrainingSet set, StoredRepetition repetition, @Nullable Double atS) {
        if (atS != null && !(atS >= 0 && atS <= LATEST_S)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, Words.say("review.samples.moment"));
        }
        double moment = atS == null ? momentOf(repetition) : atS;
        double from = Math.max(0, moment - AROUND_S);
        double to = moment + AROUND_S;
        List<String> names = set.header().sensors().stream()
                .map(SensorDescription::placement)
                .map(placement -> placement.fileName())
                .toList();
        List<Row> rows = new ArrayList<>();
        boolean[] beyond = {false};
        ClockMapper clock = new ClockMapper(names.size(), sample -> {
            double timeS = sample.timeMicros * 1e-6;
            if (timeS >= from && timeS <= to) {
                rows.add(new Row(
                        timeS,
                        names.get(sample.sensorIndex),
                        new double[] {sample.gyrX, sample.gyrY, sample.gyrZ},
                        new double[] {sample.accX, sample.accY, sample.accZ}));
            }
            beyond[0] |= timeS > to + LATE_S;
        });
        StoredSamples stored = log.samples(set);
        ImuSample sample = new ImuSample();
        while (!beyond[0] && stored.next(sample)) {
            clock.accept(sample);
        }
        if (!beyond[0]) {
            clock.finish();
        }
        return new Excerpt(from, to, moment, names, rows);
    }

    /** Seconds on the set's clock: what the page speaks of first is what the samples show. */
    static double momentOf(StoredRepetition repetition) {
        AnalysisResult.Repetition result = repetition.result();
        return result.flags().isEmpty()
                ? (result.startS() + result.endS()) / 2
                : FlagMoment.of(Levels.headline(result.flags()), repetition);
    }

    private static double size(double[] vector) {
        return Math.sqrt(vector[0] * vector[0] + vector[1] * vector[1] + vector[2] * vector[2]);
    }
}
