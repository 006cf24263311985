package org.plumbline.server.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.openqa.selenium.WebElement;
import org.plumbline.core.simulation.SimulatedFault;
import org.plumbline.core.simulation.SimulationScript;
import org.plumbline.server.support.Browser;
import org.plumbline.server.support.Installs;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.wearable.peer.PrivateBus;
import org.plumbline.server.wearable.station.WornByBluetooth;

/** What a lifter does with two new sensors: finds, pairs and places them, and lifts. */
@Tag("browser")
class SensorsBrowserIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Whether a choice of places is as wide as the longest of them asks for. */
    private static final String PLACES_FIT = """
            const shown = document.querySelector("[data-placement]");
            const asked = shown.cloneNode(true);
            asked.style.width = "auto";
            asked.style.position = "absolute";
            document.body.append(asked);
            const fits = asked.offsetWidth <= shown.offsetWidth;
            asked.remove();
            return fits;
            """;

    @BeforeEach
    void needABrowserAndABus() {
        Installs.need(SensorsBrowserIT.class, Browser.missing().or(PrivateBus::missing));
    }

    @Test
    void aLifterFindsPairsAndPlacesTwoSensorsSeesTheirSignalAndLifts() throws IOException {
        SimulationScript script =
                SimulationScript.clean(SimulationScript.DEADLIFT, 3, 5).with(new SimulatedFault.Rounding(3, 10));
        try (WornByBluetooth worn = new WornByBluetooth("dbus", script);
                Browser browser = Browser.open(false)) {
            WebDriver driver = browser.screen(1280, 1000).driver();
            browser.enter(worn.server, "/sensors");
            driver.findElement(By.id("find")).click();
            waitUntil(
                    browser,
                    page -> page.findElements(By.cssSelector("#found li")).size() == 2);
            browser.screenshot("sensors-found");
            while (!driver.findElements(By.cssSelector("#found button")).isEmpty()) {
                int left = driver.findElements(By.cssSelector("#found button")).size();
                driver.findElement(By.cssSelector("#found button")).click();
                waitUntil(
                        browser,
                        page -> page.findElements(By.cssSelector("#found button"))
                                        .size()
                                < left);
            }
            waitUntil(browser, page -> streaming(page) == 2);

            driver.findElement(By.id("place")).click();
            waitUntil(browser, page -> text(page, "placing").contains("Tap the upper sensor"));
            // whoever reads that takes a moment to reach round
            Awaitility.await().pollDelay(Duration.ofSeconds(2)).until(() -> true);
            worn.tapUpper();
            waitUntil(browser, page -> text(page, "placing").contains("TIMU-0002 sits on the lowest ribs"));
            waitUntil(browser, page -> places(page).equals(List.of("pelvis", "thorax")));
            waitUntil(
                    browser,
                    page -> page.findElements(By.cssSelector("[data-rate]")).stream()
                            .allMatch(rate -> rate.getText().contains("of 104 Hz")));
            assertTrue(text(driver, "sensors").contains("90 %"), "the battery is shown");
            browser.screenshot("sensors-streaming");
            browser.screen(390, 844).screenshot("phone-sensors");
            assertEquals(
                    true, ((JavascriptExecutor) driver).executeScript(PLACES_FIT), "no place is cut off on a phone");
            browser.screen(1280, 1000);

            driver.findElement(By.cssSelector("#ready a")).click();
            waitUntil(browser, page -> page.findElements(By.className("worn")).size() == 1);
            browser.screenshot("start-with-sensors");
            driver.findElement(By.cssSelector(".wear button.primary")).click();
            waitUntil(browser, page -> page.getCurrentUrl().endsWith("/live"));
            assertEquals(0, driver.findElements(By.className("demo")).size(), "real sensors are not called simulated");
            worn.lifter.begin();
            waitUntil(
                    browser,
                    page -> page.findElements(By.cssSelector("#bars .bar")).size() == 3);
            driver.findElement(By.cssSelector("#stop button")).click();
            waitUntil(browser, page -> page.findElement(By.id("just")).isDisplayed());
            driver.findElement(By.id("just")).click();
            waitUntil(browser, page -> page.findElement(By.id("open-set")).isDisplayed());
            driver.findElement(By.id("open-set")).click();
            waitUntil(browser, page -> page.getCurrentUrl().contains("/sets/"));
            assertTrue(
                    driver.findElement(By.tagName("h1")).getText().contains("rounded"), "the title says the finding");
            browser.screenshot("set-with-sensors");
        }
    }

    @Test
    void whereThereIsNoBluetoothItIsSaidWhyAndSimulatedSensorsAreOffered() throws IOException {
        try (RunningServer server = RunningServer.start(
                        "--plumbline.demo.enabled=false",
                        "--wearable.link=dbus",
                        "--wearable.system-bus=unix:path=/nowhere");
                Browser browser = Browser.open(false)) {
            WebDriver driver = browser.screen(1280, 1000).driver();
            browser.enter(server, "/sensors");
            driver.findElement(By.id("find")).click();
            waitUntil(browser, page -> text(page, "trouble").contains("install"));
            browser.screenshot("sensors-no-bluetooth");
            driver.findElement(By.id("simulate")).click();
            waitUntil(browser, page -> text(page, "simulated").contains("Nobody is wearing one"));
            // they are looked for at once: to press Find now would end that
            waitUntil(
                    browser,
                    page -> page.findElements(By.cssSelector("#found li")).size() == 5);
            WebElement strap = driver.findElements(By.cssSelector("#found li")).stream()
                    .filter(line -> line.getText().contains("Polar H10"))
                    .findFirst()
                    .orElseThrow();
            assertTrue(strap.getText().contains("no gyroscope"), strap.getText());
            assertTrue(!strap.findElement(By.tagName("button")).isEnabled(), "it cannot be paired");
            browser.screenshot("sensors-simulated");
        }
    }

    private static long streaming(WebDriver page) {
        return page.findElements(By.cssSelector("#sensors li")).stream()
                .filter(line -> "streaming".equals(line.getDomAttribute("data-state")))
                .count();
    }

    private static List<String> places(WebDriver page) {
        return page.findElements(By.cssSelector("[data-placement]")).stream()
                .map(choice -> String.valueOf(choice.getDomProperty("value")))
                .sorted()
                .toList();
    }

    private static String text(WebDriver page, String id) {
        return page.findElement(By.id(id)).getText();
    }

    private static void waitUntil(Browser on, Predicate<WebDriver> wanted) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptionsInstanceOf(StaleElementReferenceException.class)
                .until(() -> wanted.test(on.driver()));
    }
}
