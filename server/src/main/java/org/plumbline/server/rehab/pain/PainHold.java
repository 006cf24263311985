package org.plumbline.server.rehab.pain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.plumbline.server.training.BegunAnyway;
import org.plumbline.server.training.SetHold;
import org.plumbline.server.web.Words;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What speaks against a further set on the side of pain: answers that a doctor should hear, a sharp stop or red
 * pain before training of the day, and symptom questions that pain has raised and nobody has answered. Those asked every week hold up nothing.
 */
@Component
@Order(1)
class PainHold implements SetHold {
    private final SymptomChecks symptoms;
    private final PainLog log;

    PainHold(SymptomChecks symptoms, PainLog log) {
        this.log = log;
        this.symptoms = symptoms;
    }

    @Override
    public List<Told> told(UUID lifterId, Instant now) {
        LocalDate today = now.atZone(ZoneId.systemDefault()).toLocalDate();
        List<Told> told = new ArrayList<>();
        symptoms.standing(lifterId)
                .ifPresent(check -> told.add(of(
                        Words.say("pain.held." + check.tier().word()),
                        "/symptoms/" + check.id(),
                        Words.say("before.what-to-do"))));
        if (symptoms.isStoppedOn(lifterId, today)) {
            told.add(of(Words.say("pain.held.stop"), "/pain#stops", Words.say("before.pain")));
        }
        log.redBefore(lifterId, today)
                .ifPresent(entry -> told.add(of(before(entry), "/pain", Words.say("before.pain"))));
        symptoms.due(lifterId)
                .filter(why -> why != SymptomReason.WEEKLY)
                .ifPresent(why -> told.add(of(
                        Words.say("pain.held.unanswered." + why.word()),
                        "/symptoms?because=" + why.word(),
                        Words.say("before.answer"))));
        return told;
    }

    /** What stands against heavy training on the day of that red pain. */
    static String before(PainEntry red) {
        return Words.say(red.maybeMasked() ? "pain.held.before.masked" : "pain.held.before", red.score());
    }

    private static Told of(String sentence, String link, String linkText) {
        return new Told(BegunAnyway.Question.TOLD, sentence, link, linkText, null);
    }
}
