package org.plumbline.server.review;

import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.form.FlagName;
import org.plumbline.core.form.FormRule;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.RecordAccess;
import org.plumbline.server.account.RecordKind;
import org.plumbline.server.account.SignedIn;
import org.plumbline.server.training.FormChanges;
import org.plumbline.server.training.FormWords;
import org.plumbline.server.training.LimitAuthors;
import org.plumbline.server.training.LimitNames;
import org.plumbline.server.training.Moments;
import org.plumbline.server.training.StoredRepetition;
import org.plumbline.server.training.TrainingLog;
import org.plumbline.server.training.TrainingSet;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Flags nobody has judged, of all who share with whoever looks; and what was said of those before. */
@Controller
class QueueController {
    /** Sets on a page. */
    private static final int PAGE = 10;

    private static final String PRESCRIBED = FlagName.REHAB_LIMIT.jsonName();

    private final RecordAccess access;
    private final FlagReviews reviews;
    private final TrainingLog log;
    private final Moments moments;

    QueueController(RecordAccess access, FlagReviews reviews, TrainingLog log, Moments moments) {
        this.log = log;
        this.access = access;
        this.reviews = reviews;
        this.moments = moments;
    }

    /** A set in the queue, with its flags. */
    record OpenSet(
            UUID id,
            UUID lifterId,
            String lifter,
            String exercise,
            @Nullable String load,
            String when,
            boolean simulated,
            List<Line> lines) {
        /** The same by repetition, each where its first one stands. */
        public List<OpenRepetition> repetitions() {
            Map<Integer, List<Line>> byNumber = new LinkedHashMap<>();
            lines.forEach(line -> byNumber.computeIfAbsent(line.repetition(), any -> new ArrayList<>())
                    .add(line));
            return byNumber.entrySet().stream()
                    .map(one -> new OpenRepetition(one.getKey(), one.getValue()))
                    .toList();
        }
    }

    /** A repetition in the queue, with all that it is asked about. */
    record OpenRepetition(int number, List<Line> lines) {
        /** The most serious level among them. */
        public int level() {
            return lines.stream().mapToInt(line -> line.first().level()).max().orElse(0);
        }
    }

    /**
     * What one movement raised: one flag, or what is said of the metric by the limits of the rules and by the prescribed one.
     *
     * @param flags JSON names of the flags, the most serious first
     * @param evidence their evidence, likewise
     */
    record Line(int repetition, List<String> flags, String metric, List<Evidence> evidence) {
        /** The most serious, by which it is called. */
        public Evidence first() {
            return evidence.get(0);
        }

        /** What it broke besides. */
        public List<Evidence> others() {
            return evidence.subList(1, evidence.size());
        }
    }

    @GetMapping("/queue")
    String page(
            @RequestParam(required = false) @Nullable UUID lifter,
            @RequestParam(name = "from", defaultValue = "0") int from,
            @SignedIn Person me,
            Model model) {
        List<Person> lifters = access.readAll(me, RecordKind.FORM, "queue");
        Map<UUID, Person> known = lifters.stream().collect(Collectors.toMap(Person::id, Function.identity()));
        List<UUID> asked =
                lifter == null ? List.copyOf(known.keySet()) : known.containsKey(lifter) ? List.of(lifter) : List.of();
        int first = Math.max(0, from);
        FlagReviews.Page queue = reviews.queue(asked, null, PAGE, first);
        model.addAttribute("nav", "queue");
        model.addAttribute("sets", sets(queue.flags(), known, me));
        model.addAttribute("reasons", ReviewReason.values());
        model.addAttribute(
                "reasonsOfAll",
                Arrays.stream(ReviewReason.values())
                        .filter(ReviewReason::isOfAll)
                        .toList());
        model.addAttribute("of", lifter == null ? null : known.get(lifter));
        model.addAttribute("nobody", lifters.isEmpty());
        model.addAttribute("older", queue.more() ? first + PAGE : null);
        model.addAttribute("newer", first > 0 ? Math.max(0, first - PAGE) : null);
        return "queue";
    }

    private List<OpenSet> sets(List<OpenFlag> flags, Map<UUID, Person> known, Person me) {
        List<OpenSet> sets = new ArrayList<>();
        Set<UUID> ids = flags.stream().map(OpenFlag::setId).collect(Collectors.toSet());
        Map<UUID, List<StoredRepetition>> repetitions =
                log.repetitions(ids, flags.stream().map(OpenFlag::repetition).collect(Collectors.toSet()));
        Map<UUID, LimitNames> limits =
                log.find(ids).stream().collect(Collectors.toMap(TrainingSet::id, LimitAuthors::unnamed));
        for (OpenFlag flag : flags) {
            if (sets.isEmpty() || !sets.get(sets.size() - 1).id().equals(flag.setId())) {
                sets.add(new OpenSet(
                        flag.setId(),
                        flag.lifterId(),
                        Objects.requireNonNull(known.get(flag.lifterId())).name(),
                        FormWords.exercise(flag.exercise()),
                        flag.loadKg() == null ? null : me.loadUnit().format(flag.loadKg()),
                        moments.say(flag.startedAt()),
                        flag.simulated(),
                        new ArrayList<>()));
            }
            add(
                    sets.get(sets.size() - 1).lines(),
                    flag,
                    evidence(
                            flag,
                            limits.getOrDefault(flag.setId(), LimitNames.NOBODY),
                            repetitions.getOrDefault(flag.setId(), List.of())));
        }
        return sets;
    }

    /** One movement that broke the limit of the rules and the prescribed one of the same metric is asked about once. */
    static void add(List<Line> lines, OpenFlag open, Evidence evidence) {
        String name = open.flag().flag().jsonName();
        for (Line line : lines) {
            if (line.repetition() == open.repetition()
                    && line.metric().equals(open.flag().metric())
                    && line.flags().stream().allMatch(other -> differInWhoseLimit(name, other))) {
                line.flags().add(name);
                line.evidence().add(evidence);
                return;
            }
        }
        lines.add(new Line(
                open.repetition(),
                new ArrayList<>(List.of(name)),
                open.flag().metric(),
                new ArrayList<>(List.of(evidence))));
    }

    /** Whether two flags of one metric say the same of it, each by another's limit. */
    private static boolean differInWhoseLimit(String one, String other) {
        return one.equals(PRESCRIBED) != other.equals(PRESCRIBED)
                && isOfItsMetricAlone(one)
                && isOfItsMetricAlone(other);
    }

    private static boolean isOfItsMetricAlone(String flag) {
        return Arrays.stream(FormRule.values())
                .filter(rule -> rule.flag().jsonName().equals(flag))
                .allMatch(FormRule::isOfItsMetricAlone);
    }

    /** As the page of its set shows it. */
    private static Evidence evidence(OpenFlag open, LimitNames limits, List<StoredRepetition> all) {
        return all.stream()
                .filter(one -> one.result().number() == open.repetition())
                .findFirst()
                .map(repetition -> Evidence.of(open.flag(), limits, repetition, FormChanges.UNKNOWN))
                .orElseGet(() -> Evidence.of(open.flag(), limits));
    }

    /** Every judgement of the lifters who share with whoever asks, and of their own sets. People stand by their identity. */
    @GetMapping({"/queue/labels.csv", "/api/queue/labels.csv"})
    ResponseEntity<StreamingResponseBody> labels(@SignedIn Person me) {
        List<UUID> lifters = new ArrayList<>(access.readAll(me, RecordKind.FORM, "labels").stream()
                .map(Person::id)
                .toList());
        lifters.add(me.id());
        List<FlagReviewRepository.Label> labels = reviews.labels(lifters);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("plumbline-labels.csv")
                                .build()
                                .toString())
                .body(out -> {
                    try (Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
                        ReviewTables.labels(labels, UUID::toString, writer);
                    }
                });
    }
}
