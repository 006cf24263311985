package org.plumbline.server.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.plumbline.server.support.Browser;
import org.plumbline.server.support.Installs;
import org.plumbline.server.support.RunningServer;

/**
 * The first day of a lifter whose back hurts, on a phone and at a desk, from the link of the invitation to the progress: account,
 * check-in, sensors, calibration, a set with a flagged repetition and its cue, STOP, the questions, what to do, and the text
 * that needs no server.
 */
@Tag("browser")
class LifterDayBrowserIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Where the page is looked at. */
    private enum Screen {
        DESK(1280, 900),
        PHONE(390, 844);

        private final int width;
        private final int height;

        Screen(int width, int height) {
            this.width = width;
            this.height = height;
        }

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @BeforeEach
    void needABrowser() {
        Installs.need(LifterDayBrowserIT.class, Browser.missing());
    }

    @Test
    void aDayGoesFromTheInvitationThroughStopAndItsQuestionsToTheProgressAtADeskAndOnAPhone() throws IOException {
        RunningServer server = RunningServer.start("--plumbline.demo.enabled=false", "--plumbline.simulation.speed=5");
        try (server;
                Browser browser = Browser.open(false).listening()) {
            for (Screen screen : Screen.values()) {
                browser.screen(screen.width, screen.height);
                aDay(browser, server, screen);
            }
            aSetWithoutAServer(browser, server);
        }
    }

    private static void aDay(Browser browser, RunningServer server, Screen screen) throws IOException {
        WebDriver driver = browser.driver();
        join(browser, server, screen);
        driver.get(server.address("/check-in").toString());
        checkIn(browser, screen);

        driver.get(server.address("/place").toString());
        assertEquals(4, driver.findElements(By.cssSelector(".wizard > li")).size());
        keep(browser, screen, "place");
        fillInASet(browser, server);
        waitUntil(
                browser,
                page -> browser.said().stream().anyMatch(one -> one.stage().matches("stand_still|bow")));
        keep(browser, screen, "calibrating");
        waitUntil(
                browser,
                page -> !page.findElements(By.cssSelector("#flags .card.level-2, #flags .card.level-3"))
                        .isEmpty());
        waitUntil(
                browser,
                page -> page.findElement(By.id("latency"))
                        .getDomProperty("textContent")
                        .contains("ms"));
        assertTrue(
                browser.said().stream()
                        .anyMatch(one ->
                                one.level().matches("[23]") && !one.word().isEmpty()),
                () -> "the cue is on the screen: " + browser.said());
        // the flagged one is done: what is stopped in its middle is no repetition
        waitUntil(
                browser, page -> page.findElements(By.cssSelector("#bars .bar")).size() >= 2);
        if (screen == Screen.PHONE) {
            everythingStandsAboveStop(driver);
        }
        keep(browser, screen, "live");
        driver.findElement(By.cssSelector("#stop button")).click();
        waitUntil(browser, page -> page.findElement(By.id("sharp")).isDisplayed());
        keep(browser, screen, "why");
        waitUntil(browser, page -> "ended".equals(stage(page)));
        driver.findElement(By.id("sharp")).click();
        waitUntil(browser, page -> page.getCurrentUrl().contains("/symptoms?because=stop&set="));
        keep(browser, screen, "symptoms");
        press(driver, "input[value='limb_weak_or_numb']");
        press(driver, "input[name='none'][value='emergency']");
        press(driver, "input[name='none'][value='routine']");
        press(driver, "input[value='lifting']");
        press(driver, ".keep");
        waitUntil(browser, page -> page.findElements(By.className("tier")).size() == 1);
        assertTrue(text(driver).contains("Speak with a doctor today or in the next few days"), text(driver));
        keep(browser, screen, "symptom-result");
        theRecordHasTheSet(browser, server, screen);
    }

    /** Keeps a picture; nothing on it lies beyond the edge. */
    private static void keep(Browser browser, Screen screen, String name) throws IOException {
        assertEquals(
                0L,
                script(
                        browser.driver(),
                        "return document.documentElement.scrollWidth - document.documentElement.clientWidth"),
                name + " scrolls sideways");
        browser.screenshot(screen.word() + "-" + name);
    }

    private static void join(Browser phone, RunningServer server, Screen screen) throws IOException {
        WebDriver driver = phone.driver();
        driver.manage().deleteAllCookies();
        driver.get(server.address(Rows.invitation(server)).toString());
        driver.findElement(By.name("name")).sendKeys("Ines Invited");
        driver.findElement(By.name("email")).sendKeys(screen.word() + "@example.org");
        driver.findElement(By.name("password")).sendKeys("two long bridges");
        WebElement adult = driver.findElement(By.name("adult"));
        adult.click();
        assertTrue(adult.isSelected(), "a click ticks it");
        keep(phone, screen, "join");
        press(driver, "form.panel button.primary");
        waitUntil(phone, page -> page.getCurrentUrl().endsWith("/account?first#sharing"));
        assertTrue(text(driver).contains("nobody else sees your sets, your pain log or your plan"), text(driver));
        keep(phone, screen, "first-sharing");
        press(driver, "#first a.primary");
        waitUntil(phone, page -> page.getCurrentUrl().endsWith("/today"));
        assertTrue(text(driver).startsWith("Welcome"), text(driver));
    }

    /** The set that STOP ended is in the list with its flag, its page has its chart, and the exercise has its first point. */
    private static void theRecordHasTheSet(Browser browser, RunningServer server, Screen screen) throws IOException {
        WebDriver driver = browser.driver();
        driver.get(server.address("/sets").toString());
        WebElement set = driver.findElement(By.cssSelector(".set-list tbody tr"));
        assertTrue(set.getText().matches("(?s).*\\b1 of \\d+ flagged.*"), set.getText());
        set.findElement(By.tagName("a")).click();
        waitUntil(
                browser,
                page -> !page.findElements(By.cssSelector("figure.chart img")).isEmpty());
        assertTrue(driver.findElement(By.className("meta")).getText().contains("120 kg"));
        keep(browser, screen, "set");
        driver.get(server.address("/progress").toString());
        assertTrue(driver.findElement(By.tagName("h1")).getText().contains("Progress"), text(driver));
        assertTrue(text(driver).contains("Deadlift"), text(driver));
        keep(browser, screen, "progress-first-day");
    }

    private static void checkIn(Browser phone, Screen screen) throws IOException {
        WebDriver driver = phone.driver();
        assertTrue(driver.findElement(By.className("figures")).isDisplayed(), "the body is there to touch");
        press(driver, "input[name='sleep'][value='4']");
        press(driver, "input[name='soreness'][value='2']");
        press(driver, "input[name='score'][value='1']");
        driver.findElement(By.cssSelector("[data-place='lower_back:left']")).click();
        assertEquals(
                "true",
                script(driver, "return String(document.querySelector('input[value=\"lower_back:left\"]').checked)"));
        // by keyboard, in the list
        driver.findElement(By.cssSelector(".body-map summary")).sendKeys(Keys.ENTER);
        driver.findElement(By.cssSelector("input[value='buttock:right']")).sendKeys(Keys.SPACE);
        assertTrue(driver.findElement(By.cssSelector("[data-place='buttock:right']"))
                .getDomAttribute("class")
                .contains("on"));
        keep(phone, screen, "check-in");
        press(driver, ".keep");
        waitUntil(phone, page -> page.getCurrentUrl().endsWith("/symptoms?because=start"));
        // whoever leaves out an answer is led to what is missing
        press(driver, ".keep");
        waitUntil(
                phone,
                page -> !page.findElements(By.cssSelector(".problem.missing")).isEmpty());
        assertEquals("alert", script(driver, "return document.activeElement.getAttribute('role')"));
        assertEquals(
                3L,
                script(
                        driver,
                        "return [...document.querySelectorAll('fieldset[aria-describedby]')]"
                                + ".filter(part => document.getElementById(part.getAttribute('aria-describedby'))).length"));
        for (String part : List.of("emergency", "urgent", "routine")) {
            press(driver, "input[name='none'][value='" + part + "']");
        }
        press(driver, ".keep");
        waitUntil(phone, page -> page.findElements(By.className("tier")).size() == 1);
        assertTrue(text(driver).contains("cannot rule anything out"), text(driver));
    }

    private static void fillInASet(Browser phone, RunningServer server) {
        WebDriver driver = phone.driver();
        driver.get(server.address("/start").toString());
        WebElement repetitions = driver.findElement(By.name("repetitions"));
        repetitions.clear();
        repetitions.sendKeys("30");
        WebElement load = driver.findElement(By.name("load"));
        load.clear();
        load.sendKeys("120");
        driver.findElement(By.name("roundingRepetition")).sendKeys("2");
        script(driver, "document.querySelector('[name=repetitions]').form.requestSubmit(); return null");
    }

    /** STOP is the last thing on the screen, nothing lies under it, and nothing is wider than the phone. */
    private static void everythingStandsAboveStop(WebDriver driver) {
        Object low = script(
                driver,
                "const stop = document.getElementById('stop').getBoundingClientRect();"
                        + "const watch = document.querySelector('.watch').getBoundingClientRect();"
                        + "return [watch.bottom <= stop.top + 1, stop.bottom <= innerHeight + 1,"
                        + " document.documentElement.scrollWidth <= innerWidth, stop.height >= 72].join()");
        assertEquals("true,true,true,true", low);
        Object third = script(
                driver,
                "const number = document.getElementById('number');"
                        + "return number.dataset.digits === '1' ? number.getBoundingClientRect().height / innerHeight : 1");
        assertTrue(((Number) third).doubleValue() >= 0.33, "the number takes a third of the screen: " + third);
    }

    private static void aSetWithoutAServer(Browser phone, RunningServer server) throws IOException {
        WebDriver driver = phone.driver();
        fillInASet(phone, server);
        waitUntil(phone, page -> !page.findElements(By.id("anyway")).isEmpty());
        assertTrue(text(driver).contains("Pause heavy lifting until you have spoken with a doctor."), text(driver));
        phone.screenshot("phone-before-set");
        press(driver, "#anyway");
        waitUntil(phone, page -> page.findElements(By.cssSelector("#bars .bar")).size() >= 2);
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> "true"
                        .equals(script(
                                driver,
                                "return navigator.serviceWorker.getRegistration('/emergency')"
                                        + ".then(one => String(Boolean(one && one.active)))")));
        server.close();
        waitUntil(phone, page -> page.findElement(By.id("health")).getText().contains("lost"));
        driver.findElement(By.cssSelector("#stop button")).click();
        waitUntil(phone, page -> page.findElement(By.id("stopped-waiting")).isDisplayed());
        driver.findElement(By.id("sharp")).click();
        waitUntil(phone, page -> page.findElement(By.id("emergency")).isDisplayed());
        assertTrue(driver.findElement(By.id("emergency")).getText().contains("Call 112 at once"));
        phone.screenshot("phone-emergency-without-server");

        driver.get(server.address("/emergency").toString());
        assertTrue(text(driver).contains("Call 112 at once"), text(driver));
        assertFalse(
                driver.findElement(By.className("call-now"))
                        .getCssValue("min-height")
                        .equals("auto"),
                "its style is there too");
        phone.screenshot("phone-emergency-page-without-server");
    }

    private static void press(WebDriver driver, String selector) {
        WebElement element = driver.findElement(By.cssSelector(selector));
        ((JavascriptExecutor) driver).executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
        element.click();
    }

    private static Object script(WebDriver driver, String script) {
        return ((JavascriptExecutor) driver).executeScript(script);
    }

    private static String text(WebDriver driver) {
        return driver.findElement(By.id("main")).getText();
    }

    private static String stage(WebDriver page) {
        return page.findElement(By.id("main")).getDomAttribute("data-stage");
    }

    private static void waitUntil(Browser on, Predicate<WebDriver> wanted) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptionsInstanceOf(StaleElementReferenceException.class)
                .until(() -> wanted.test(on.driver()));
    }
}
