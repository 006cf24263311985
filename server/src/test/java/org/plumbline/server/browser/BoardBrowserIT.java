package org.plumbline.server.browser;

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

/** A coach who looks at the board while one lifts and one holds. */
@Tag("browser")
class BoardBrowserIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static RunningServer server;
    private static Browser desktop;

    @BeforeAll
    static void open() {
        if (Browser.missing().isEmpty()) {
            server = RunningServer.start("--plumbline.simulation.speed=4");
            desktop = Browser.open(false);
        }
    }

    @BeforeEach
    void needABrowser() {
        Installs.need(BoardBrowserIT.class, Browser.missing());
    }

    @AfterAll
    static void close() {
        if (desktop != null) {
            desktop.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @Test
    void aHoldShowsItsSecondsAndAFlagStaysWhenTheNextRepetitionIsClean() throws IOException {
        Visitor holder = server.joined(Role.LIFTER);
        Visitor lifter = server.joined(Role.LIFTER);
        Visitor coach = server.joined(Role.COACH);
        server.share(holder, coach, RecordKind.FORM);
        server.share(lifter, coach, RecordKind.FORM);
        start(holder, "{\"exercise\":\"side_plank\",\"repetitions\":6,\"seed\":41}");
        start(lifter, "{\"exercise\":\"deadlift\",\"repetitions\":30,\"seed\":11,\"roundingRepetition\":2}");

        desktop.screen(1200, 600);
        desktop.enter(coach, "/board");
        waitUntil(page -> tile(page, "Side plank").matches("(?s).*holding, \\d+ s.*"));
        waitUntil(page -> tile(page, "Deadlift").matches("(?s).*on target.*1 rep flagged, worst: .*"));
        desktop.screenshot("board-desktop");
        WebElement note = desktop.driver().findElement(By.id("simulated-what"));
        WebElement tiles = desktop.driver().findElement(By.cssSelector(".tiles"));
        int noteEnds = note.getRect().getY() + note.getRect().getHeight();
        assertTrue(tiles.getRect().getY() - noteEnds >= 8, "the note stands apart from the tiles");
        desktop.screen(390, 844).screenshot("board-phone");
    }

    private static String tile(WebDriver page, String exercise) {
        return page.findElements(By.className("tile")).stream()
                .map(WebElement::getText)
                .filter(text -> text.contains(exercise))
                .findFirst()
                .orElse("");
    }

    private static void start(Visitor lifter, String wish) {
        String answer = lifter.post("/api/live", wish).body();
        assertTrue(answer.contains("\"set\""), answer);
    }

    private static void waitUntil(Predicate<WebDriver> condition) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptions()
                .until(() -> condition.test(desktop.driver()));
    }
}
