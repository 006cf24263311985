package org.plumbline.server.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plumbline.core.AnalysisResult;
import org.plumbline.server.web.Words;

/** What went wrong with the sensors of a set: said before anything else, because everything else rests on them. */
final class SetTrouble {
    /** A sensor that lost more than this of its samples is named, percent. */
    private static final double MUCH_LOST_PERCENT = 10;

    private SetTrouble() {}

    /** Words for each trouble; empty where there was none. */
    static List<String> of(AnalysisResult analysis) {
        Set<String> said = Stream.of(
                        analysis.calibration().messages(), analysis.quality().messages())
                .flatMap(List::stream)
                .collect(Collectors.toSet());
        List<String> troubles = new ArrayList<>();
        if (has(said, "look swapped")) {
            troubles.add(Words.say("set.trouble.swapped"));
        }
        if (has(said, "sent nothing after")) {
            troubles.add(Words.say("set.trouble.lost"));
        } else if (analysis.quality().sensors().stream().anyMatch(sensor -> sensor.lostPercent() > MUCH_LOST_PERCENT)) {
            troubles.add(Words.say("set.trouble.holes"));
        }
        if (has(said, "one and the same values")) {
            troubles.add(Words.say("set.trouble.frozen"));
        }
        if (has(said, "gravity is 9.81")) {
            troubles.add(Words.say("set.trouble.scale"));
        }
        return troubles;
    }

    private static boolean has(Set<String> messages, String part) {
        return messages.stream().anyMatch(message -> message.contains(part));
    }
}
