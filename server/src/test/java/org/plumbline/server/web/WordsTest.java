package org.plumbline.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The tests bring {@code messages/training_eo.properties}, which says one thing in another language. */
class WordsTest {
    @AfterEach
    void speakEnglish() {
        Words.speak(Locale.ENGLISH);
    }

    @Test
    void aSecondLanguageNeedsOnlyAFile() {
        assertEquals("on target", Words.say("level.0"));
        Words.speak(Locale.forLanguageTag("eo"));
        assertEquals("laŭcele — ĝuste", Words.say("level.0"));
    }

    @Test
    void englishStandsWhereATranslationSaysNothing() {
        Words.speak(Locale.forLanguageTag("eo"));
        assertEquals("caution", Words.say("level.2"));
    }

    @Test
    void aLanguageNobodyHasTranslatedIsEnglishWhateverTheMachineSpeaks() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("eo"));
        try {
            Words.speak(Locale.forLanguageTag("is"));
            assertEquals("on target", Words.say("level.0"));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void numbersTakeTheFormTheyNeed() {
        assertEquals(
                "1 rep counted, lumbar flexion not assessed",
                Words.say("set_finding.not_assessed.lumbarFlexionPeakDeg", 1));
        assertEquals(
                "8 reps counted, lumbar flexion not assessed",
                Words.say("set_finding.not_assessed.lumbarFlexionPeakDeg", 8));
        assertEquals(
                "Squat, today, 1 rep. Fine.", Words.say("report.repetitions.caption", "Squat", "today", 1, "Fine"));
        assertEquals(
                "Of 1 rep in 1 set, flagged when lifted with a caution or more, by limits beside those of the plan: Twist.",
                Words.say("report.flags", 1, 1, "Twist"));
        assertEquals("1 of 1 rep flagged", Words.say("today.flagged", 1, 1));
    }

    @Test
    void aKeyWithoutATextIsShownAsItIs() {
        assertEquals("no.such.key", Words.say("no.such.key"));
    }
}
