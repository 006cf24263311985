package org.plumbline.server.rehab.plan;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.plumbline.core.simulation.SimulatedFault;
import org.plumbline.server.account.RecordKind;
import org.plumbline.server.account.Role;
import org.plumbline.server.support.RecordedSets;
import org.plumbline.server.support.Visitor;

/** The report as it is read back from its file. */
class ReportIT extends PlanCase {
    @Test
    void theReportIsReadBackFromItsFile() throws IOException {
        therapist.put(api("/statement"), "{\"statement\":\"Ache after long drives; wants to lift again.\"}");
        String text = pdf(therapist, at("/report.pdf?note=Come+back+in+two+weeks"));

        String name = SERVER.personOf(lifter).name();
        assertAll(Stream.of(
                        "Report of the plan: " + name,
                        "Ache after long drives",
                        "Prescribed",
                        "Range of motion",
                        "How it was measured",
                        "9° for lumbar flexion",
                        "Come back in two weeks",
                        "Signature: " + SERVER.personOf(therapist).name())
                .map(said -> (Executable) () -> assertTrue(text.contains(said), said + " is not in " + text)));
        assertEquals(400, therapist.get(api("/report.pdf?from=2020-01-01")).statusCode());
    }

    @Test
    void daysThatCannotBeReportedLeadBackToTheFormWithWhatWasTyped() {
        HttpResponse<String> refused =
                therapist.page(at("/report.pdf?from=2026-02-02&to=2026-02-01&note=Come+%26+see"));
        assertEquals(302, refused.statusCode());
        String form = therapist
                .page(refused.headers().firstValue("Location").orElseThrow().replaceFirst("https?://[^/]+", ""))
                .body();
        assertTrue(form.contains("Choose a first day before the last one"), form);
        assertTrue(form.contains("value=\"2026-02-02\"") && form.contains(">Come &amp; see</textarea>"), form);
    }

    @Test
    void whatWasOutsideThePlanIsOneNumberOnEveryPageAndTheChartDrawsTheLimitOfThePlan() throws IOException {
        Visitor patient = SERVER.joined(Role.LIFTER);
        SERVER.share(patient, therapist, RecordKind.values());
        String id = SERVER.personOf(patient).id().toString();
        RecordedSets.upload(patient, RecordedSets.of("deadlift", 5, 4, 60.0, new SimulatedFault.Rounding(3, 9)));
        made(therapist.post("/api/people/" + id + "/prescriptions", """
                {"exercise":"deadlift","sets":1,"repetitions":5,"timesAWeekLeast":2,"timesAWeekMost":3,\
                "limits":{"flexionGainLoadedDeg":5},"startsOn":"%s"}""".formatted(
                        LocalDate.now(ZoneId.systemDefault()).minusDays(7))));
        String before = pdf(therapist, "/patients/" + id + "/report.pdf");
        assertTrue(before.contains("80 % (4 of 5 assessed)"), before);
        assertTrue(before.contains("Outside a limit of the plan: 1 of 5 reps assessed"), before);
        assertTrue(before.contains("by the limits it was lifted with, without those of the plan"), before);
        assertTrue(before.contains("prescribed for rep 3: at most +5°"), before);

        RecordedSets.upload(patient, RecordedSets.of("deadlift", 5, 5, 60.0, new SimulatedFault.Rounding(2, 9)));
        String after = pdf(therapist, "/patients/" + id + "/report.pdf");
        assertTrue(after.contains("80 % (8 of 10 assessed)"), after);
        assertTrue(after.contains("Outside a limit of the plan: 2 of 10 reps assessed"), after);
        assertTrue(after.contains("prescribed for rep 2: at most +5°"), after);
        assertFalse(after.contains("apart from the plan") || after.contains("without those of the plan"), after);
    }

    @Test
    void theReportLeavesOutWhatIsNotShared() throws IOException {
        Visitor planOnly = SERVER.joined(Role.THERAPIST);
        SERVER.share(lifter, planOnly, RecordKind.REHAB);
        String text = pdf(planOnly, at("/report.pdf"));

        assertTrue(text.contains("Pain is not shared") && text.contains("Sets are not shared"), text);
        assertEquals(404, planOnly.get(at("/pain-dose.svg")).statusCode());
        assertEquals(404, planOnly.get(api("/pain-dose")).statusCode());
        assertTrue(planOnly.page(at("/adherence")).body().contains("Pain is not shared with you"));
    }
}
