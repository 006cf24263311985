package org.plumbline.server.rehab.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.plumbline.server.rehab.plan.Made.MONDAY;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PainNotedTest {
    @Test
    void painOfADayWithoutACountedSetIsNotCalledNone() {
        String words = new PainNoted(2, 6, List.of()).words();
        assertTrue(words.startsWith("Pain was noted on 2 days, at most 6 of 10;"), words);
    }

    @Test
    void nothingSaidAndZeroSaidAreTwoThings() {
        assertEquals("Nothing was said of pain in these weeks.", new PainNoted(0, 0, List.of()).words());
        assertTrue(new PainNoted(1, 0, List.of()).words().contains("was 0 each time"));
    }

    @Test
    void aSetStoppedForSharpPainIsSaidOfPainThoughNoScoreWas() {
        String stop = "Monday: stopped a set for sharp pain.";
        assertEquals("No pain score was said in these weeks. " + stop, new PainNoted(0, 0, List.of(stop)).words());
        assertTrue(new PainNoted(1, 4, List.of(stop)).words().endsWith(" " + stop));
    }

    @Test
    void aScoreBeforeTrainingAloneTellsNoChangeAndIsStillAScore() {
        List<SessionResponse> responses = SessionResponse.of(
                List.of(Made.set("deadlift", MONDAY, 8, 60.0)),
                List.of(new PainReading(Made.at(MONDAY, 9), MONDAY, PainReading.Moment.BEFORE, null, 5, false)),
                Set.of());
        assertFalse(PainDose.finding(responses).contains("Nothing was said"), PainDose.finding(responses));
    }

    @Test
    void aSessionStoppedForSharpPainWithoutAScoreIsSaidBesideTheRises() {
        List<SessionResponse> responses = SessionResponse.of(
                List.of(
                        Made.set("deadlift", MONDAY, 8, 60.0),
                        Made.set("deadlift", MONDAY.plusDays(2), 8, 60.0),
                        Made.set("deadlift", MONDAY.plusDays(4), 8, 60.0)),
                List.of(
                        new PainReading(Made.at(MONDAY, 9), MONDAY, PainReading.Moment.BEFORE, null, 2, false),
                        new PainReading(Made.at(MONDAY, 19), MONDAY, PainReading.Moment.AFTER, null, 2, false)),
                Set.of(MONDAY.plusDays(2)));
        assertEquals(
                "Pain rose by 2 points or more in 0 of 1 sessions; 1 more was stopped for sharp pain, no score after",
                PainDose.finding(responses));
        assertTrue(PainDose.finding(responses.subList(1, 3))
                .endsWith("; 1 session was stopped for sharp pain, no score after"));
    }
}
