package org.plumbline.server.review;

import java.time.Instant;
import java.util.List;
import org.plumbline.server.account.Person;
import org.plumbline.server.training.FormWords;
import org.plumbline.server.training.LimitChange;
import org.plumbline.server.training.Moments;
import org.plumbline.server.training.TodayCard;
import org.plumbline.server.training.UnseenLimits;
import org.plumbline.server.web.Words;
import org.springframework.stereotype.Component;

/** What others changed of a lifter's limits: on their first page until they have looked at those limits, and there once. */
@Component
class LimitCards implements TodayCard.Source {
    private static final int ORDER = 45;

    private final UnseenLimits limits;
    private final Moments moments;

    LimitCards(UnseenLimits limits, Moments moments) {
        this.limits = limits;
        this.moments = moments;
    }

    @Override
    public List<TodayCard> cards(Person person, Instant now) {
        List<LimitChange> unseen = limits.of(person.id());
        return unseen.stream()
                .limit(1)
                .map(newest -> new TodayCard(
                        ORDER,
                        Words.say("limits.card", unseen.size()),
                        say(newest),
                        "/people/" + person.id() + "/limits?exercise=" + newest.exercise(),
                        Words.say("limits.card.open")))
                .toList();
    }

    /** The changes of an exercise, a sentence each, the newest first; from now on they are seen. */
    List<String> read(Person lifter, String exercise) {
        List<LimitChange> shown = limits.of(lifter.id()).stream()
                .filter(change -> change.exercise().equals(exercise))
                .toList();
        if (!shown.isEmpty()) {
            limits.seen(lifter.id(), exercise, shown.get(0).at());
        }
        return shown.stream().map(this::say).toList();
    }

    private String say(LimitChange change) {
        String metric = FormWords.metric(change.rule().metric().jsonName());
        String unit = change.rule().metric().unit();
        String said = Words.say(
                "limits.changed." + change.as().word(),
                change.by(),
                Character.toLowerCase(metric.charAt(0)) + metric.substring(1),
                FormWords.exercise(change.exercise()),
                change.before() == null ? Words.say("limits.off") : LimitWords.levels(change.before(), unit),
                change.after() == null ? Words.say("limits.off") : LimitWords.levels(change.after(), unit),
                moments.say(change.at()));
        return change.reason() == null ? said : said + " " + Words.say("limits.why", change.reason());
    }
}
