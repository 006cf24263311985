package org.plumbline.server.rehab.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plumbline.server.account.RecordKind;
import org.plumbline.server.account.Role;
import org.plumbline.server.support.Visitor;

/** Who reads and who writes a plan. */
class PlanAccessIT extends PlanCase {
    @Test
    void thePlanIsOpenToThoseItIsSharedWithAndToNobodyElse() {
        Visitor coach = SERVER.joined(Role.COACH);
        SERVER.share(lifter, coach, RecordKind.FORM);
        Visitor reader = SERVER.joined(Role.COACH);
        SERVER.share(lifter, reader, RecordKind.REHAB);
        Visitor revoked = SERVER.joined(Role.THERAPIST);
        SERVER.share(lifter, revoked, RecordKind.values());
        SERVER.share(lifter, revoked);
        Visitor unlinked = SERVER.joined(Role.THERAPIST);
        Map<String, Visitor> refused = new LinkedHashMap<>();
        refused.put("coach without the plan", coach);
        refused.put("revoked therapist", revoked);
        refused.put("unlinked therapist", unlinked);
        refused.put("another lifter", SERVER.joined(Role.LIFTER));
        List<String> reads = List.of(
                at(""),
                at("/restrictions"),
                at("/range-of-motion"),
                at("/adherence"),
                at("/checklist"),
                at("/report"),
                at("/report.pdf"),
                api("/prescriptions"),
                api("/restrictions"),
                api("/range-of-motion"),
                api("/adherence"),
                api("/checklist"),
                api("/clearances"),
                api("/statement"),
                api("/report.pdf"));
        for (String path : reads) {
            assertEquals(200, therapist.get(path).statusCode(), "therapist " + path);
            assertEquals(200, lifter.get(path).statusCode(), "the person " + path);
            assertEquals(200, reader.get(path).statusCode(), "a coach it is shared with " + path);
            refused.forEach(
                    (who, visitor) -> assertEquals(404, visitor.get(path).statusCode(), who + " " + path));
            int stranger = SERVER.stranger().get(path).statusCode();
            assertTrue(stranger == 401 || stranger == 302, "a stranger got " + stranger + " at " + path);
        }
        List<String> writes = List.of(
                at("/statement"),
                at("/notes"),
                at("/prescriptions"),
                at("/restrictions"),
                at("/restrictions/flare-up?what=a&reason=b"),
                at("/range-of-motion"),
                at("/checklist"),
                at("/clearances"));
        for (String path : writes) {
            assertEquals(422, therapist.postForm(path, "").statusCode(), "therapist " + path);
            assertEquals(403, lifter.postForm(path, "").statusCode(), "the person reads and does not write " + path);
            assertEquals(403, reader.postForm(path, "").statusCode(), "a coach reads and does not write " + path);
            refused.forEach((who, visitor) ->
                    assertEquals(404, visitor.postForm(path, "").statusCode(), who + " " + path));
        }
        assertTrue(
                lifter.page("/account/reads")
                        .body()
                        .contains(SERVER.personOf(reader).name()),
                "the person sees who read");
    }
}
