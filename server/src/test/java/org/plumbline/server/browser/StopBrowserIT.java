package org.plumbline.server.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.plumbline.server.account.Role;
import org.plumbline.server.support.Browser;
import org.plumbline.server.support.Installs;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.support.Visitor;

/** STOP on every way a phone is held, and what stands right after it. */
@Tag("browser")
class StopBrowserIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @BeforeEach
    void needABrowser() {
        Installs.need(StopBrowserIT.class, Browser.missing());
    }

    @Test
    void stopIsInSightHoweverThePhoneIsHeldAndTheRestRunsFromIt() throws IOException {
        try (RunningServer server =
                        RunningServer.start("--plumbline.demo.enabled=false", "--plumbline.simulation.speed=2");
                Browser phone = Browser.open(false)) {
            WebDriver driver = phone.driver();
            Visitor lifter = server.joined(Role.LIFTER);
            lifter.postForm("/pain", "score=4&moment=before");
            phone.enter(lifter, "/start");
            driver.findElement(By.name("load")).sendKeys("42.5");
            ((JavascriptExecutor) driver)
                    .executeScript("const form = document.querySelector('[name=repetitions]').form;"
                            + "form.querySelector('[name=repetitions]').value = 30; form.requestSubmit()");
            waitUntil(phone, page -> !page.findElements(By.id("anyway")).isEmpty());
            phone.screenshot("stop-before-set");
            driver.findElement(By.id("not-now")).click();
            assertEquals(
                    "42.5", driver.findElement(By.name("load")).getDomProperty("value"), "what was typed is there");
            assertEquals("30", driver.findElement(By.name("repetitions")).getDomProperty("value"));
            ((JavascriptExecutor) driver)
                    .executeScript("document.querySelector('[name=repetitions]').form.requestSubmit()");
            waitUntil(phone, page -> !page.findElements(By.id("anyway")).isEmpty());
            driver.findElement(By.id("anyway")).click();
            waitUntil(
                    phone,
                    page -> page.findElements(By.cssSelector("#bars .bar")).size() >= 2);

            for (int[] size :
                    List.of(new int[] {915, 412}, new int[] {740, 360}, new int[] {360, 640}, new int[] {1280, 720})) {
                phone.screen(size[0], size[1]);
                String how = size[0] + "x" + size[1];
                phone.screenshot("stop-" + how);
                assertEquals("true,true,true", inSight(driver), how);
            }
            phone.screen(915, 412);
            driver.findElement(By.cssSelector("#stop button")).click();
            waitUntil(phone, page -> page.findElement(By.id("rest")).getText().startsWith("Rest 0:"));
            driver.findElement(By.id("just")).click();
            waitUntil(phone, page -> page.findElement(By.id("rest")).isDisplayed());
            waitUntil(
                    phone,
                    page -> "ended".equals(page.findElement(By.id("main")).getDomAttribute("data-stage")));
            phone.screenshot("stop-ended");
            assertEquals(
                    List.of("/symptoms?because=start"),
                    driver.findElements(By.cssSelector("#told a")).stream()
                            .map(link -> link.getDomAttribute("href"))
                            .toList(),
                    "what they were told leads to where it is dealt with");
            assertFalse(driver.findElement(By.id("another")).isDisplayed(), "no further set is offered beside it");
            for (int[] size :
                    List.of(new int[] {915, 412}, new int[] {390, 844}, new int[] {360, 640}, new int[] {1280, 800})) {
                phone.screen(size[0], size[1]);
                String how = size[0] + "x" + size[1];
                assertEquals("", outOfReach(driver), how);
                phone.screenshot("stop-ended-" + how);
            }
            driver.findElement(By.id("open-set")).click();
            waitUntil(
                    phone,
                    page -> page.findElements(By.cssSelector(".set-notice")).size() == 1);
            phone.screenshot("stop-set-page");
        }
    }

    /** Whether STOP lies inside the screen without scrolling, is what a thumb there hits, and nothing is wider than the screen. */
    private static Object inSight(WebDriver driver) {
        return ((JavascriptExecutor) driver)
                .executeScript("scrollTo(0, 0); const button = document.querySelector('#stop button');"
                        + "const at = button.getBoundingClientRect();"
                        + "const hit = document.elementFromPoint((at.left + at.right) / 2, (at.top + at.bottom) / 2);"
                        + "return [at.height >= 48 && at.top >= 0 && at.left >= 0 && at.bottom <= innerHeight"
                        + " && at.right <= innerWidth, hit === button,"
                        + " document.documentElement.scrollWidth <= innerWidth].join()");
    }

    /** What follows a set, and its number, that no scrolling of a finger brings whole into sight. */
    private static Object outOfReach(WebDriver driver) {
        return ((JavascriptExecutor) driver)
                .executeScript(
                        "return [...document.querySelectorAll('#number, #rest, #told a, #after a:not([hidden])')].filter(part => {"
                                + "part.scrollIntoView({block: 'nearest'});"
                                + "const at = part.getBoundingClientRect();"
                                + "if (at.top < 0 || at.bottom > innerHeight + 1 || at.right > innerWidth + 1) return true;"
                                + "for (let box = part.parentElement; box; box = box.parentElement) {"
                                + " const edge = box.getBoundingClientRect();"
                                + " const cuts = getComputedStyle(box).overflowY !== 'visible';"
                                + " if (cuts && (at.top < edge.top - 1 || at.bottom > edge.bottom + 1)) return true; }"
                                + "return false; }).map(part => part.id || part.textContent).join()");
    }

    private static void waitUntil(Browser on, Predicate<WebDriver> wanted) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptionsInstanceOf(StaleElementReferenceException.class)
                .until(() -> wanted.test(on.driver()));
    }

    @Test
    void theFirstClickIntoTheDemoShowsSomebodyWhoLifts() throws IOException {
        try (RunningServer server = RunningServer.start("--plumbline.simulation.speed=1");
                Browser browser = Browser.open(false)) {
            WebDriver driver = browser.screen(1280, 860).driver();
            driver.get(server.address("/").toString());
            driver.findElement(By.id("enter-demo")).click();
            // the page before has a main part too
            waitUntil(browser, page -> page.getCurrentUrl().endsWith("/live"));
            // the page as it comes, before any script has heard anything more
            String first = driver.findElement(By.id("main")).getDomAttribute("data-snapshot");
            assertTrue(first.contains("\"stage\":\"lifting\""), first);
            browser.screenshot("demo-first-sight");

            // the page must not be loaded anew under the way to another one
            for (int time = 0; time < 2; time++) {
                driver.findElement(By.cssSelector(".demo button[value=coach]")).click();
                waitUntil(browser, page -> page.getCurrentUrl().endsWith("/board"));
                driver.findElement(By.cssSelector(".demo button[value=lifter]")).click();
                waitUntil(browser, page -> page.getCurrentUrl().endsWith("/live"));
            }
        }
    }
}
