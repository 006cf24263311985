package org.plumbline.server.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.plumbline.core.simulation.SimulationScript;
import org.plumbline.server.account.Role;
import org.plumbline.server.support.Browser;
import org.plumbline.server.support.Installs;
import org.plumbline.server.support.RecordedSets;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.support.Visitor;

/** A lifter's record on a phone: the first day, a set, how hard it was, progress, the log, a set deleted and brought back. */
@Tag("browser")
class LifterRecordBrowserIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int LEAST_TARGET_PX = 40;
    private static RunningServer server;
    private static Browser phone;

    @BeforeAll
    static void open() {
        if (Browser.missing().isEmpty()) {
            server = RunningServer.shared();
            phone = Browser.open(false);
        }
    }

    @BeforeEach
    void needABrowser() {
        Installs.need(LifterRecordBrowserIT.class, Browser.missing());
    }

    @AfterAll
    static void close() {
        if (phone != null) {
            phone.close();
        }
    }

    @Test
    void aLifterFollowsTheirRecordOnAPhone() throws IOException {
        Visitor lifter = server.joined(Role.LIFTER);
        phone.screen(390, 844);
        WebDriver driver = phone.driver();
        phone.enter(lifter, "/today");
        assertTrue(driver.findElement(By.tagName("h1")).getText().startsWith("Welcome"));
        nothingIsOffScreen();
        phone.screenshot("lifter-today-new-phone");

        phone.enter(lifter, "/warm-up");
        WebElement timer = driver.findElement(By.cssSelector("button[data-seconds]"));
        timer.click();
        waitUntil(page -> timer.getText().matches("4:5\\d"));
        driver.findElements(By.cssSelector(".warm-up input")).get(1).click();
        nothingIsOffScreen();
        phone.screenshot("lifter-warm-up-phone");

        lifter.post(
                "/api/live",
                "{\"source\":\"simulated\",\"repetitions\":5,\"seed\":4,\"roundingRepetition\":3,\"load\":100}");
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> lifter.json("/api/sets").size() == 1
                        && lifter.json("/api/sets")
                                .get(0)
                                .get("state")
                                .asString()
                                .equals("finished"));
        String set = lifter.json("/api/sets").get(0).get("id").asString();

        phone.enter(lifter, "/sets/" + set + "/effort");
        waitUntil(page -> page.findElement(By.cssSelector(".clock")).getText().matches("\\d+:\\d\\d"));
        nothingIsOffScreen();
        phone.screenshot("lifter-effort-phone");
        driver.findElement(By.cssSelector("select[name=rpe] option[value='8']")).click();
        driver.findElement(By.cssSelector("select[name=left] option[value='2']"))
                .click();
        WebElement load = driver.findElement(By.name("load"));
        assertEquals("100", load.getDomProperty("value"));
        load.clear();
        load.sendKeys("102,5");
        driver.findElement(By.cssSelector("form.panel button.primary")).click();
        waitUntil(page -> page.findElement(By.id("saved")).getText().startsWith("Saved"));

        phone.enter(lifter, "/today");
        assertTrue(driver.findElements(By.className("big")).isEmpty(), "what nobody lifted is not gone on from");
        assertTrue(
                driver.findElements(By.className("clock")).isEmpty(), "no card of a next set with nothing but a clock");
        // the simulated set counts nowhere: the record begins with a real one
        RecordedSets.upload(lifter, RecordedSets.of("deadlift", 5, 4, 102.5));
        phone.enter(lifter, "/today");
        assertTrue(driver.findElement(By.className("big")).getText().contains("102.5 kg × 5"));
        nothingIsOffScreen();
        phone.screenshot("lifter-today-phone");
        driver.findElement(By.id("begin")).click();
        waitUntil(page -> page.getCurrentUrl().contains("/start"));
        assertEquals("102.5", driver.findElement(By.name("load")).getDomProperty("value"));
        phone.screenshot("lifter-start-phone");
        choose(driver, "squat");
        assertEquals(
                "", driver.findElement(By.name("load")).getDomProperty("value"), "a deadlift's load is no squat's");
        choose(driver, "deadlift");
        assertEquals("102.5", driver.findElement(By.name("load")).getDomProperty("value"));
        driver.findElement(By.name("load")).clear();
        driver.findElement(By.name("load")).sendKeys("60");
        choose(driver, "squat");
        assertEquals("60", driver.findElement(By.name("load")).getDomProperty("value"), "what was typed stays");

        phone.enter(lifter, "/progress");
        assertTrue(driver.findElement(By.tagName("main")).getText().contains("One simulated set is not counted"));
        nothingIsOffScreen();
        Object hidden = phone.driver()
                .executeScript(
                        "const rows = document.querySelector('.steps tbody');"
                                + " while (rows.rows.length < 7) rows.append(rows.rows[0].cloneNode(true));"
                                + " const list = document.querySelector('.steps'); return list.scrollHeight - list.clientHeight");
        assertEquals(0L, hidden, "of a few loads none is out of sight");
        phone.screen(390, 2600);
        waitUntil(page -> drawn() >= 5);
        phone.screenshot("lifter-progress-phone");
        phone.screen(390, 844);

        phone.enter(lifter, "/log");
        driver.findElement(By.name("minutes")).sendKeys("35");
        driver.findElement(By.cssSelector("form.panel button.primary")).click();
        waitUntil(page -> page.findElements(By.cssSelector(".log li")).size() == 1);
        nothingIsOffScreen();
        phone.screenshot("lifter-log-phone");

        phone.enter(lifter, "/sets");
        nothingIsOffScreen();
        phone.screenshot("lifter-sets-phone");
        assertEquals(
                2, driver.findElements(By.cssSelector(".set-list tbody tr")).size());
        phone.enter(lifter, "/sets/" + set + "/effort");
        driver.findElement(By.id("delete")).click();
        waitUntil(page -> page.findElements(By.id("undo")).size() == 1);
        phone.screenshot("lifter-sets-undo-phone");
        assertEquals(
                1, driver.findElements(By.cssSelector(".set-list tbody tr")).size());
        driver.findElement(By.id("undo")).click();
        waitUntil(
                page -> page.findElements(By.cssSelector(".set-list tbody tr")).size() == 2);

        desktop(lifter);
    }

    @Test
    void whoeverWasToldToGetHelpFindsTheNumberToCallFirstOnAPhoneAndTheStoppedSetAsWhatItWas() throws IOException {
        Visitor lifter = server.joined(Role.LIFTER);
        String set = RecordedSets.upload(lifter, RecordedSets.of("deadlift", 5, 4, 102.5))
                .toString();
        lifter.postForm("/symptoms/stopped", "set=" + set);
        lifter.postForm("/symptoms", "because=stop&set=" + set + "&yes=saddle_numbness");
        phone.screen(390, 844);
        phone.enter(lifter, "/today");
        WebDriver driver = phone.driver();
        WebElement call = driver.findElement(By.cssSelector("main a"));
        assertEquals("tel:112", call.getDomAttribute("href"), "nothing that can be pressed stands before it");
        assertTrue(call.getLocation().getY() < 844, "in sight without scrolling");
        nothingIsOffScreen();
        phone.screenshot("lifter-today-emergency-phone");
        assertTrue(driver.findElement(By.tagName("main")).getText().contains("stopped: sharp pain"));
        phone.enter(lifter, "/sets");
        nothingIsOffScreen();
        phone.screenshot("lifter-sets-stopped-phone");
    }

    @Test
    void whoComesForAnExerciseWithoutSensorsReadsWhatWasLiftedLastOfThatOne() {
        Visitor lifter = server.joined(Role.LIFTER);
        RecordedSets.upload(lifter, RecordedSets.of("deadlift", 3, 4, 100.0));
        RecordedSets.upload(lifter, SimulationScript.clean("deadlift", 3, 5), "row", 60.0);
        phone.enter(lifter, "/start?exercise=row");
        choose(phone.driver(), "squat");
        assertEquals(
                List.of("Last time: Row, 60 kg"),
                phone.driver().findElements(By.className("last-time")).stream()
                        .filter(WebElement::isDisplayed)
                        .map(note -> note.getText().replaceAll(" ×.*", ""))
                        .toList());
    }

    private static void choose(WebDriver driver, String exercise) {
        driver.findElement(By.cssSelector("select[name=exercise] option[value=" + exercise + "]"))
                .click();
    }

    private static void desktop(Visitor lifter) throws IOException {
        phone.screen(1280, 1400);
        for (String page : List.of("today", "progress", "sets", "log")) {
            phone.enter(lifter, "/" + page);
            if (page.equals("progress")) {
                waitUntil(shown -> drawn() >= 2);
            }
            phone.screenshot("lifter-" + page + "-desktop");
        }
    }

    /** Charts that have arrived. */
    private static int drawn() {
        Object count = phone.driver()
                .executeScript("return [...document.querySelectorAll('.chart img')]"
                        + ".filter(e => e.complete && e.naturalWidth > 0).length");
        return ((Number) count).intValue();
    }

    /** No page scrolls sideways, and what can be pressed is large enough for a thumb. */
    private static void nothingIsOffScreen() {
        JavascriptExecutor script = phone.driver();
        Object width = script.executeScript("return document.documentElement.scrollWidth");
        assertTrue(((Number) width).intValue() <= 390, "the page is " + width + " px wide");
        Object small = script.executeScript("return [...document.querySelectorAll('main button, main a.plain, main"
                + " a.primary, main select, main input:not([type=checkbox]):not([type=hidden])')]"
                + ".filter(e => e.offsetParent && e.getBoundingClientRect().height < " + LEAST_TARGET_PX
                + ").map(e => e.outerHTML.slice(0, 120))");
        assertEquals(List.of(), small);
    }

    private static void waitUntil(Predicate<WebDriver> wanted) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptions()
                .until(() -> wanted.test(phone.driver()));
    }
}
