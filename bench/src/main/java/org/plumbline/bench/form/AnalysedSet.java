package org.plumbline.bench.form;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.FormListener;
import org.plumbline.core.KnownPerson;
import org.plumbline.core.RecordingAnalysis;
import org.plumbline.core.RepetitionCurves;
import org.plumbline.core.form.FormBaseline;
import org.plumbline.core.form.Metric;
import org.plumbline.core.recording.RecordingReader;
import org.plumbline.core.repetition.RepetitionCorrections;

/** The repetitions of one recording with their courses, as the product sees them. */
final class AnalysedSet {
    final List<AnalysisResult.Repetition> repetitions = new ArrayList<>();
    private final List<RepetitionCurves> curves = new ArrayList<>();

    /** The recording as the set of somebody without a past. */
    static AnalysedSet of(Path file) throws IOException {
        return new AnalysedSet(file, KnownPerson.UNKNOWN);
    }

    /** The recording against approved repetitions of the same person. */
    static AnalysedSet against(FormBaseline baseline, Path file) throws IOException {
        return new AnalysedSet(
                file, new KnownPerson(null, baseline, null, Double.NaN, null, RepetitionCorrections.NONE));
    }

    private AnalysedSet(Path file, KnownPerson person) throws IOException {
        RecordingAnalysis.analyze(() -> RecordingReader.open(file), null, person, new FormListener() {
            @Override
            public void onRepetition(AnalysisResult.Repetition repetition, RepetitionCurves course) {
                repetitions.add(repetition);
                curves.add(course);
            }
        });
    }

    /** Repetitions {@code from} to before {@code to} as a baseline. */
    FormBaseline baseline(int from, int to) {
        Map<Metric, FormBaseline.Channel> channels = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            DescriptiveStatistics values = values(metric, from, to);
            if (values.getN() >= 2) {
                channels.put(metric, new FormBaseline.Channel(values.getMean(), values.getStandardDeviation()));
            }
        }
        double[] trunk = new double[RepetitionCurves.POINTS];
        double[] lumbar = new double[RepetitionCurves.POINTS];
        for (int i = from; i < to; i++) {
            for (int k = 0; k < trunk.length; k++) {
                trunk[k] += curves.get(i).trunkInclinationDeg()[k] / (to - from);
                lumbar[k] += curves.get(i).lumbarFlexionDeg()[k] / (to - from);
            }
        }
        return new FormBaseline(to - from, channels, trunk, lumbar);
    }

    /** Values of a metric where it was assessed. */
    DescriptiveStatistics values(Metric metric, int from, int to) {
        DescriptiveStatistics values = new DescriptiveStatistics();
        for (AnalysisResult.Repetition repetition : repetitions.subList(from, to)) {
            Double value = repetition.metrics().get(metric.jsonName());
            if (value != null) {
                values.addValue(value);
            }
        }
        return values;
    }

    double median(Metric metric, int from, int to) {
        return values(metric, from, to).getPercentile(50);
    }
}
