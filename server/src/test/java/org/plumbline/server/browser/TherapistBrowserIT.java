package org.plumbline.server.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
import org.plumbline.server.account.RecordKind;
import org.plumbline.server.account.Role;
import org.plumbline.server.support.Browser;
import org.plumbline.server.support.Installs;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.support.Visitor;

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
        WebDriver driver = browser.size(1280, 900).driver();

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
        browser.size(1280, 1900).screenshot("prescribe-not-a-number");
        browser.size(412, 915).screenshot("phone-prescribe");
        assertNothingOffScreen();
        fill("limitMost0", "5");
        press("Prescribe");
        waitUntil(page -> page.getCurrentUrl().endsWith(patient));

        lift(lifter);
        browser.enter(lifter, "/plan");
        browser.size(1280, 1100).screenshot("plan");
        browser.size(412, 915).screenshot("phone-plan");
        assertNothingOffScreen();
        assertTrue(driver.findElement(By.tagName("main")).getText().contains("at most 5°, set by " + name));
        driver.findElement(By.cssSelector("details summary")).click();

        browser.enter(therapist, patient);
        picture("patient", patient);
        for (String page : new String[] {"restrictions", "range-of-motion", "adherence", "checklist", "report"}) {
            picture(page, patient + "/" + page);
        }
        String pdf = text(therapist, patient + "/report.pdf");
        assertTrue(pdf.contains("Deadlift") && pdf.contains("at most 5°"), pdf);
        assertTrue(pdf.contains("Signature: " + name), pdf);
    }

    /** A simulated set that rounds on its second repetition, on the page of the person. */
    private static void lift(Visitor lifter) throws IOException {
        WebDriver driver = browser.size(412, 915).driver();
        browser.enter(lifter, "/start");
        fill("repetitions", "4");
        fill("roundingRepetition", "2");
        driver.findElement(By.xpath("//form[.//input[@value='simulated']]//button[contains(@class,'primary')]"))
                .click();
        waitUntil(page -> page.findElement(By.tagName("main")).getText().contains("outside the limit set by"));
        browser.screenshot("phone-live-outside-limit");
        waitUntil(page -> lifter.json("/api/live").get("stage").asString().equals("ended"));
        String set = lifter.json("/api/live").get("set").asString();
        browser.size(1280, 1600);
        browser.enter(lifter, "/sets/" + set);
        assertTrue(
                driver.findElement(By.tagName("main")).getText().contains("outside the limit set by"),
                "the page of the set says whose limit it was");
        browser.screenshot("set-outside-limit");
    }

    /** The page on a desk and on a phone. */
    private static void picture(String name, String path) throws IOException {
        browser.driver().get(server.address(path).toString());
        browser.size(1280, 1200).screenshot("therapist-" + name);
        browser.size(412, 915).screenshot("phone-therapist-" + name);
        assertNothingOffScreen();
        browser.size(412, 2400).screenshot("phone-long-therapist-" + name);
        browser.size(1280, 900);
    }

    private static void assertNothingOffScreen() {
        Object beyond = ((JavascriptExecutor) browser.driver())
                .executeScript("return document.documentElement.scrollWidth - window.innerWidth");
        assertTrue(((Number) beyond).longValue() <= 0, beyond + " px stand beyond the edge");
    }

    private static String text(Visitor who, String path) throws IOException {
        HttpResponse<byte[]> answer = who.send(
                HttpRequest.newBuilder(who.address(path)).build(), HttpResponse.BodyHandlers.ofByteArray());
        assertEquals(200, answer.statusCode());
        Files.createDirectories(SCREENSHOTS);
        Files.write(SCREENSHOTS.resolve("report.pdf"), answer.body());
        try (PDDocument document = Loader.loadPDF(answer.body())) {
            assertTrue(document.getNumberOfPages() <= 2);
            PDFRenderer renderer = new PDFRenderer(document);
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                ImageIO.write(
                        renderer.renderImageWithDPI(page, 96),
                        "png",
                        SCREENSHOTS.resolve("report-" + (page + 1) + ".png").toFile());
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
                .findElement(By.xpath("//form[contains(@class,'plan-form')]//button[normalize-space()='" + words + "']"));
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
