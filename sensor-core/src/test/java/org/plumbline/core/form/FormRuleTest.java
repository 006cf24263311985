package org.plumbline.core.form;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a rule is, apart from its limits, told in a table. */
class FormRuleTest {
    private static Set<FormRule> rules(Predicate<FormRule> which) {
        return Stream.of(FormRule.values())
                .filter(which)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(FormRule.class)));
    }

    @Test
    void bendingWithATwistIsTheOneThatSaysMoreThanItsMetric() {
        assertEquals(
                EnumSet.complementOf(EnumSet.of(FormRule.FLEXION_WITH_TWIST)), rules(FormRule::isOfItsMetricAlone));
    }

    @Test
    void aTuckAndANeutralThatIsLostAreCountedFromWhatIsUsualAndTheOthersFromZero() {
        assertEquals(EnumSet.of(FormRule.PELVIC_TUCK, FormRule.NEUTRAL_LOST), rules(FormRule::isCountedFromUsual));
    }
}
