package org.plumbline.bench.form;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

/** The repetitions of one recording, as the product sees them. */
final class AnalysedSet {
    final List<AnalysisResult.Repetition> repetitions = new ArrayList<>();

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
            }
        });
    }

    /** Repetitions {@code from} to before {@code to} as a baseline. */
    FormBaseline baseline(int from, int to) {
        return baselineOf(repetitions.subList(from, to));
    }

    /** All repetitions of some sets but one as a baseline; a negative index leaves none out. */
    static FormBaseline baselineOf(List<AnalysedSet> sets, AnalysedSet leftOutOf, int leftOut) {
        List<AnalysisResult.Repetition> some = new ArrayList<>();
        for (AnalysedSet set : sets) {
            for (int i = 0; i < set.repetitions.size(); i++) {
                if (set != leftOutOf || i != leftOut) {
                    some.add(set.repetitions.get(i));
                }
            }
        }
        return baselineOf(some);
    }

    private static FormBaseline baselineOf(List<AnalysisResult.Repetition> some) {
        return FormBaseline.of(some.stream()
                .map(repetition -> new FormBaseline.Approved(repetition.metrics()))
                .toList());
    }

    /** Values of a metric where it was assessed. */
    DescriptiveStatistics values(Metric metric, int from, int to) {
        return values(metric, repetitions.subList(from, to));
    }

    private static DescriptiveStatistics values(Metric metric, List<AnalysisResult.Repetition> some) {
        DescriptiveStatistics values = new DescriptiveStatistics();
        for (AnalysisResult.Repetition repetition : some) {
            Double value = repetition.metrics().get(metric.jsonName());
            if (value != null) {
                values.addValue(value);
            }
        }
        return values;
    }
}
