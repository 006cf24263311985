package org.plumbline.server.account;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.web.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.server.ResponseStatusException;

/**
 * Lets a program say what it has read of what it writes over: the {@code ETag} that came with it, sent back as {@code If-Match}.
 * For pages {@link AsSeen} does the same with a field of their forms.
 */
public final class AsRead {
    private static final String ANY = "*";

    private AsRead() {}

    /** An answer with its mark. */
    public static <T> ResponseEntity<T> marked(T answer) {
        return ResponseEntity.ok().eTag(AsSeen.mark(answer)).body(answer);
    }

    /**
     * Whether what stands is what a program has read; one that does not say is taken at its word.
     *
     * @param ifMatch its header, or null
     * @param stands what would be answered now
     * @throws ResponseStatusException 412 where it has read something else
     */
    public static boolean isOf(@Nullable String ifMatch, Object stands) {
        String mark = '"' + AsSeen.mark(stands) + '"';
        if (ifMatch != null
                && Stream.of(ifMatch.split(","))
                        .map(String::strip)
                        .map(AsRead::withoutWeakness)
                        .noneMatch(one -> one.equals(ANY) || one.equals(mark))) {
            throw new ResponseStatusException(HttpStatus.PRECONDITION_FAILED, Words.say("frame.read.again"));
        }
        return true;
    }

    /** What packs an answer on its way calls its mark weak; the answer is the same. */
    private static String withoutWeakness(String mark) {
        return mark.startsWith("W/") ? mark.substring(2) : mark;
    }
}
