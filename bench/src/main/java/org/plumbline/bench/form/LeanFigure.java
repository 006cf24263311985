package org.plumbline.bench.form;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.form.FormBaseline;

/**
 * Leaning squats told from correct ones at the product's limit, at the price of one analysis a recording: the first correct set is
 * the approved one, the second correct set and the leaning ones are judged against it.
 */
public final class LeanFigure {
    private final Path data;
    private int right;
    private int repetitions;

    public LeanFigure(Path data) throws IOException {
        this.data = data;
        for (String person : LeanAccuracy.PEOPLE) {
            if (LeanAccuracy.file(data, person, LeanAccuracy.CORRECT, 1)
                    .toFile()
                    .isFile()) {
                judge(person);
            }
        }
    }

    private void judge(String person) throws IOException {
        AnalysedSet approved = AnalysedSet.of(LeanAccuracy.file(data, person, LeanAccuracy.CORRECT, 1));
        if (approved.repetitions.size() < FormBaseline.FEWEST_REPETITIONS) {
            return;
        }
        FormBaseline baseline = approved.baseline(0, approved.repetitions.size());
        judge(baseline, person, LeanAccuracy.CORRECT, 2, false);
        judge(baseline, person, LeanAccuracy.LEANING, 1, true);
        judge(baseline, person, LeanAccuracy.LEANING, 2, true);
    }

    private void judge(FormBaseline baseline, String person, String kind, int set, boolean leaning) throws IOException {
        List<AnalysisResult.Repetition> judged =
                AnalysedSet.against(baseline, LeanAccuracy.file(data, person, kind, set)).repetitions;
        for (AnalysisResult.Repetition one : judged) {
            double wrong = leaning ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
            boolean said = LeanAccuracy.departureDeg(one, wrong) >= LeanAccuracy.PRODUCT_LIMIT_DEG;
            right += said == leaning ? 1 : 0;
        }
        repetitions += judged.size();
    }

    /** Repetitions told right; one that was not assessed is told wrong. */
    public int right() {
        return right;
    }

    /** Repetitions judged. */
    public int repetitions() {
        return repetitions;
    }
}
