package org.plumbline.server.rehab.plan;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.SignedIn;
import org.plumbline.server.review.chart.ChartSize;
import org.plumbline.server.review.chart.ChartTheme;
import org.plumbline.server.web.Words;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The page of what was prescribed against what was done, and of pain on the axis of dose where pain is shared. */
@Controller
@RequestMapping("/patients/{id}")
class AdherenceController {
    private static final int WEEKS = 6;
    private static final int MOST_WEEKS = 26;
    private static final int DAYS_A_WEEK = 7;

    private final PatientDoor door;
    private final AdherenceReading adherence;
    private final Days days;

    AdherenceController(PatientDoor door, AdherenceReading adherence, Days days) {
        this.door = door;
        this.adherence = adherence;
        this.days = days;
    }

    @GetMapping("/adherence")
    String page(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String weeks,
            @SignedIn Person me,
            Model model) {
        Person patient = door.read(me, id, "adherence");
        int count = weeks(weeks);
        door.frame(model, me, patient, "adherence");
        LocalDate today = days.today();
        LocalDate from = today.minusDays((long) (count - 1) * DAYS_A_WEEK);
        Adherence found = adherence.of(patient, from, today);
        model.addAttribute("adherence", found);
        List<Adherence.Week> newestFirst = new ArrayList<>(found.weeks());
        Collections.reverse(newestFirst);
        model.addAttribute("newestFirst", newestFirst);
        model.addAttribute("weeks", count);
        model.addAttribute("today", today);
        if (door.seesPain(me, id)) {
            door.readPain(me, id);
            List<SessionResponse> responses = adherence.responses(patient, Adherence.monday(from), today);
            model.addAttribute("answered", responses.stream().anyMatch(AdherenceController::answered));
            model.addAttribute(
                    "noted",
                    adherence.noted(patient, Adherence.monday(from), today).words());
            model.addAttribute("finding", PainDose.finding(responses));
            model.addAttribute("responses", ExerciseResponse.of(responses));
            model.addAttribute("sessions", responses);
        }
        model.addAttribute("unit", me.loadUnit());
        return "adherence";
    }

    private static boolean answered(SessionResponse response) {
        return response.before() != null
                || response.during() != null
                || response.after() != null
                || response.nextDay() != null;
    }

    @GetMapping("/pain-dose.svg")
    ResponseEntity<byte[]> painDose(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String weeks,
            @RequestParam(required = false) @Nullable String theme,
            @RequestParam(required = false) @Nullable String size,
            @SignedIn Person me)
            throws IOException {
        Person patient = door.read(me, id, "adherence");
        door.readPain(me, id);
        LocalDate today = days.today();
        LocalDate from = Adherence.monday(today.minusDays((long) (weeks(weeks) - 1) * DAYS_A_WEEK));
        byte[] svg = PainDose.chart(
                        adherence.responses(patient, from, today),
                        me.loadUnit(),
                        ChartTheme.named(theme),
                        ChartSize.named(size))
                .svg();
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("image/svg+xml"))
                .cacheControl(CacheControl.noCache())
                .body(svg);
    }

    /** As it was asked for, and no other number of weeks in its place: the answer would be of something else. */
    private static int weeks(@Nullable String asked) {
        if (asked == null) {
            return WEEKS;
        }
        int weeks = asked.matches("\\d{1,3}") ? Integer.parseInt(asked) : 0;
        if (weeks < 1 || weeks > MOST_WEEKS) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, Words.say("plan.fault.weeks", MOST_WEEKS));
        }
        return weeks;
    }
}
