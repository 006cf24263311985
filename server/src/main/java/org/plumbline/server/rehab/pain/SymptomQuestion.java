package org.plumbline.server.rehab.pain;

import java.util.List;
import java.util.stream.Stream;

/**
 * The symptom questions; their wording is in the message files, where a clinician must review it. Emergency: the published card for
 * cauda equina syndrome (Greenhalgh, Mercer and Finucane). Urgent: red flags of the international framework (Finucane
 * et al. 2020) and of a national pathway. Evidence for any single one is weak: they are asked together and rule nothing out.
 */
public enum SymptomQuestion implements Worded {
    SADDLE_NUMBNESS(SymptomTier.EMERGENCY),
    WIPING_FEELS_DIFFERENT(SymptomTier.EMERGENCY),
    URINE_CHANGED(SymptomTier.EMERGENCY),
    URINE_LEAKS(SymptomTier.EMERGENCY),
    BLADDER_NOT_FELT(SymptomTier.EMERGENCY),
    BOWEL_CHANGED(SymptomTier.EMERGENCY),
    SEXUAL_FEELING_LOST(SymptomTier.EMERGENCY),
    LEGS_GET_WEAKER(SymptomTier.EMERGENCY),
    BOTH_LEGS(SymptomTier.EMERGENCY),

    LIMB_WEAK_OR_NUMB(SymptomTier.URGENT),
    UNRELENTING(SymptomTier.URGENT),
    FEVER_OR_UNWELL(SymptomTier.URGENT),
    BLOW_OR_FALL(SymptomTier.URGENT),
    BRITTLE_BONES(SymptomTier.URGENT),
    CANCER_BEFORE(SymptomTier.URGENT),
    WEIGHT_CHANGED(SymptomTier.URGENT),
    DEFENCES_LOW(SymptomTier.URGENT),
    NEW_AT_THIS_AGE(SymptomTier.URGENT),
    CANNOT_STAND_OR_WALK(SymptomTier.URGENT),

    OVER_A_WEEK(SymptomTier.ROUTINE),
    RETURNS_AFTER_TRAINING(SymptomTier.ROUTINE),
    SLEEP_OR_DAILY_LIFE(SymptomTier.ROUTINE),
    DOWN_THE_LEG(SymptomTier.ROUTINE);

    /** Raised whenever a question is added, taken out or means something else. */
    public static final int VERSION = 1;

    private final SymptomTier tier;

    SymptomQuestion(SymptomTier tier) {
        this.tier = tier;
    }

    /** Whether it speaks of numbness or tingling. */
    boolean isOfNumbness() {
        return this == SADDLE_NUMBNESS || this == BOTH_LEGS || this == LIMB_WEAK_OR_NUMB;
    }

    /** The part it stands in. */
    public SymptomTier tier() {
        return tier;
    }

    /** The questions of a part, in the order they are asked. */
    public static List<SymptomQuestion> of(SymptomTier tier) {
        return Stream.of(values()).filter(question -> question.tier == tier).toList();
    }
}
