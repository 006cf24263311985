package org.plumbline.server.training;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.account.Person;

/**
 * Something that waits for a person on their first page.
 *
 * @param order place among the cards, the least first: below 0 stands before training, and nothing is offered to lift next; 0 to 99 asks for an answer, 100 to 149 is known of the plan, 150 to 199 is planned, and not offered where something stands before training, 200 on is to know
 * @param title what it is, a few words
 * @param text one sentence more, or null
 * @param link address of the page where it is done, or null
 * @param linkText words of that link, a verb first, or null
 * @param level the level whose colour and shape it has; 0 where it is no warning
 * @param call telephone number to call at once, or null
 */
public record TodayCard(
        int order,
        String title,
        @Nullable String text,
        @Nullable String link,
        @Nullable String linkText,
        int level,
        @Nullable String call) {
    private static final int PLANNED = 150;
    private static final int TO_KNOW = 200;

    /** A card that warns of nothing. */
    public TodayCard(int order, String title, @Nullable String text, @Nullable String link, @Nullable String linkText) {
        this(order, title, text, link, linkText, 0, null);
    }

    /** Whether it offers something to lift. */
    public boolean isPlanned() {
        return order >= PLANNED && order < TO_KNOW;
    }

    /** Whether it stands before training. */
    public boolean holdsBack() {
        return order < 0;
    }

    /** Who has something to say on a person's first page; every bean of this kind is asked. */
    public interface Source {
        /** The cards for a person now; none where nothing waits. */
        List<TodayCard> cards(Person person, Instant now);
    }
}
