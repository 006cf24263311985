package org.plumbline.server.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.plumbline.server.account.RecordKind;
import org.plumbline.server.account.Role;
import org.plumbline.server.support.Browser;
import org.plumbline.server.support.Installs;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.support.Visitor;

/** A lifter who holds a side plank on a phone: its seconds while they run, and what the pages say of it. */
@Tag("browser")
class HoldBrowserIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static RunningServer server;
    private static Browser phone;

    @BeforeAll
    static void open() {
        if (Browser.missing().isEmpty()) {
            server = RunningServer.start("--plumbline.simulation.speed=6");
            phone = Browser.open(false);
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
        waitUntil(page -> "s".equals(number().getDomAttribute("data-unit")) && seconds() >= 3);
        assertEquals("hold", text("word"));
        assertEquals("of 15 s", text("hint"));
        int before = seconds();
        waitUntil(page -> seconds() > before);
        phone.screenshot("hold-live-phone");
        waitUntil(page -> text("word").equals("target 15 s reached"));
        assertTrue(seconds() >= 15);
        phone.screenshot("hold-live-target-phone");
        waitUntil(page -> page.findElements(By.cssSelector("#bars li")).size() == 1);
        assertTrue(text("hint").contains("hold 1"), text("hint"));
        assertTrue(driver.findElement(By.cssSelector("#bars .value")).getText().endsWith(" s"));
        phone.screenshot("hold-live-between-phone");
        waitUntil(page -> "ended".equals(page.findElement(By.id("main")).getDomAttribute("data-stage")));
        phone.screenshot("hold-live-ended-phone");

        phone.enter(lifter, "/sets/" + set);
        assertTrue(driver.findElement(By.tagName("h1")).getText().matches("2 holds, .* s \\(target 15 s reached\\).*"));
        assertFalse(driver.findElements(By.cssSelector("figure.chart img")).isEmpty());
        phone.screen(390, 2400).screenshot("hold-set-phone");
        phone.enter(lifter, "/sets/" + set + "/reps/1");
        phone.screenshot("hold-one-phone");
        phone.enter(lifter, "/sets");
        phone.screen(390, 844).screenshot("hold-sets-phone");
    }

    private static WebElement number() {
        return phone.driver().findElement(By.id("number"));
    }

    private static int seconds() {
        return Integer.parseInt("0" + number().getText().replaceAll("\\D", ""));
    }

    private static String text(String id) {
        return phone.driver().findElement(By.id(id)).getText();
    }

    private static void waitUntil(Predicate<WebDriver> wanted) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptions()
                .until(() -> wanted.test(phone.driver()));
    }
}
