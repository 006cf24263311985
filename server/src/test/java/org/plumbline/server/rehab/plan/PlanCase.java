package org.plumbline.server.rehab.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.TestInstance;
import org.plumbline.core.simulation.SimulationScript;
import org.plumbline.server.account.RecordKind;
import org.plumbline.server.account.Role;
import org.plumbline.server.support.RecordedSets;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.support.Visitor;
import tools.jackson.databind.JsonNode;

/** A person with a therapist they share everything with, made once for the tests of a class. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PlanCase {
    static final RunningServer SERVER = RunningServer.shared();

    final Visitor lifter = SERVER.joined(Role.LIFTER);
    final Visitor therapist = SERVER.joined(Role.THERAPIST);
    final UUID person = SERVER.personOf(lifter).id();

    PlanCase() {
        SERVER.share(lifter, therapist, RecordKind.values());
    }

    final String at(String path) {
        return "/patients/" + person + path;
    }

    final String api(String path) {
        return "/api/people/" + person + path;
    }

    static JsonNode made(HttpResponse<String> answer) {
        assertEquals(2, answer.statusCode() / 100, answer.body());
        return RunningServer.parse(answer.body());
    }

    final JsonNode prescribe(String exercise, double mostDeg) {
        return made(therapist.post(api("/prescriptions"), """
                {"exercise":"%s","sets":3,"repetitions":8,"loadCapKg":60,"timesAWeekLeast":2,"timesAWeekMost":3,\
                "limits":{"lumbarFlexionPeakDeg":%s}}""".formatted(exercise, mostDeg)));
    }

    /** Five slow bends, brought as a recording of trunk movement. */
    final UUID upload(long seed) {
        return RecordedSets.upload(lifter, SimulationScript.clean("good_morning", 5, seed), MotionTests.EXERCISE, null);
    }

    static String pdf(Visitor who, String path) throws IOException {
        HttpResponse<byte[]> answer =
                who.send(HttpRequest.newBuilder(who.address(path)).build(), HttpResponse.BodyHandlers.ofByteArray());
        assertEquals(200, answer.statusCode(), new String(answer.body(), StandardCharsets.UTF_8));
        try (PDDocument document = Loader.loadPDF(new ByteArrayInputStream(answer.body()).readAllBytes())) {
            assertTrue(document.getNumberOfPages() <= 2, document.getNumberOfPages() + " pages");
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    static String redirectOf(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body()));
    }

    static void endSet(Visitor who) {
        String set = who.json("/api/live").get("set").asString();
        who.postForm("/live/" + set + "/stop", "");
    }

    static String answers(HttpResponse<String> asked) {
        Matcher given = Pattern.compile("name=\"anyway\" value=\"([^\"]+)\"").matcher(asked.body());
        StringBuilder all = new StringBuilder();
        while (given.find()) {
            all.append("&anyway=").append(given.group(1));
        }
        return all.toString();
    }
}
