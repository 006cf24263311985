package org.plumbline.server.rehab.pain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SymptomAnswersTest {
    private static final Set<SymptomTier> ALL_NONE = Set.copyOf(SymptomAnswers.PARTS);

    @ParameterizedTest
    @EnumSource(SymptomQuestion.class)
    void everyQuestionAloneLeadsToItsTier(SymptomQuestion question) {
        EnumSet<SymptomTier> others = EnumSet.copyOf(SymptomAnswers.PARTS);
        others.remove(question.tier());
        assertEquals(Optional.of(question.tier()), new SymptomAnswers(Set.of(question), others, null).tier());
    }

    @Test
    void theThreePartsHoldTheGroupsOfTheSources() {
        assertEquals(9, SymptomQuestion.of(SymptomTier.EMERGENCY).size());
        assertEquals(10, SymptomQuestion.of(SymptomTier.URGENT).size());
        assertEquals(4, SymptomQuestion.of(SymptomTier.ROUTINE).size());
    }

    @Test
    void theMostPressingTickWins() {
        SymptomAnswers answers = new SymptomAnswers(
                Set.of(SymptomQuestion.DOWN_THE_LEG, SymptomQuestion.FEVER_OR_UNWELL, SymptomQuestion.URINE_LEAKS),
                Set.of(),
                null);
        assertEquals(Optional.of(SymptomTier.EMERGENCY), answers.tier());
    }

    @Test
    void aTickInTheEmergencyPartNeedsNoOtherAnswer() {
        assertEquals(
                Optional.of(SymptomTier.EMERGENCY),
                new SymptomAnswers(Set.of(SymptomQuestion.SADDLE_NUMBNESS), Set.of(), null).tier());
    }

    @Test
    void silenceIsNotNo() {
        assertEquals(Optional.empty(), new SymptomAnswers(Set.of(), Set.of(), null).tier());
        SymptomAnswers skipped = new SymptomAnswers(
                Set.of(SymptomQuestion.DOWN_THE_LEG), Set.of(SymptomTier.URGENT), SymptomMechanism.LIFTING);
        assertEquals(Optional.empty(), skipped.tier(), "the emergency part was left out");
        assertEquals(List.of(SymptomTier.EMERGENCY), skipped.missing());
    }

    @Test
    void aTickOutweighsNoneOfThese() {
        assertEquals(
                Optional.of(SymptomTier.URGENT),
                new SymptomAnswers(Set.of(SymptomQuestion.UNRELENTING), ALL_NONE, null).tier());
    }

    @Test
    void aFallIsHeardEvenWhereItsBoxIsNotTicked() {
        assertEquals(
                Optional.of(SymptomTier.URGENT), new SymptomAnswers(Set.of(), ALL_NONE, SymptomMechanism.FALL).tier());
    }

    @Test
    void nothingTickedIsATierOfItsOwnAndNoAllClear() {
        assertEquals(
                Optional.of(SymptomTier.NOTHING_TICKED),
                new SymptomAnswers(Set.of(), ALL_NONE, SymptomMechanism.SLOWLY).tier());
    }

    @Test
    void onlyWhatWasAnsweredIsKept() {
        Map<SymptomQuestion, Boolean> kept =
                new SymptomAnswers(Set.of(SymptomQuestion.BOTH_LEGS), Set.of(), null).answered();
        assertEquals(9, kept.size(), "the part that was answered");
        assertEquals(true, kept.get(SymptomQuestion.BOTH_LEGS));
        assertEquals(false, kept.get(SymptomQuestion.URINE_LEAKS));
        assertFalse(kept.containsKey(SymptomQuestion.UNRELENTING));
    }
}
