package org.plumbline.server.rehab.pain;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What it feels like. Soreness that fades in a day or two is what training does; the others are worth watching. */
public enum PainQuality implements Worded {
    SORE,
    SHARP,
    SPASM,
    STIFF,
    RADIATING,
    NUMB;

    static String join(Collection<PainQuality> qualities) {
        return qualities.stream().sorted().map(Worded::word).collect(Collectors.joining(","));
    }

    static List<PainQuality> split(String words) {
        return Stream.of(words.split(","))
                .flatMap(word -> Worded.ofWord(PainQuality.class, "quality", word).stream())
                .distinct()
                .sorted()
                .toList();
    }
}
