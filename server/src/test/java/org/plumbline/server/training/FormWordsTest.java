package org.plumbline.server.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plumbline.core.form.Confidence;
import org.plumbline.core.form.FlagName;
import org.plumbline.core.form.FormFlag;
import org.plumbline.core.form.Metric;

class FormWordsTest {
    @ParameterizedTest
    @EnumSource(FlagName.class)
    void everyFlagHasATitleAFindingAndOneThingToDo(FlagName name) {
        FormFlag flag = new FormFlag(name, 2, "x", -7.4, 6, "deg", 1, Confidence.HIGH, 4);
        assertFalse(FormWords.title(name).isBlank());
        assertFalse(FormWords.action(name).isBlank());
        assertEquals(-1, FormWords.finding(flag).indexOf('-'), "a finding speaks of an amount, not of a sign");
    }

    @ParameterizedTest
    @EnumSource(Metric.class)
    void everyMetricHasAName(Metric metric) {
        String name = FormWords.metric(metric.jsonName());
        assertFalse(name.contains("_") || name.endsWith("deg"), name);
    }

    @Test
    void valuesAreAsShortAsTheyCanBeRead() {
        assertEquals("12°", FormWords.amount(12.3, "deg"));
        assertEquals("18 %", FormWords.amount(17.6, "%"));
        assertEquals("2.1 s", FormWords.amount(2.06, "s"));
        assertEquals("81 °/s", FormWords.amount(80.7, "deg/s"));
    }

    @Test
    void exercisesAreNamedForPeople() {
        assertEquals("Romanian deadlift", FormWords.exercise("romanian_deadlift"));
    }
}
