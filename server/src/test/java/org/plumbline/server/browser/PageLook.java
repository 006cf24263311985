package org.plumbline.server.browser;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.plumbline.server.support.Browser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Opens a page in one size and one scheme of colours and says what is wrong with it. */
final class PageLook {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    /** A fifth of what web vitals call good: pages that come whole from the server have no reason to jump. */
    private static final double MOST_SHIFT = 0.02;

    private static final String AXE = axe();

    private final ChromeDriver driver;

    PageLook(Browser browser) {
        driver = browser.driver();
    }

    /** A size and a scheme. */
    enum Screen {
        PHONE("phone-light", 412, 915, true, "light"),
        DESKTOP("desktop-dark", 1366, 900, false, "dark");

        private final String word;
        private final int width;
        private final int height;
        private final boolean mobile;
        private final String scheme;

        Screen(String word, int width, int height, boolean mobile, String scheme) {
            this.word = word;
            this.width = width;
            this.height = height;
            this.mobile = mobile;
            this.scheme = scheme;
        }
    }

    private static String axe() {
        try (InputStream in = PageLook.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    /** Everything that is wrong with a page, in words; empty where all is well. */
    List<String> faults(URI address, String name, Screen screen, boolean live) throws IOException {
        wear(screen);
        driver.manage().logs().get(LogType.PERFORMANCE);
        driver.get(address.toString());
        double shift = layoutShift();
        List<String> faults = new ArrayList<>();
        if (driver.findElements(By.tagName("h1")).isEmpty()) {
            faults.add("it has no heading: " + driver.getTitle());
        }
        // a live screen is made by its script as news come in
        if (shift > MOST_SHIFT && !live) {
            faults.add("it jumps while it loads, by " + shift);
        }
        long width = number("return document.documentElement.scrollWidth");
        if (width > screen.width) {
            faults.add("it is " + width + " pixels wide, off a screen of " + screen.width);
        }
        faults.addAll(requestsElsewhere(address));
        faults.addAll(barriers());
        keepPicture(name + "-" + screen.word);
        return faults.stream().map(fault -> screen.word + ": " + fault).toList();
    }

    private void wear(Screen screen) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of(
                        "width",
                        screen.width,
                        "height",
                        screen.height,
                        "deviceScaleFactor",
                        1,
                        "mobile",
                        screen.mobile));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", screen.scheme))));
    }

    /** Sum of the shifts since the page began, seen a moment after it was complete. */
    private double layoutShift() {
        Object shift = driver.executeAsyncScript("const done = arguments[0]; let sum = 0;"
                + "new PerformanceObserver(list => list.getEntries().forEach(one => { if (!one.hadRecentInput) sum += one.value; }))"
                + ".observe({type: 'layout-shift', buffered: true}); setTimeout(() => done(sum), 150);");
        return ((Number) Objects.requireNonNull(shift)).doubleValue();
    }

    private long number(String script) {
        return ((Number) Objects.requireNonNull(driver.executeScript(script))).longValue();
    }

    private List<String> requestsElsewhere(URI address) {
        List<String> elsewhere = new ArrayList<>();
        for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
            JsonNode message = JsonMapper.shared().readTree(entry.getMessage()).get("message");
            if (message.get("method").asString().equals("Network.requestWillBeSent")) {
                String url = message.at("/params/request/url").asString();
                if (!url.startsWith("data:")
                        && !address.getHost().equals(URI.create(url).getHost())) {
                    elsewhere.add("it asks another host: " + url);
                }
            }
        }
        return elsewhere;
    }

    /** What axe-core calls serious or critical: what keeps somebody from using the page. */
    private List<String> barriers() {
        driver.executeScript(AXE);
        Object found = driver.executeAsyncScript("const done = arguments[0];"
                + "axe.run(document, {resultTypes: ['violations']}).then(result => done(result.violations"
                + ".filter(one => one.impact === 'serious' || one.impact === 'critical')"
                + ".map(one => one.id + ' (' + one.help + ') at '"
                + " + one.nodes.slice(0, 3).map(node => node.html.slice(0, 160)).join(' | ')))"
                + ", failed => done(['axe failed: ' + failed]));");
        return ((List<?>) Objects.requireNonNull(found))
                .stream().map(String::valueOf).toList();
    }

    private void keepPicture(String name) throws IOException {
        Object picture = driver.executeCdpCommand(
                        "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true))
                .get("data");
        Files.createDirectories(SCREENSHOTS);
        Files.write(
                SCREENSHOTS.resolve("page-" + name + ".png"),
                Base64.getDecoder().decode((String) picture));
    }

    /** What of the page is missing where scripts do not run; empty where nothing is. */
    List<String> missingWithoutScript(URI address) {
        wear(Screen.PHONE);
        driver.get(address.toString());
        List<String> with = visible();
        driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
        try {
            driver.get(address.toString());
            List<String> missing = new ArrayList<>(with);
            missing.removeAll(visible());
            return missing.stream().map(one -> "without script: no " + one).toList();
        } finally {
            driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", false));
        }
    }

    /** Headings, links and what sends forms; a plain button is a script's own and may come with it. */
    private List<String> visible() {
        Object seen = driver.executeScript(
                "return [...document.querySelectorAll('main h1, main h2, main a[href],"
                        + " main button:not([type=button])')].filter(one => one.getClientRects().length > 0)"
                        + ".map(one => one.tagName.toLowerCase() + ' “' + one.textContent.trim().replace(/\\s+/g, ' ') + '”');");
        return ((List<?>) Objects.requireNonNull(seen))
                .stream().map(String::valueOf).distinct().toList();
    }
}
