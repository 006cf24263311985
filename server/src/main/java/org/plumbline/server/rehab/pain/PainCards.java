package org.plumbline.server.rehab.pain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.Role;
import org.plumbline.server.training.FormWords;
import org.plumbline.server.training.TodayCard;
import org.plumbline.server.web.EmergencyNumber;
import org.plumbline.server.web.Words;
import org.springframework.stereotype.Component;

/** What of pain and symptoms waits for a lifter on their first page. */
@Component
class PainCards implements TodayCard.Source {
    private static final int EMERGENCY = -20;
    private static final int HELD_BACK = -10;
    private static final int SYMPTOMS = 10;
    private static final int FOLLOW_UPS = 20;
    private static final int CHECK_IN = 30;
    private static final int PAIN_LOG = 210;

    private final PainLog log;
    private final CheckIns checkIns;
    private final SymptomChecks symptoms;
    private final SymptomMoments said;
    private final EmergencyNumber number;

    PainCards(PainLog log, CheckIns checkIns, SymptomChecks symptoms, SymptomMoments said, EmergencyNumber number) {
        this.number = number;
        this.said = said;
        this.log = log;
        this.checkIns = checkIns;
        this.symptoms = symptoms;
    }

    @Override
    public List<TodayCard> cards(Person person, Instant now) {
        if (!person.is(Role.LIFTER)) {
            return List.of();
        }
        List<TodayCard> cards = new ArrayList<>();
        symptoms.inSight(person.id())
                .map(this::standing)
                .or(() -> stopped(person, now))
                .or(() -> redBefore(person))
                .ifPresent(cards::add);
        symptoms.due(person.id())
                .ifPresent(why -> cards.add(card(
                        SYMPTOMS,
                        "symptoms",
                        Words.say("symptoms.because." + why.word()),
                        "/symptoms?because=" + why.word())));
        if (!log.followUps(person.id()).isEmpty()) {
            cards.add(card(FOLLOW_UPS, "follow-up", null, "/pain"));
        }
        if (checkIns.today(person.id()).isEmpty()) {
            cards.add(card(CHECK_IN, "check-in", null, "/check-in"));
        }
        cards.add(card(PAIN_LOG, "log", null, "/pain"));
        return cards;
    }

    private TodayCard standing(StandingSymptoms standing) {
        SymptomTier tier = standing.check().tier();
        boolean now = tier == SymptomTier.EMERGENCY;
        return new TodayCard(
                now ? EMERGENCY : HELD_BACK,
                Words.say("symptoms.result." + tier.word() + ".head"),
                Words.say(now ? "symptoms.result.emergency.text" : "symptoms.result.rest", number.emergencyNumber())
                        + " " + said.say(standing),
                "/symptoms/" + standing.check().id(),
                Words.say("pain.card-link.standing"),
                tier.level(),
                now ? number.emergencyNumber() : null);
    }

    /** Of a set stopped for sharp pain, whatever was answered since: for that day nothing is offered to lift. */
    private Optional<TodayCard> stopped(Person person, Instant now) {
        LocalDate today = now.atZone(ZoneId.systemDefault()).toLocalDate();
        return symptoms.isStoppedOn(person.id(), today)
                ? Optional.of(new TodayCard(
                        HELD_BACK,
                        Words.say("pain.card.stopped"),
                        Words.say("pain.held.stop"),
                        "/pain#stops",
                        Words.say("before.pain"),
                        FormWords.STRONGEST,
                        null))
                : Optional.empty();
    }

    private Optional<TodayCard> redBefore(Person person) {
        return log.redBefore(person.id(), log.today())
                .map(entry -> new TodayCard(
                        HELD_BACK,
                        Words.say("pain.card.before"),
                        PainHold.before(entry),
                        "/pain",
                        Words.say("before.pain"),
                        FormWords.STRONGEST,
                        null));
    }

    private static TodayCard card(int order, String what, @Nullable String text, String link) {
        return new TodayCard(order, Words.say("pain.card." + what), text, link, Words.say("pain.card-link." + what));
    }
}
