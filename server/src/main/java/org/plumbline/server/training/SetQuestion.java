package org.plumbline.server.training;

import org.jspecify.annotations.Nullable;
import org.plumbline.server.account.RecordKind;
import org.plumbline.server.web.ReadBack;

/**
 * What is asked before a set.
 *
 * @param question what kind of question it is
 * @param sentence the words that are to be read
 * @param link address of the page that says more, or null
 * @param linkText words of that link, or null
 * @param capKg the most the plan says, kg, or null where that is not the question
 * @param again whether the same was read today, and a set begun all the same
 */
public record SetQuestion(
        BegunAnyway.Question question,
        String sentence,
        @Nullable String link,
        @Nullable String linkText,
        @Nullable Double capKg,
        boolean again) {
    /** Whether it speaks of pain or symptoms. */
    public boolean isOfHealth() {
        return question.kind() == RecordKind.PAIN;
    }

    /** What a person gives back to say that they have read this question, and no other. */
    public String answer() {
        return ReadBack.of(question.word(), sentence);
    }
}
