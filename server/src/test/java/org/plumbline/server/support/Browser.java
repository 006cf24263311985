package org.plumbline.server.support;

import java.io.IOException;
import java.net.HttpCookie;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A real browser without a window: Debian's Chromium, or whatever stands in its place. */
public final class Browser implements AutoCloseable {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final int NARROWEST_DESK = 600;

    /** Notes what the live page says whenever any of it changes. */
    private static final String LISTEN = """
            addEventListener('DOMContentLoaded', () => {
              const main = document.getElementById('main');
              if (!main || !main.dataset.stage) return;
              const text = id => document.getElementById(id).textContent.trim();
              window.said = [];
              const note = () => {
                const now = [main.dataset.stage, main.dataset.level, text('number'), document.getElementById('number').dataset.unit,
                  text('word'), text('hint'), document.querySelectorAll('#bars li').length].join('|');
                if (said[said.length - 1] !== now) said.push(now);
              };
              note();
              new MutationObserver(note).observe(main, {subtree: true, childList: true, characterData: true, attributes: true,
                attributeFilter: ['data-stage', 'data-level']});
            });
            """;

    private final ChromeDriver driver;
    private final Path profile;

    private Browser(ChromeDriver driver, Path profile) {
        this.driver = driver;
        this.profile = profile;
    }

    /** Why no browser can be opened here, or empty where one can. */
    public static Optional<String> missing() {
        if (program("chromium", "chromium-browser", "google-chrome").isEmpty()) {
            return Optional.of("chromium (Debian: apt install chromium chromium-driver)");
        }
        if (program("chromedriver").isEmpty()) {
            return Optional.of("chromedriver (Debian: apt install chromium-driver)");
        }
        return Optional.empty();
    }

    /** Looks along the path, or along {@code -Dplumbline.browser.path}, where a test of the skips points it at nothing. */
    private static Optional<Path> program(String... names) {
        String path = System.getProperty("plumbline.browser.path", System.getenv("PATH"));
        return Stream.of(names)
                .flatMap(name ->
                        Stream.of(path.split(java.io.File.pathSeparator)).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    public static Browser open(boolean dark) {
        try {
            Path profile = Files.createTempDirectory("plumbline-browser");
            ChromeOptions options = new ChromeOptions();
            options.setBinary(program("chromium", "chromium-browser", "google-chrome")
                    .orElseThrow()
                    .toString());
            options.addArguments(
                    "--headless=new",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--hide-scrollbars",
                    "--user-data-dir=" + profile);
            // every request the pages make, for those who look at it
            LoggingPreferences log = new LoggingPreferences();
            log.enable(LogType.PERFORMANCE, Level.ALL);
            options.setCapability("goog:loggingPrefs", log);
            if (dark) {
                options.addArguments("--blink-settings=preferredColorScheme=0");
            }
            ChromeDriverService service = new ChromeDriverService.Builder()
                    .usingDriverExecutable(program("chromedriver").orElseThrow().toFile())
                    .usingAnyFreePort()
                    .build();
            return new Browser(new ChromeDriver(service, options), profile);
        } catch (IOException noProfile) {
            throw new AssertionError(noProfile);
        }
    }

    /** Opens a page as the person who set the server up. */
    public void enter(RunningServer server, String path) {
        enter(server.me(), path);
    }

    /** Opens a page in the session of a visitor. */
    public void enter(Visitor visitor, String path) {
        driver.get(visitor.address("/emergency").toString());
        HttpCookie session = visitor.session();
        driver.manage().deleteAllCookies();
        driver.manage().addCookie(new Cookie(session.getName(), session.getValue(), "/"));
        driver.get(visitor.address(path).toString());
    }

    public ChromeDriver driver() {
        return driver;
    }

    /** Shows the page as on a screen of that size, which a window may not be as narrow as. */
    public Browser screen(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < NARROWEST_DESK));
        return this;
    }

    /** From the next page on, {@link #said} tells what live pages have said: a browser that is slow to ask misses nothing. */
    public Browser listening() {
        driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", LISTEN));
        return this;
    }

    /** All that the live page has said since it was opened, in order. */
    public List<Said> said() {
        Object said = driver.executeScript("return window.said || []");
        return ((List<?>) said).stream().map(one -> Said.of(one.toString())).toList();
    }

    /**
     * What stood on the live page at one moment.
     *
     * @param level of what was flagged, or a word where nothing is
     * @param unit of the number, empty for repetitions
     * @param bars repetitions that are drawn
     */
    public record Said(String stage, String level, String number, String unit, String word, String hint, int bars) {
        private static Said of(String line) {
            String[] parts = line.split("\\|", -1);
            return new Said(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], Integer.parseInt(parts[6]));
        }
    }

    /** Keeps a picture of the page under {@code target/screenshots}. */
    public void screenshot(String name) throws IOException {
        Files.createDirectories(SCREENSHOTS);
        Files.write(SCREENSHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    }

    @Override
    public void close() {
        driver.quit();
        try (Stream<Path> files = Files.walk(profile)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(path -> path.toFile().delete());
        } catch (IOException | java.io.UncheckedIOException stays) {
            profile.toFile().deleteOnExit();
        }
    }
}
