package org.plumbline.server.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.form.Confidence;
import org.plumbline.core.form.FlagName;
import org.plumbline.core.form.FormFlag;
import org.plumbline.core.form.Metric;

class FormChangesTest {
    private static final FormFlag CHANGED = new FormFlag(
            FlagName.FORM_BREAKDOWN, 2, Metric.FORM_DRIFT_INDEX.jsonName(), 1.33, 1, "×", 40, Confidence.HIGH, 1);

    private final FormChanges changes = new FormChanges(set(), null);

    @Test
    void aChangeOfFormSaysWhatItIsWhatIsUsualAndTheLimit() {
        String what = "twist 13°, usually 2° (counts from 7° on); peak flexion 42°, usually 30° (counts from 39° on)";
        assertEquals("changed in form: " + what, changes.finding(CHANGED, LimitNames.NOBODY));
        assertEquals("changed in form, most in rep 4: " + what, changes.findingUpTo(CHANGED, LimitNames.NOBODY));
        assertEquals(Optional.of("in rep 4, " + what), changes.largest());
    }

    @Test
    void whereTheOtherRepetitionsAreNotKnownNothingIsGuessed() {
        String generic = FormWords.finding(CHANGED, LimitNames.NOBODY);
        assertEquals(generic, FormChanges.UNKNOWN.finding(CHANGED, LimitNames.NOBODY));
        FormChanges alone = new FormChanges(set().subList(3, 4), null);
        assertEquals(generic, alone.finding(CHANGED, LimitNames.NOBODY));
        assertEquals(Optional.empty(), alone.largest());
    }

    private static List<AnalysisResult.Repetition> set() {
        List<AnalysisResult.Repetition> set = new ArrayList<>();
        for (int number = 1; number <= 3; number++) {
            set.add(repetition(number, Map.of("lumbarFlexionPeakDeg", 30.0, "axialRotationRangeDeg", 2.0), List.of()));
        }
        set.add(repetition(
                4,
                Map.of("lumbarFlexionPeakDeg", 42.0, "axialRotationRangeDeg", 13.0, "formDriftIndex", 1.33),
                List.of(CHANGED)));
        return set;
    }

    private static AnalysisResult.Repetition repetition(int number, Map<String, Double> metrics, List<FormFlag> flags) {
        double startS = 10.0 * number;
        return new AnalysisResult.Repetition(
                number,
                1,
                startS,
                startS + 1,
                startS + 2,
                startS + 4,
                2.0,
                0.1,
                1.0,
                0.5,
                metrics,
                List.of(),
                Map.of(),
                new AnalysisResult.RepetitionQuality("good", List.of()),
                flags);
    }
}
