package org.plumbline.core.form;

/** What the repetitions before mean for the level of a rule. */
final class RuleMemory {
    private final Recurrence recurrence;
    private final double largeByItself;
    private int before;
    private int beforeThat;
    private boolean repeated;

    /** @param largeByItself a value from which a caution need not recur */
    RuleMemory(Recurrence recurrence, double largeByItself) {
        this.recurrence = recurrence;
        this.largeByItself = largeByItself;
    }

    void clear() {
        before = 0;
        beforeThat = 0;
        repeated = false;
    }

    /** Whether the repetitions before showed it too, as far as the last level goes. */
    boolean isRepeated() {
        return repeated;
    }

    /**
     * Level of a repetition, given what its value reaches by itself.
     *
     * @param own level of the value, 0 where it was not assessed
     */
    int level(int own, double value) {
        int level = own;
        repeated = own >= 1 && before >= 1;
        switch (recurrence) {
            case STOP_WHEN_RUNNING:
                level = own == 2 && before >= 2 ? 3 : own;
                break;
            case TWO_OF_THREE:
                int recent = (own >= 2 ? 1 : 0) + (before >= 2 ? 1 : 0) + (beforeThat >= 2 ? 1 : 0);
                repeated = recent >= 2;
                level = own >= 2 && !repeated && value < largeByItself ? 1 : own;
                break;
            case STEP_BY_STEP:
                if (Double.isNaN(value)) {
                    return 0;
                }
                level = Math.min(own, before + 1);
                break;
            default:
                break;
        }
        beforeThat = before;
        before = recurrence == Recurrence.STEP_BY_STEP ? level : own;
        return level;
    }

    /** The highest level that the next repetition can have. */
    int highestNext() {
        return recurrence == Recurrence.STEP_BY_STEP ? before + 1 : 3;
    }
}
