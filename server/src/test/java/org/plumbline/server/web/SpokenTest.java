package org.plumbline.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said to two people at once. */
class SpokenTest {
    private static final String KEY = "live.legend.neutral";

    @Test
    void theOwnerIsCalledYouAndSomebodyElseIsNot() {
        Spoken<String> said = Spoken.of(() -> Words.say(KEY));
        assertEquals("your stance", said.own());
        assertEquals("their stance", said.theirs());
        assertEquals("their stance", said.to(true));
        assertEquals("your stance", Words.say(KEY), "afterwards it is as before");
    }

    @Test
    void whatIsTheSameToBothIsMadeIntoSomethingElseOnce() {
        int[] asked = {0};
        Spoken<Integer> length = Spoken.of(() -> Words.say("live.legend.plumb")).map(text -> {
            asked[0]++;
            return text.length();
        });
        assertTrue(length.isSame());
        assertEquals(1, asked[0]);
        assertFalse(Spoken.of(() -> Words.say(KEY)).isSame());
        assertEquals(List.of("a"), Spoken.all(List.of(Spoken.same("a")), true));
    }
}
