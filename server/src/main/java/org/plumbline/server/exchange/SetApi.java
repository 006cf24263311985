package org.plumbline.server.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.SignedIn;
import org.plumbline.server.training.SetAccess;
import org.plumbline.server.training.SetListing;
import org.plumbline.server.training.SetState;
import org.plumbline.server.training.TrainingLog;
import org.plumbline.server.training.TrainingSet;
import org.plumbline.server.web.Paging;
import org.plumbline.server.web.Words;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Sets out: the list, the analysis of one, and its recording. */
@RestController
@RequestMapping("/api/sets")
class SetApi {
    private static final int BUFFER_BYTES = 1 << 16;

    private final TrainingLog log;
    private final SetAccess access;
    private final RecordingExport export;

    SetApi(TrainingLog log, SetAccess access, RecordingExport export) {
        this.log = log;
        this.access = access;
        this.export = export;
    }

    /** A line of the list. */
    private record Line(
            UUID id,
            String exercise,
            @Nullable String title,
            String source,
            boolean simulated,
            boolean demo,
            String state,
            Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable Double loadKg,
            int repetitions,
            int flaggedRepetitions,
            int strongestLevel) {
        private static Line of(SetListing listing) {
            TrainingSet set = listing.set();
            return new Line(
                    set.id(),
                    set.exercise(),
                    set.title(),
                    set.source().word(),
                    set.simulated(),
                    set.demo(),
                    set.state().word(),
                    set.startedAt(),
                    set.endedAt(),
                    set.loadKg(),
                    listing.repetitions(),
                    listing.flaggedRepetitions(),
                    listing.strongestLevel());
        }
    }

    @GetMapping
    List<Line> newest(
            @SignedIn Person me,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "0") int offset) {
        Paging part = new Paging(limit, offset);
        return log.newest(me.id(), part.limit(), part.offset()).stream()
                .map(Line::of)
                .toList();
    }

    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    String analysis(@PathVariable UUID id, @SignedIn Person me) {
        TrainingSet set = access.read(me, id);
        if (set.state() == SetState.RUNNING) {
            throw new ResponseStatusException(HttpStatus.CONFLICT, Words.say("training.running.api", id.toString()));
        }
        return log.analysis(id)
                .map(AnalysisJson::write)
                .orElseThrow(
                        () -> new ResponseStatusException(HttpStatus.NOT_FOUND, Words.say("training.not.analysed")));
    }

    @GetMapping("/{id}/recording")
    ResponseEntity<StreamingResponseBody> recording(@PathVariable UUID id, @SignedIn Person me) {
        TrainingSet set = access.read(me, id);
        String name = set.exercise() + "-" + set.id().toString().substring(0, 8) + ".csv.gz";
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("application/gzip"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(out -> write(set, out));
    }

    private void write(TrainingSet set, OutputStream out) throws IOException {
        PackedBody.write(
                out, sent -> new GZIPOutputStream(sent, BUFFER_BYTES), gzip -> export.write(set, new Unclosed(gzip)));
    }
}
