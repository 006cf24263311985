package org.plumbline.server.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Rectangle;
import org.openqa.selenium.WebDriver;
import org.plumbline.server.account.RecordKind;
import org.plumbline.server.account.Role;
import org.plumbline.server.support.Browser;
import org.plumbline.server.support.Installs;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.support.Visitor;

/** A lifter with a phone who is no lifter of bars: the seconds of a side plank, the bends of a range-of-motion test. */
@Tag("browser")
class HoldBrowserIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static RunningServer server;
    private static Browser phone;

    @BeforeAll
    static void open() {
        if (Browser.missing().isEmpty()) {
            server = RunningServer.start("--plumbline.simulation.speed=4");
            phone = Browser.open(false).listening();
        }
    }

    @BeforeEach
    void needABrowser() {
        Installs.need(HoldBrowserIT.class, Browser.missing());
    }

    @AfterAll
    static void close() {
        if (phone != null) {
            phone.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @Test
    void theSecondsOfAHoldRunOnTheScreenAndStandOnThePage() throws IOException {
        Visitor lifter = server.joined(Role.LIFTER);
        Visitor therapist = server.joined(Role.THERAPIST);
        server.share(lifter, therapist, RecordKind.values());
        therapist.post(
                "/api/people/" + server.personOf(lifter).id() + "/prescriptions",
                "{\"exercise\":\"side_plank\",\"sets\":1,\"repetitions\":2,\"holdS\":15,\"timesAWeekLeast\":2,"
                        + "\"timesAWeekMost\":3}");
        String set = RunningServer.parse(lifter.post(
                                "/api/live",
                                "{\"source\":\"simulated\",\"exercise\":\"side_plank\",\"repetitions\":2,\"seed\":41}")
                        .body())
                .get("set")
                .asString();
        phone.screen(390, 844);
        WebDriver driver = phone.driver();
        phone.enter(lifter, "/live");
        waitUntil(page -> said(one -> isHolding(one) && seconds(one) >= 3) > 0);
        phone.screenshot("hold-live-phone");
        waitUntil(page -> said(one -> one.word().equals("target 15 s reached")) > 0);
        phone.screenshot("hold-live-target-phone");
        assertTrue(
                said(one -> isHolding(one) && one.hint().matches("of 15 s · sag \\d°")) > 0,
                () -> "what it is judged by: " + phone.said());
        waitUntil(page -> said(one -> one.bars() == 1 && one.hint().contains("hold 1")) > 0);
        assertTrue(driver.findElement(By.cssSelector("#bars .value")).getText().endsWith(" s"));
        phone.screenshot("hold-live-between-phone");
        waitUntil(page -> "ended".equals(page.findElement(By.id("main")).getDomAttribute("data-stage")));
        phone.screenshot("hold-live-ended-phone");
        assertTrue(said(one -> isHolding(one) && seconds(one) > 3) > 0, () -> "the seconds run: " + phone.said());
        assertEquals(
                0,
                said(one -> one.word().equals("target 15 s reached") && seconds(one) < 15),
                () -> "not before its time: " + phone.said());

        phone.enter(lifter, "/sets/" + set);
        assertTrue(driver.findElement(By.tagName("h1")).getText().matches("2 holds, .* s \\(target 15 s reached\\).*"));
        assertFalse(driver.findElements(By.cssSelector("figure.chart img")).isEmpty());
        phone.screen(390, 2400).screenshot("hold-set-phone");
        phone.enter(lifter, "/sets/" + set + "/reps/1");
        phone.screenshot("hold-one-phone");
        phone.enter(lifter, "/sets");
        phone.screen(390, 844).screenshot("hold-sets-phone");
    }

    @Test
    void theBendsOfARangeOfMotionTestSayWhatTheyAre() throws IOException {
        Visitor lifter = server.joined(Role.LIFTER);
        lifter.post(
                "/api/live",
                "{\"source\":\"simulated\",\"exercise\":\"trunk_movement\",\"repetitions\":3,\"seed\":41}");
        phone.screen(390, 844);
        phone.enter(lifter, "/live");
        waitUntil(page -> page.findElement(By.id("hint"))
                .getText()
                .equals("Trunk movement is measured, and not judged: there is no limit for it."));
        phone.screenshot("bends-live-phone");
        int stop = phone.driver().findElement(By.id("stop")).getRect().getY();
        for (String shown : List.of("bars", "health")) {
            Rectangle place = phone.driver().findElement(By.className(shown)).getRect();
            assertTrue(place.getY() + place.getHeight() <= stop, shown + " stand above STOP, and not behind it");
        }
    }

    /** How often the page has said so. */
    private static long said(Predicate<Browser.Said> wanted) {
        return phone.said().stream().filter(wanted).count();
    }

    private static boolean isHolding(Browser.Said one) {
        return one.unit().equals("s") && one.word().equals("hold") && one.hint().startsWith("of 15 s");
    }

    private static int seconds(Browser.Said one) {
        return Integer.parseInt("0" + one.number().replaceAll("\\D", ""));
    }

    private static void waitUntil(Predicate<WebDriver> wanted) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptions()
                .until(() -> wanted.test(phone.driver()));
    }
}
