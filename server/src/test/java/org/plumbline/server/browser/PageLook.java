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

    /** Long enough for what jumps after the page is complete. */
    private static final int SETTLING_MS = 150;

    private final ChromeDriver driver;

    /** In a browser of its own: every page it opens has the look at barriers in it. */
    PageLook(Browser browser) {
        driver = browser.driver();
        driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", AXE));
    }

    /** A size and a scheme. */
    enum Screen {
        PHONE("phone-light", 390, 844, true, "light"),
        TABLET("tablet-light", 768, 1024, true, "light"),
        DESKTOP("desktop-dark", 1280, 900, false, "dark");

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
    List<String> faults(URI address, String name, boolean live) throws IOException {
        List<String> faults = new ArrayList<>();
        faults.addAll(faultsOn(Screen.PHONE, address, name, live));
        List<String> withScript = visible();
        wear(Screen.TABLET);
        faults.addAll(said(Screen.TABLET, cutOff()));
        faults.addAll(faultsOn(Screen.DESKTOP, address, name, live));
        if (!live) {
            faults.addAll(missingWithoutScript(address, withScript));
        }
        return faults;
    }

    private List<String> faultsOn(Screen screen, URI address, String name, boolean live) throws IOException {
        wear(screen);
        driver.manage().logs().get(LogType.PERFORMANCE);
        driver.get(address.toString());
        List<String> faults = new ArrayList<>();
        if (driver.findElements(By.tagName("h1")).isEmpty()) {
            faults.add("it has no heading: " + driver.getTitle());
        }
        faults.addAll(jumpsAndBarriers(live));
        faults.addAll(cutOff());
        faults.addAll(picturesThatDoNotCome());
        faults.addAll(requestsElsewhere(address));
        keepPicture(name + "-" + screen.word);
        return said(screen, faults);
    }

    private static List<String> said(Screen screen, List<String> faults) {
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

    /**
     * How far the page jumped until a moment after it was complete, and what axe-core calls serious or critical: what keeps somebody
     * from using the page.
     */
    private List<String> jumpsAndBarriers(boolean live) {
        Map<?, ?> found = (Map<?, ?>) Objects.requireNonNull(driver.executeAsyncScript(
                "const done = arguments[1];"
                        + "const settled = new Promise(then => { let sum = 0; new PerformanceObserver(list =>"
                        + " list.getEntries().forEach(one => { if (!one.hadRecentInput) sum += one.value; }))"
                        + ".observe({type: 'layout-shift', buffered: true}); setTimeout(() => then(sum), arguments[0]); });"
                        + "const looked = axe.run(document, {resultTypes: ['violations']}).then(result => result.violations"
                        + ".filter(one => one.impact === 'serious' || one.impact === 'critical')"
                        + ".map(one => one.id + ' (' + one.help + ') at '"
                        + " + one.nodes.slice(0, 3).map(node => node.html.slice(0, 160)).join(' | '))"
                        + ", failed => ['axe failed: ' + failed]);"
                        + "Promise.all([settled, looked]).then(([shift, barriers]) => done({shift, barriers}));",
                SETTLING_MS));
        List<String> faults = new ArrayList<>();
        double shift = ((Number) Objects.requireNonNull(found.get("shift"))).doubleValue();
        // a live screen is made by its script as news come in
        if (shift > MOST_SHIFT && !live) {
            faults.add("it jumps while it loads, by " + shift);
        }
        ((List<?>) Objects.requireNonNull(found.get("barriers")))
                .forEach(barrier -> faults.add(String.valueOf(barrier)));
        return faults;
    }

    private List<String> picturesThatDoNotCome() {
        return words("return [...document.images].filter(one => one.complete && one.currentSrc && !one.naturalWidth)"
                + ".map(one => 'a picture does not come: ' + one.currentSrc)");
    }

    private List<String> words(String script) {
        return ((List<?>) Objects.requireNonNull(driver.executeScript(script)))
                .stream().map(String::valueOf).toList();
    }

    /** What stands beyond the edge of the page, or of a box on it that cuts it off or has to be pushed aside. */
    private List<String> cutOff() {
        return words("const wider = box => box.scrollWidth > box.clientWidth + 1;"
                + "return [...document.querySelectorAll('html, body *')].filter(box => box.clientWidth > 1 && wider(box)"
                + " && !box.matches('.unseen, input, select, textarea, svg, svg *')"
                + " && (box === document.documentElement || getComputedStyle(box).overflowX !== 'visible'))"
                + ".map(box => box.tagName.toLowerCase() + '.' + box.className + ' is ' + box.clientWidth + ' pixels wide, and what is in"
                + " it ' + box.scrollWidth);");
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

    private void keepPicture(String name) throws IOException {
        Object picture = driver.executeCdpCommand(
                        "Page.captureScreenshot",
                        Map.of("format", "png", "captureBeyondViewport", true, "optimizeForSpeed", true))
                .get("data");
        Files.createDirectories(SCREENSHOTS);
        Files.write(
                SCREENSHOTS.resolve("page-" + name + ".png"),
                Base64.getDecoder().decode((String) picture));
    }

    /** What of the page is missing where scripts do not run; empty where nothing is. */
    private List<String> missingWithoutScript(URI address, List<String> withScript) {
        wear(Screen.PHONE);
        driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
        try {
            driver.get(address.toString());
            List<String> missing = new ArrayList<>(withScript);
            missing.removeAll(visible());
            return missing.stream().map(one -> "without script: no " + one).toList();
        } finally {
            driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", false));
        }
    }

    /** Headings, links and what sends forms, whatever is counted in them by then; a plain button is a script's own and may come with it. */
    private List<String> visible() {
        return words(
                "return [...new Set([...document.querySelectorAll('main h1, main h2, main a[href],"
                        + " main button:not([type=button])')].filter(one => one.getClientRects().length > 0)"
                        + ".map(one => one.tagName.toLowerCase() + ' “' + one.textContent.trim().replace(/\\s+/g, ' ').replace(/\\d+/g, '#') + '”'))];");
    }
}
