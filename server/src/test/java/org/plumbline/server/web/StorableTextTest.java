package org.plumbline.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Names and texts are what people can see. */
class StorableTextTest {
    @Test
    void whatCanBeSeenIsAText() {
        for (String text : List.of(
                "Zo\u00eb", "\u674e", "\u0639\u0645\u0631", "\ud83d\ude00", "a\u200db", "x\nx\ty", "?", "\u00a0b")) {
            assertNull(StorableText.fault("note", text), text);
        }
    }

    @Test
    void whatNobodyCanSeeIsNone() {
        for (String text : List.of(
                "\u200b",
                "\u00a0",
                "\u2060\ufeff",
                "\u3164",
                "\u2800",
                "\u0301",
                "\u202e",
                "\u00ad \u200e",
                "\ufe0f")) {
            assertFalse(StorableText.isName(text, 100), escaped(text));
            assertNotNull(StorableText.fault("note", text), escaped(text));
        }
    }

    @Test
    void aControlCharacterAndHalfOfAPairAreNoCharacters() {
        for (String text : List.of("a\u0000", "a\u0007b", "\u001b[31m", "a\u007f", "a\u0085b", "\ud83d", "\udc00b")) {
            assertFalse(StorableText.is(text), escaped(text));
            assertNotNull(StorableText.fault("note", text), escaped(text));
        }
    }

    private static String escaped(String text) {
        return text.codePoints().mapToObj(Integer::toHexString).toList().toString();
    }

    @Test
    void aNameIsOneLineThatIsNotTooLong() {
        assertTrue(StorableText.isName("Ada Lovelace", 12));
        assertFalse(StorableText.isName("Ada Lovelace", 11));
        assertFalse(StorableText.isName("Ada\nLovelace", 100));
        assertFalse(StorableText.isName("Ada\tLovelace", 100));
        assertFalse(StorableText.isName("", 100));
        assertFalse(StorableText.isName(null, 100));
    }

    @Test
    void aFieldInWhichNothingWasWrittenIsEmptyAndNotWrong() {
        assertNull(StorableText.fault("note", ""));
        assertNull(StorableText.fault("note", "  "));
        assertEquals(
                "note has nothing in it that can be seen. Write something, or leave it empty.",
                StorableText.fault("note", "\u200b"));
    }
}
