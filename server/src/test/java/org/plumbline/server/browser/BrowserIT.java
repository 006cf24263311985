package org.plumbline.server.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.plumbline.server.support.Browser;
import org.plumbline.server.support.Installs;
import org.plumbline.server.support.RunningServer;

/** What a stranger sees: opens the page, watches a set, looks at its chart, leaves the demo. */
@Tag("browser")
class BrowserIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static RunningServer server;
    private static Browser browser;

    @BeforeAll
    static void open() {
        if (Browser.missing().isEmpty()) {
            server = RunningServer.start(
                    "--plumbline.simulation.speed=4", "--plumbline.demo.rest=20s", "--plumbline.demo.seed=41");
            browser = Browser.open(false);
        }
    }

    @BeforeEach
    void needABrowser() {
        Installs.need(BrowserIT.class, Browser.missing());
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @Test
    void aStrangerSeesALiveSetOpensItsChartAndLeavesTheDemo() throws IOException {
        WebDriver driver = browser.screen(1280, 860).driver();
        driver.get(server.address("/").toString());
        browser.screenshot("welcome");
        driver.findElement(By.id("enter-demo")).click();
        waitUntil(page -> page.findElements(By.className("demo")).stream()
                .anyMatch(bar -> bar.getText().contains("You are Alex Sample")));
        // not a set that is half over: this one is watched from its first repetitions
        waitUntil(page -> "lifting".equals(attribute(page, "main", "data-stage")) && number() >= 1 && number() <= 3);
        waitUntil(page -> number() == 3);
        browser.screenshot("live-on-target");
        waitUntil(page -> !page.findElements(By.cssSelector("#flags .card.level-2, #flags .card.level-3"))
                .isEmpty());
        browser.screenshot("live-flagged");
        String card = driver.findElement(By.cssSelector("#flags .card.level-2, #flags .card.level-3"))
                .getText();
        assertTrue(
                card.toLowerCase(java.util.Locale.ROOT).contains("rounding under load") && card.contains("limit"),
                card);
        waitUntil(page -> "ended".equals(attribute(page, "main", "data-stage")));
        browser.screenshot("live-ended");

        driver.findElement(By.id("open-set")).click();
        waitUntil(page -> !page.findElements(By.cssSelector("figure.chart img")).isEmpty());
        String title = driver.findElement(By.tagName("h1")).getText();
        assertTrue(title.contains("rounded"), () -> "the title says the finding, but was: " + title);
        waitUntil(page -> chartWidth() > 0);
        browser.screen(1280, 1800).screenshot("set");

        browser.screen(1280, 860);
        driver.findElement(By.linkText("Sets")).click();
        waitUntil(page -> !page.findElements(By.cssSelector(".list tbody tr")).isEmpty());
        browser.screenshot("sets");

        driver.findElement(By.id("leave-demo")).click();
        waitUntil(page -> page.findElements(By.id("enter-demo")).size() == 1);
        assertTrue(driver.findElements(By.className("demo")).isEmpty(), "no banner once the demo is left");
        browser.enter(server, "/sets");
        assertEquals(
                "No set yet", driver.findElement(By.cssSelector(".empty h2")).getText());
        browser.screenshot("sets-empty");
    }

    private static void waitUntil(Predicate<WebDriver> wanted) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptionsInstanceOf(StaleElementReferenceException.class)
                .until(() -> wanted.test(browser.driver()));
    }

    private static int number() {
        String text = browser.driver().findElement(By.id("number")).getText();
        return text.isBlank() ? 0 : Integer.parseInt(text);
    }

    private static String attribute(WebDriver page, String id, String name) {
        WebElement element = page.findElement(By.id(id));
        return element.getDomAttribute(name);
    }

    private static long chartWidth() {
        Object width = ((JavascriptExecutor) browser.driver())
                .executeScript("return document.querySelector('figure.chart img').naturalWidth");
        return width instanceof Long pixels ? pixels : 0;
    }
}
