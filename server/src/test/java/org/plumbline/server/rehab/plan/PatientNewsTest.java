package org.plumbline.server.rehab.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.plumbline.server.account.LoadUnit;
import org.plumbline.server.rehab.pain.PainNews;
import org.plumbline.server.training.BegunAnyway;

/** How a therapist reads of sets that were begun all the same, and in which order they read of people. */
class PatientNewsTest {
    private static final Instant FIRST = Instant.parse("2026-03-02T17:00:00Z");

    @Test
    void whatWasAskedDecidesHowItIsSaid() {
        String restricted = only(begun(BegunAnyway.Question.RESTRICTED, FIRST, false, null));
        assertTrue(restricted.startsWith("One set was begun all the same, on 2 Mar 2026"), restricted);
        assertTrue(restricted.endsWith("Deadlift: after reading “It is left out.”"), restricted);
        String above = only(begun(BegunAnyway.Question.ABOVE_CAP, FIRST, false, 40.0));
        assertTrue(above.endsWith("above the plan’s load, with 60 kg instead of 40 kg at most"), above);
        String unknownCap = only(begun(BegunAnyway.Question.ABOVE_CAP, FIRST, false, null));
        assertTrue(unknownCap.contains("instead of – at most"), unknownCap);
    }

    @Test
    void manySetsAreOneLineWithTheirCountAndTheLast() {
        Instant last = FIRST.plusSeconds(600);
        String line = only(
                begun(BegunAnyway.Question.TOLD, FIRST, false, null),
                begun(BegunAnyway.Question.RESTRICTED, FIRST, false, null),
                begun(BegunAnyway.Question.TOLD, last, false, null));
        assertTrue(line.startsWith("2 sets were begun all the same, the last on " + PlanWords.moment(last)), line);
        assertTrue(line.contains("2 after reading “It is left out.”; after reading"), line);
    }

    @Test
    void ofTwoWarningsBeforeOneSetNoneIsLeftOut() {
        String line = only(
                begun(BegunAnyway.Question.TOLD, FIRST, "Get medical help now."),
                begun(BegunAnyway.Question.TOLD, FIRST, "Lift no further today."),
                begun(BegunAnyway.Question.TOLD, FIRST.minusSeconds(900), "Lift no further today."));
        assertTrue(line.startsWith("2 sets were begun"), line);
        assertTrue(
                line.endsWith("after reading “Get medical help now.”; 2 after reading “Lift no further today.”"), line);
    }

    @Test
    void simulatedSetsStandApart() {
        List<String> lines = PatientNews.say(
                List.of(
                        begun(BegunAnyway.Question.TOLD, FIRST, true, null),
                        begun(BegunAnyway.Question.TOLD, FIRST.plusSeconds(60), true, null),
                        begun(BegunAnyway.Question.TOLD, FIRST.plusSeconds(120), false, null)),
                LoadUnit.KG);
        assertEquals(2, lines.size(), lines.toString());
        assertTrue(lines.get(0).startsWith("One set was begun"), "those lifted first: " + lines);
        assertTrue(lines.get(1).startsWith("Simulated, nobody lifted: 2 sets were begun"), lines.toString());
    }

    @Test
    void whoHasAnEmergencyComesBeforeWhoBeganSetsAllTheSame() {
        PatientNews.News emergency = pressing(PainNews.Weight.EMERGENCY);
        PatientNews.News stop = pressing(PainNews.Weight.SHARP_STOP);
        PatientNews.News begun = new PatientNews.News(List.of(), List.of("begun"), false);
        assertEquals(
                List.of(emergency, stop, begun, PatientNews.News.NONE),
                Stream.of(PatientNews.News.NONE, begun, stop, emergency)
                        .sorted(PatientNews.News.BY_WEIGHT.thenComparing(Comparator.comparing(Object::toString)))
                        .toList());
        assertTrue(emergency.isStrong(0));
        assertTrue(!begun.isStrong(0));
    }

    private static PatientNews.News pressing(PainNews.Weight weight) {
        return new PatientNews.News(List.of(new PainNews.Line(FIRST, weight, weight.name())), List.of(), true);
    }

    private static String only(BegunAnyway... begun) {
        List<String> lines = PatientNews.say(List.of(begun), LoadUnit.KG);
        assertEquals(1, lines.size(), lines.toString());
        return lines.get(0);
    }

    private static BegunAnyway begun(
            BegunAnyway.Question question, Instant at, boolean simulated, @Nullable Double capKg) {
        return begun(question, at, "It is left out.", simulated, capKg);
    }

    private static BegunAnyway begun(BegunAnyway.Question question, Instant at, String sentence) {
        return begun(question, at, sentence, false, null);
    }

    private static BegunAnyway begun(
            BegunAnyway.Question question, Instant at, String sentence, boolean simulated, @Nullable Double capKg) {
        return new BegunAnyway(
                UUID.randomUUID(),
                null,
                at,
                LocalDate.of(2026, 3, 2),
                question,
                sentence,
                "deadlift",
                simulated,
                60.0,
                capKg);
    }
}
