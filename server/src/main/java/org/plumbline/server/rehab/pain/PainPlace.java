package org.plumbline.server.rehab.pain;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plumbline.server.web.Words;

/** Where it hurts: a region and a side. */
public record PainPlace(BodyRegion region, BodySide side) {
    public PainPlace {
        if (side == BodySide.MIDDLE && !region.hasMiddle()) {
            throw new IllegalArgumentException(Words.say("pain.place.no.middle", region.word()));
        }
    }

    /** As it is stored and sent: {@code lower_back:left}. */
    public String word() {
        return region.word() + ":" + side.word();
    }

    /** Every place there is, in the order of the list. */
    public static List<PainPlace> all() {
        return Arrays.stream(BodyRegion.values())
                .flatMap(region -> Arrays.stream(BodySide.values())
                        .filter(side -> side != BodySide.MIDDLE || region.hasMiddle())
                        .map(side -> new PainPlace(region, side)))
                .toList();
    }

    /**
     * The place of that word.
     *
     * @throws IllegalArgumentException where it names none; the message is for the person
     */
    public static PainPlace ofWord(String word) {
        String[] parts = word.strip().split(":");
        if (parts.length != 2) {
            throw new IllegalArgumentException(Words.say("pain.place.refused"));
        }
        return new PainPlace(
                Worded.ofWord(BodyRegion.class, "region", parts[0]).orElseThrow(PainPlace::empty),
                Worded.ofWord(BodySide.class, "side", parts[1]).orElseThrow(PainPlace::empty));
    }

    private static IllegalArgumentException empty() {
        return new IllegalArgumentException(Words.say("pain.place.refused"));
    }

    static String join(Collection<PainPlace> places) {
        return places.stream().map(PainPlace::word).collect(Collectors.joining(","));
    }

    static List<PainPlace> split(String words) {
        return Stream.of(words.split(","))
                .filter(word -> !word.isBlank())
                .map(PainPlace::ofWord)
                .distinct()
                .toList();
    }
}
