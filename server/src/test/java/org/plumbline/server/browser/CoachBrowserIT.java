package org.plumbline.server.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.plumbline.core.simulation.SimulatedFault;
import org.plumbline.server.account.RecordKind;
import org.plumbline.server.account.Role;
import org.plumbline.server.support.Browser;
import org.plumbline.server.support.Installs;
import org.plumbline.server.support.RecordedSets;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.support.Visitor;

/** A coach's evening: from the board and the roster to a flagged repetition, a comment on it, its judgement, and a limit tried out. */
@Tag("browser")
class CoachBrowserIT {
    private static final double LOAD_KG = 140;

    @Test
    void aCoachGoesFromTheBoardToAFlaggedRepetitionCommentsJudgesAndTriesALimitOnAPhone() throws IOException {
        Installs.need(CoachBrowserIT.class, Browser.missing());
        RunningServer server = RunningServer.shared();
        Visitor lifter = server.joined(Role.LIFTER);
        Visitor coach = server.joined(Role.COACH);
        server.share(lifter, coach, RecordKind.FORM);
        UUID set = RecordedSets.upload(
                lifter,
                RecordedSets.of(
                        "deadlift",
                        8,
                        21,
                        LOAD_KG,
                        new SimulatedFault.Rounding(4, 12),
                        new SimulatedFault.Rounding(7, 9)));
        RecordedSets.upload(lifter, RecordedSets.of("deadlift", 6, 22, LOAD_KG));
        RecordedSets.upload(lifter, RecordedSets.of("squat", 6, 23, 100.0));
        UUID person = server.personOf(lifter).id();

        try (Browser phone = Browser.open(true)) {
            phone.screen(390, 844).enter(coach, "/board");
            evening(phone, person, set);
        }
    }

    @Test
    void whoStayedAfterAllIsShownNothingMoreAsSoonAsTheShareIsTakenBack() {
        Installs.need(CoachBrowserIT.class, Browser.missing());
        RunningServer server = RunningServer.shared();
        Visitor lifter = server.joined(Role.LIFTER);
        Visitor coach = server.joined(Role.COACH);
        server.share(lifter, coach, RecordKind.FORM);
        UUID recorded = RecordedSets.upload(lifter, RecordedSets.of("deadlift", 30, 24, LOAD_KG));
        // a browser takes a while to open: nothing runs before, and what runs is not over soon
        try (Browser desktop = Browser.open(false)) {
            String set = RunningServer.parse(lifter.post(
                                    "/api/live", "{\"source\":\"replay\",\"set\":\"" + recorded + "\",\"speed\":\"4\"}")
                            .body())
                    .get("set")
                    .asString();
            try {
                leavesAndStays(desktop, server, lifter, coach, set);
            } finally {
                lifter.post("/api/live/" + set + "/stop", "");
            }
        }
    }

    private static void leavesAndStays(
            Browser desktop, RunningServer server, Visitor lifter, Visitor coach, String set) {
        desktop.enter(coach, "/live?set=" + set);
        WebDriver driver = desktop.driver();
        int before = bars(driver);
        waitUntil(desktop, page -> bars(page) > before);
        desktop.driver()
                .executeScript("dispatchEvent(new Event('beforeunload'));"
                        + "const now = Date.now; Date.now = () => now() + 11000;");
        server.share(lifter, coach);
        // ten seconds after it was about to leave the page would go all the same
        Awaitility.await("the page is gone")
                .atMost(Duration.ofSeconds(8))
                .until(() -> driver.findElements(By.id("spine")).isEmpty());
    }

    private static int bars(WebDriver driver) {
        return driver.findElements(By.cssSelector("#bars li")).size();
    }

    private static void evening(Browser phone, UUID person, UUID set) throws IOException {
        WebDriver driver = phone.driver();
        press(driver, ".empty a[href='/roster']");
        keep(phone, "phone-roster");
        driver.findElement(By.cssSelector("a[href='/people/" + person + "']")).click();
        keep(phone, "phone-lifter");

        // from the set to the flagged repetition
        driver.findElement(By.cssSelector("a[href='/sets/" + set + "']")).click();
        assertTrue(driver.findElement(By.tagName("h1")).getText().contains("rounded"), "the title says the finding");
        keep(phone, "phone-set");
        driver.findElement(By.cssSelector("a[href='/sets/" + set + "/reps/4']")).click();
        assertTrue(driver.findElement(By.tagName("h1")).getText().startsWith("Rep 4 rounded"));

        driver.findElement(By.id("comment")).sendKeys("Brace before the bar leaves the floor.");
        press(driver, "#comments button.primary");
        waitUntil(
                phone,
                page -> page.findElements(By.cssSelector(".comment .said")).stream()
                        .anyMatch(said -> said.getText().startsWith("Brace")));
        choose(driver, "#flags select[name=reason]", "curve");
        press(driver, "#flags .judge button");
        waitUntil(phone, page -> page.findElements(By.cssSelector(".judgement")).size() == 1);
        keep(phone, "phone-repetition");

        // the other flagged one is judged from the queue
        phone.driver().get(here(driver, "/queue?lifter=" + person));
        int open = driver.findElements(By.cssSelector(".open-set .judge")).size();
        assertTrue(open >= 1, "a flagged repetition waits");
        keep(phone, "phone-queue");
        choose(driver, ".open-set select[name=reason]", "form_held");
        press(driver, ".open-set .judge button");
        waitUntil(phone, page -> page.findElements(By.cssSelector(".restore")).size() == 1);

        // a limit is tried out before it is set
        driver.get(here(driver, "/people/" + person + "/limits?exercise=deadlift&rule=ROUNDING"));
        type(driver, "notice", "1");
        type(driver, "caution", "2");
        type(driver, "stop", "30");
        press(driver, "button[name=do][value=preview]");
        waitUntil(phone, page -> page.findElements(By.id("preview")).size() == 1);
        String preview = driver.findElement(By.id("preview")).getText();
        assertTrue(preview.matches("(?s)This limit would have flagged [1-9]\\d* of 14 reps.*"), preview);
        keep(phone, "phone-limits");
        assertTrue(
                driver.findElement(By.id("remark")).getText().contains("marked as outside the limit"),
                "it is read first");
        press(driver, "#remark input[name=limitsConfirmed]");
        press(driver, "button[name=do][value=save]");
        waitUntil(
                phone,
                page -> page.findElements(By.cssSelector(".notice[role=status]"))
                                .size()
                        == 1);
        assertTrue(driver.findElement(By.className("limits")).getText().contains("caution from 2°"));

        driver.get(here(driver, "/people/" + person + "/compare?exercise=deadlift&load=140.0"));
        keep(phone, "phone-compare");
    }

    /** Keeps the whole page as a picture; nothing on it may lie beyond the edge, and every chart must have come. */
    private static void keep(Browser browser, String name) throws IOException {
        WebDriver driver = browser.driver();
        JavascriptExecutor script = (JavascriptExecutor) driver;
        Object wide = script.executeScript(
                "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertEquals(0L, wide, name + " scrolls sideways");
        int width = ((Number) script.executeScript("return innerWidth")).intValue();
        // what is folded is on the picture too, and its charts must come as well
        script.executeScript("document.querySelectorAll('main details').forEach(one => { one.open = true; })");
        Object height = script.executeScript("return document.documentElement.scrollHeight");
        browser.screen(width, (int) Math.min(9000, (Long) height + 200));
        waitUntil(
                browser,
                page -> Boolean.TRUE.equals(script.executeScript(
                        "return [...document.images].every(image => image.complete && image.naturalWidth > 0)")));
        browser.screenshot("coach-" + name);
        browser.screen(width, 844);
    }

    private static String here(WebDriver driver, String path) {
        return driver.getCurrentUrl().replaceAll("(https?://[^/]+).*", "$1") + path;
    }

    private static void choose(WebDriver driver, String selector, String value) {
        driver.findElement(By.cssSelector(selector + " option[value=" + value + "]"))
                .click();
    }

    private static void type(WebDriver driver, String name, String text) {
        WebElement field = driver.findElement(By.cssSelector("#edit input[name=" + name + "]"));
        field.clear();
        field.sendKeys(text);
    }

    private static void press(WebDriver driver, String selector) {
        driver.findElement(By.cssSelector(selector)).click();
    }

    private static void waitUntil(Browser on, Predicate<WebDriver> wanted) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptionsInstanceOf(StaleElementReferenceException.class)
                .until(() -> wanted.test(on.driver()));
    }
}
