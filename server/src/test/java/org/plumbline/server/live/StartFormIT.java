package org.plumbline.server.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.server.account.Role;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.support.Visitor;

/** What the start page keeps of what was typed while something was still to be read. */
class StartFormIT {
    private static final RunningServer SERVER = RunningServer.shared();

    private Visitor lifter;

    @BeforeEach
    void somebodyWithPain() {
        lifter = SERVER.joined(Role.LIFTER);
        lifter.postForm("/pain", "score=4&moment=before");
    }

    private void type(String fields) {
        HttpResponse<String> asked = lifter.postForm("/start", fields);
        assertTrue(
                asked.body().contains("id=\"not-now\"") && asked.body().contains("href=\"/start?back\""), asked.body());
    }

    /** The form of the simulated lifter. */
    private String simulatedForm(String path) {
        String page = lifter.page(path).body();
        int begin = page.indexOf("<h2>Simulated lifter");
        return page.substring(begin, page.indexOf("</form>", begin));
    }

    /** What a field of the simulated lifter's form holds. */
    private String simulated(String path, String field) {
        String form = simulatedForm(path);
        Matcher input = Pattern.compile("<input name=\"" + field + "\"[^>]*>").matcher(form);
        assertTrue(input.find(), form);
        Matcher value = Pattern.compile(" value=\"([^\"]*)\"").matcher(input.group());
        return value.find() ? value.group(1) : "";
    }

    @Test
    void whatWasTypedIsThereForWhoeverGoesBackAndGoneForWhoeverComesAnew() {
        type("source=simulated&exercise=squat&repetitions=30&load=42.5");

        assertEquals("42.5", simulated("/start?back", "load"));
        assertEquals("30", simulated("/start?back", "repetitions"));
        assertTrue(lifter.page("/start?back").body().contains("<option value=\"squat\" selected=\"selected\">"));

        assertEquals("", simulated("/start", "load"), "who comes anew begins anew");
        assertEquals("8", simulated("/start?back", "repetitions"), "and then there is nothing to go back to");
    }

    @Test
    void whatWasTypedIsStillThereWhereItIsRefused() {
        lifter = SERVER.joined(Role.LIFTER);
        HttpResponse<String> refused = lifter.postForm(
                "/start", "source=simulated&exercise=squat&repetitions=3&roundingRepetition=9&load=42.5");
        assertEquals(302, refused.statusCode());
        String path = refused.headers().firstValue("Location").orElse("").replaceAll("https?://[^/]+", "");
        assertTrue(lifter.page(path).body().contains("roundingRepetition must be from 1 to 3"), "it is said why");
        assertEquals("9", simulated(path, "roundingRepetition"));
        assertEquals("3", simulated(path, "repetitions"));
        assertEquals("42.5", simulated(path, "load"));
    }

    @Test
    void whatWasTypedForSensorsIsNotFilledInForTheSimulatedLifter() {
        type("source=sensors&exercise=row&load=42.5");
        assertEquals("", simulated("/start?back", "load"));
    }

    @Test
    void aLoadStaysTheSameLoadInAnotherUnit() {
        type("source=simulated&exercise=deadlift&repetitions=3&load=100");
        lifter.postForm("/account/load-unit", "unit=lb");
        assertEquals("220.5", simulated("/start?back", "load"));
    }

    @Test
    void aLoadThatWasLeftEmptyStaysEmpty() {
        type("source=simulated&exercise=deadlift&repetitions=3&load=");
        assertEquals("", simulated("/start?back", "load"));
        assertEquals("3", simulated("/start?back", "repetitions"));
    }

    @Test
    void whoComesForARowFindsTheSimulatedLifterRowing() {
        String form = simulatedForm("/start?exercise=row");
        assertTrue(form.contains("<option value=\"row\" selected=\"selected\">Row</option>"), form);
        assertFalse(form.contains("simulated-instead"), form);
    }

    @Test
    void whatTheSimulatedLifterCannotDoIsSaidWhereItIsLeftOut() {
        String form = simulatedForm("/start?exercise=push_up");
        assertTrue(form.contains("Push-up is no exercise of the simulated lifter: Deadlift is chosen here."), form);
        assertTrue(form.contains("<option value=\"deadlift\" selected=\"selected\">"), form);
        assertFalse(form.contains("value=\"push_up\""), form);
    }
}
