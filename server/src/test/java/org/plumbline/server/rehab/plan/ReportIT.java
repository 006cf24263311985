package org.plumbline.server.rehab.plan;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.plumbline.server.account.RecordKind;
import org.plumbline.server.account.Role;
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
