package org.plumbline.server.rehab.report;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.SignedIn;
import org.plumbline.server.rehab.plan.Days;
import org.plumbline.server.rehab.plan.FormState;
import org.plumbline.server.rehab.plan.PatientDoor;
import org.plumbline.server.rehab.plan.RefusedException;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The report as a file: chosen on a page, or by a program. */
@Controller
class ReportController {
    private final PatientDoor door;
    private final Reports reports;
    private final Days days;

    ReportController(PatientDoor door, Reports reports, Days days) {
        this.door = door;
        this.reports = reports;
        this.days = days;
    }

    @GetMapping("/patients/{id}/report")
    String choose(@PathVariable UUID id, @RequestParam Map<String, String> fields, @SignedIn Person me, Model model) {
        Person patient = door.read(me, id, "report");
        LocalDate today = days.today();
        try {
            ReportRequest.of(fields, today);
        } catch (RefusedException refused) {
            model.addAttribute("state", FormState.of("report", fields, refused.faults()));
        }
        door.frame(model, me, patient, "report");
        model.addAttribute("from", today.minusDays(ReportRequest.USUAL_DAYS));
        model.addAttribute("to", today);
        return "report";
    }

    /** What cannot be reported goes back to the form it was typed in. */
    @GetMapping("/patients/{id}/report.pdf")
    ResponseEntity<byte[]> page(
            @PathVariable UUID id,
            @RequestParam Map<String, String> fields,
            @SignedIn Person me,
            HttpServletRequest request)
            throws IOException {
        door.read(me, id, "report");
        try {
            ReportRequest.of(fields, days.today());
        } catch (RefusedException refused) {
            return ResponseEntity.status(HttpStatus.FOUND)
                    .header(HttpHeaders.LOCATION, "/patients/" + id + "/report?" + request.getQueryString())
                    .build();
        }
        return pdf(id, me, fields);
    }

    @GetMapping("/api/people/{id}/report.pdf")
    ResponseEntity<byte[]> pdf(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String note,
            @SignedIn Person me)
            throws IOException {
        Map<String, String> fields = new HashMap<>();
        if (from != null) {
            fields.put("from", from);
        }
        if (to != null) {
            fields.put("to", to);
        }
        if (note != null) {
            fields.put("note", note);
        }
        return pdf(id, me, fields);
    }

    private ResponseEntity<byte[]> pdf(UUID id, Person me, Map<String, String> fields) throws IOException {
        Person patient = door.read(me, id, "report");
        Reports.Sight sight = new Reports.Sight(door.seesPain(me, id), door.seesForm(me, id));
        if (sight.pain()) {
            door.readPain(me, id);
        }
        if (sight.form()) {
            door.readForm(me, id);
        }
        ReportRequest request;
        try {
            request = ReportRequest.of(fields, days.today());
        } catch (RefusedException refused) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, refused.getMessage(), refused);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename("plan-report-" + request.to() + ".pdf")
                                .build()
                                .toString())
                .body(reports.pdf(me, patient, request, sight));
    }
}
