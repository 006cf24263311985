package org.plumbline.server.review;

import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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

    private List<OpenQueue.OpenSet> sets(List<OpenFlag> flags, Map<UUID, Person> known, Person me) {
        List<OpenQueue.OpenSet> sets = new ArrayList<>();
        Set<UUID> ids = flags.stream().map(OpenFlag::setId).collect(Collectors.toSet());
        Map<UUID, List<StoredRepetition>> repetitions =
                log.repetitions(ids, flags.stream().map(OpenFlag::repetition).collect(Collectors.toSet()));
        Map<UUID, LimitNames> limits =
                log.find(ids).stream().collect(Collectors.toMap(TrainingSet::id, LimitAuthors::unnamed));
        for (OpenFlag flag : flags) {
            if (sets.isEmpty() || !sets.get(sets.size() - 1).id().equals(flag.setId())) {
                sets.add(new OpenQueue.OpenSet(
                        flag.setId(),
                        flag.lifterId(),
                        Objects.requireNonNull(known.get(flag.lifterId())).name(),
                        FormWords.exercise(flag.exercise()),
                        flag.loadKg() == null ? null : me.loadUnit().format(flag.loadKg()),
                        moments.say(flag.startedAt()),
                        flag.simulated(),
                        new ArrayList<>()));
            }
            OpenQueue.add(
                    sets.get(sets.size() - 1).repetitions(),
                    flag,
                    evidence(
                            flag,
                            limits.getOrDefault(flag.setId(), LimitNames.NOBODY),
                            repetitions.getOrDefault(flag.setId(), List.of())));
        }
        return sets;
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
