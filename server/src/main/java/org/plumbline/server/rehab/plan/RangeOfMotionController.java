package org.plumbline.server.rehab.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.plumbline.core.form.Metric;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.SignedIn;
import org.plumbline.server.training.FormWords;
import org.plumbline.server.web.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of the range-of-motion test: how it is done, what was found, and what may be said of the change. */
@Controller
@RequestMapping("/patients/{id}/range-of-motion")
class RangeOfMotionController {
    /** Sets offered are of the last so many days. */
    private static final int OFFERED_DAYS = 60;

    private final PatientDoor door;
    private final MotionTests tests;
    private final PatientSets sets;
    private final Days days;

    RangeOfMotionController(PatientDoor door, MotionTests tests, PatientSets sets, Days days) {
        this.door = door;
        this.tests = tests;
        this.sets = sets;
        this.days = days;
    }

    /**
     * A test beside the earlier ones.
     *
     * @param test the test
     * @param rows one a metric
     */
    record View(MotionTest test, List<Line> rows) {}

    /**
     * A range of a test.
     *
     * @param name what was measured
     * @param value the range, in words
     * @param assessed whether there is one
     * @param sinceFirst what may be said against the first test it can be compared with
     * @param sinceLast what may be said against the test before
     */
    record Line(String name, String value, boolean assessed, String sinceFirst, String sinceLast) {}

    @GetMapping
    String page(@PathVariable UUID id, @SignedIn Person me, Model model) {
        return show(door.read(me, id, "range_of_motion"), me, model);
    }

    private String show(Person patient, Person me, Model model) {
        door.frame(model, me, patient, "motion");
        List<MotionTest> all = tests.of(patient.id());
        model.addAttribute("tests", views(all));
        model.addAttribute("offered", door.offersSets(me, patient.id()) ? unread(patient.id()) : List.of());
        return "range-of-motion";
    }

    /** Those that no test was read of: with that they go with rehab, and are no training any more. */
    private List<DoneSet> unread(UUID id) {
        return sets.since(id, days.today().minusDays(OFFERED_DAYS)).stream()
                .filter(set -> set.exercise().equals(MotionTests.EXERCISE))
                .sorted(Comparator.comparing(DoneSet::startedAt).reversed())
                .toList();
    }

    /** @param tests newest first */
    static List<View> views(List<MotionTest> tests) {
        List<View> views = new ArrayList<>();
        for (int i = 0; i < tests.size(); i++) {
            MotionTest test = tests.get(i);
            List<Line> rows = new ArrayList<>();
            for (MotionRange range : test.ranges()) {
                Metric metric = range.metric();
                rows.add(new Line(
                        FormWords.metric(metric.jsonName()),
                        PlanWords.range(range),
                        range.medianDeg() != null,
                        MotionChange.sinceFirst(metric, tests, test)
                                .map(PlanWords::change)
                                .orElse(""),
                        i >= tests.size() - 2 ? "" : against(metric, tests.get(i + 1), test)));
            }
            views.add(new View(test, rows));
        }
        return views;
    }

    private static String against(Metric metric, MotionTest earlier, MotionTest later) {
        return PlanWords.change(MotionChange.of(metric, earlier, later));
    }

    @PostMapping
    ModelAndView record(
            @PathVariable UUID id, @RequestParam Map<String, String> fields, @SignedIn Person me, Model model) {
        Person patient = door.work(me, id, "range_of_motion");
        try {
            Typed typed = new Typed(fields);
            UUID set = typed.id("set");
            if (set == null) {
                throw new RefusedException("set", Words.say("plan.fault.set"));
            }
            door.needForm(me, id, "set");
            tests.record(me, id, set, typed.text("note"));
            return back(id);
        } catch (RefusedException refused) {
            model.addAttribute("state", FormState.of("motion", fields, refused.faults()));
            return new ModelAndView(show(patient, me, model), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @PostMapping("/{test}/remove")
    ModelAndView remove(@PathVariable UUID id, @PathVariable UUID test, @SignedIn Person me) {
        door.work(me, id, "range_of_motion");
        tests.remove(id, test);
        return back(id);
    }

    private static ModelAndView back(UUID id) {
        return new ModelAndView("redirect:/patients/" + id + "/range-of-motion");
    }
}
