package org.plumbline.server.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.UUID;
import java.util.function.Predicate;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
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
import org.plumbline.core.simulation.SimulatedFault;
import org.plumbline.core.simulation.SimulationScript;
import org.plumbline.server.account.RecordKind;
import org.plumbline.server.account.Role;
import org.plumbline.server.support.Browser;
import org.plumbline.server.support.Installs;
import org.plumbline.server.support.RecordedSets;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.support.Visitor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A therapist's day: prescribes with a limit, the person lifts beyond it, the report is made. */
@Tag("browser")
class TherapistBrowserIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static RunningServer server;
    private static Browser browser;

    @BeforeAll
    static void open() {
        if (Browser.missing().isEmpty()) {
            server = RunningServer.shared();
            browser = Browser.open(false);
        }
    }

    @BeforeEach
    void needABrowser() {
        Installs.need(TherapistBrowserIT.class, Browser.missing());
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void prescribesThePersonLiftsBeyondTheLimitAndTheReportSaysSo() throws IOException {
        Visitor lifter = server.joined(Role.LIFTER);
        Visitor therapist = server.joined(Role.THERAPIST);
        server.share(lifter, therapist, RecordKind.values());
        String patient = "/patients/" + server.personOf(lifter).id();
        String name = server.personOf(therapist).name();
        WebDriver driver = browser.screen(1280, 900).driver();

        browser.enter(therapist, "/patients");
        browser.screenshot("patients");
        driver.findElement(By.linkText(server.personOf(lifter).name())).click();
        waitUntil(page -> page.getCurrentUrl().endsWith(patient));
        picture("patient-new", patient);
        driver.findElement(By.linkText("Prescribe")).click();
        waitUntil(page -> !page.findElements(By.name("sets")).isEmpty());
        fill("loadCap", "60");
        fill("tempoDownS", "3");
        driver.findElement(By.cssSelector("[name=limitMetric0] option[value=flexionGainLoadedDeg]"))
                .click();
        fill("limitMost0", "nine");
        fill("note", "Brace, then push the floor away. Stop when it feels different.");
        fill("equipment", "bar, blocks of 10 cm");
        press("Prescribe");
        waitUntil(page -> !page.findElements(By.cssSelector(".fault")).isEmpty());
        assertEquals("nine", driver.findElement(By.name("limitMost0")).getDomProperty("value"));
        browser.screen(1280, 1900).screenshot("prescribe-not-a-number");
        browser.screen(390, 844).screenshot("phone-prescribe");
        assertNothingOffScreen();
        fill("limitMost0", "5");
        press("Prescribe");
        waitUntil(page -> page.getCurrentUrl().endsWith(patient));

        lift(lifter);
        browser.enter(lifter, "/plan");
        browser.screen(1280, 1100).screenshot("plan");
        browser.screen(390, 844).screenshot("phone-plan");
        assertNothingOffScreen();
        assertTrue(driver.findElement(By.tagName("main")).getText().contains("at most 5°, set by " + name));
        driver.findElement(By.cssSelector("details summary")).click();

        browser.enter(therapist, patient);
        picture("patient", patient);
        for (String page : new String[] {"restrictions", "range-of-motion", "adherence", "checklist", "report"}) {
            picture(page, patient + "/" + page);
        }
        String pdf = text(therapist, patient + "/report.pdf", "report");
        assertTrue(pdf.contains("Deadlift") && pdf.contains("at most 5°"), pdf);
        assertTrue(pdf.contains("Signature: " + name), pdf);
    }

    @Test
    void looksAtAMonthOfSessionsWithPainAndDoseAndPrintsIt() throws IOException {
        Visitor lifter = server.joined(Role.LIFTER);
        Visitor therapist = server.joined(Role.THERAPIST);
        server.share(lifter, therapist, RecordKind.values());
        UUID person = server.personOf(lifter).id();
        String api = "/api/people/" + person;
        String patient = "/patients/" + person;
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        therapist.put(
                api + "/statement", "{\"statement\":\"Ache after long drives since spring; wants to lift again.\"}");
        therapist.post(api + "/prescriptions", """
                {"exercise":"deadlift","sets":1,"repetitions":3,"loadCapKg":60,"timesAWeekLeast":2,"timesAWeekMost":3,\
                "tempoUpS":1.0,"limits":{"flexionGainLoadedDeg":6},"startsOn":"%s"}""".formatted(today.minusDays(27)));
        int[] daysAgo = {25, 22, 18, 15, 11, 8, 4, 1};
        for (int i = 0; i < daysAgo.length; i++) {
            SimulationScript script = SimulationScript.clean("deadlift", 3, 70 + i);
            UUID set = RecordedSets.upload(
                    lifter, i == 3 ? script.with(new SimulatedFault.Rounding(2, 9)) : script, "deadlift", 30.0 + 5 * i);
            moveBack(set, daysAgo[i]);
            LocalDate day = today.minusDays(daysAgo[i]);
            say(person, day, "before", 2 + i % 2, i == 4);
            say(person, day, "after", i == 3 ? 5 : 3, false);
            say(person, day.plusDays(1), "hours_24", i == 3 ? 4 : 2, false);
        }
        for (int days : new int[] {26, 2}) {
            UUID bends = RecordedSets.upload(
                    lifter, SimulationScript.clean("good_morning", 4, 90 + days), "trunk_movement", null);
            moveBack(bends, days);
            assertEquals(
                    201,
                    therapist
                            .post(api + "/range-of-motion", "{\"set\":\"" + bends + "\"}")
                            .statusCode());
        }
        therapist.postForm(patient + "/checklist", "criterion=Eight+deadlifts+at+60+kg+within+the+limits");
        therapist.postForm(
                patient + "/restrictions",
                "what=Deadlifts+from+the+floor+above+60+kg&reason=Pain+rose+after+them&reviewOn=" + today.plusDays(9));

        browser.enter(therapist, "/patients");
        browser.screen(1280, 900).screenshot("therapist-patients");
        for (String page : new String[] {"adherence", "range-of-motion", "checklist", "restrictions"}) {
            picture("month-" + page, patient + "/" + page);
        }
        picture("month-summary", patient);
        String report =
                text(therapist, patient + "/report.pdf?note=Goes+well.+Next+look+in+two+weeks.", "report-month");
        assertTrue(report.contains("Pain rose by 2 points or more in 1 of 8 sessions"), report);
        assertTrue(report.contains("no change that can be told apart"), report);
        assertTrue(report.contains("within every form limit of the plan."), report);
    }

    private static void moveBack(UUID set, int days) {
        JdbcClient jdbc = server.bean(JdbcClient.class);
        OffsetDateTime at = OffsetDateTime.now(ZoneId.systemDefault()).minusDays(days);
        jdbc.sql("update training_set set started_at = :at where id = :id")
                .param("at", at)
                .param("id", set)
                .update();
        jdbc.sql("update set_summary set started_at = :at where set_id = :id")
                .param("at", at)
                .param("id", set)
                .update();
    }

    private static void say(UUID person, LocalDate day, String moment, int score, boolean painkiller) {
        server.bean(JdbcClient.class)
                .sql(
                        "insert into pain_entry (id, lifter_id, said_at, on_day, moment, score, places, qualities, painkiller,"
                                + " about_day) values (:id, :person, :at, :day, :moment, :score, 'lower_back:middle', '', :pill, :about)")
                .param("id", UUID.randomUUID())
                .param("person", person)
                .param("at", day.atTime(18, 0).atZone(ZoneId.systemDefault()).toOffsetDateTime())
                .param("day", day)
                .param("moment", moment)
                .param("score", score)
                .param("pill", painkiller)
                .param("about", moment.equals("hours_24") ? day.minusDays(1) : null)
                .update();
    }

    /** A simulated set that rounds on its second repetition, on the page of the person. */
    private static void lift(Visitor lifter) throws IOException {
        WebDriver driver = browser.screen(390, 844).driver();
        browser.enter(lifter, "/start");
        fill("repetitions", "4");
        fill("roundingRepetition", "2");
        driver.findElement(By.xpath("//form[.//input[@value='simulated']]//button[contains(@class,'primary')]"))
                .click();
        // whose limit it is the page of the set says, to those who may know
        waitUntil(page -> page.findElement(By.tagName("main")).getText().contains("outside the limit that was set"));
        browser.screenshot("phone-live-outside-limit");
        waitUntil(page -> lifter.json("/api/live").get("stage").asString().equals("ended"));
        String set = lifter.json("/api/live").get("set").asString();
        browser.screen(1280, 1600);
        browser.enter(lifter, "/sets/" + set);
        assertTrue(
                driver.findElement(By.tagName("main")).getText().contains("outside the limit set by"),
                "the page of the set says whose limit it was");
        browser.screenshot("set-outside-limit");
    }

    /** The page on a desk and on a phone. */
    private static void picture(String name, String path) throws IOException {
        browser.driver().get(server.address(path).toString());
        browser.screen(1280, 1200).screenshot("therapist-" + name);
        browser.screen(390, 844).screenshot("phone-therapist-" + name);
        assertNothingOffScreen();
        browser.screen(390, 2400).screenshot("phone-long-therapist-" + name);
        browser.screen(1280, 900);
    }

    private static void assertNothingOffScreen() {
        Object beyond = ((JavascriptExecutor) browser.driver())
                .executeScript("return document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertTrue(((Number) beyond).longValue() <= 0, beyond + " px stand beyond the edge");
    }

    private static String text(Visitor who, String path, String name) throws IOException {
        HttpResponse<byte[]> answer =
                who.send(HttpRequest.newBuilder(who.address(path)).build(), HttpResponse.BodyHandlers.ofByteArray());
        assertEquals(200, answer.statusCode());
        Files.createDirectories(SCREENSHOTS);
        Files.write(SCREENSHOTS.resolve(name + ".pdf"), answer.body());
        try (PDDocument document = Loader.loadPDF(answer.body())) {
            assertTrue(document.getNumberOfPages() <= 2);
            PDFRenderer renderer = new PDFRenderer(document);
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                ImageIO.write(
                        renderer.renderImageWithDPI(page, 96),
                        "png",
                        SCREENSHOTS.resolve(name + "-" + (page + 1) + ".png").toFile());
            }
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private static void fill(String field, String text) {
        WebElement element = browser.driver().findElement(By.name(field));
        element.clear();
        element.sendKeys(text);
    }

    private static void press(String words) {
        WebElement button = browser.driver()
                .findElement(
                        By.xpath("//form[contains(@class,'plan-form')]//button[normalize-space()='" + words + "']"));
        ((JavascriptExecutor) browser.driver()).executeScript("arguments[0].click()", button);
    }

    private static void waitUntil(Predicate<WebDriver> wanted) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptionsInstanceOf(StaleElementReferenceException.class)
                .until(() -> wanted.test(browser.driver()));
    }
}
