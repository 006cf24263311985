package org.plumbline.server.live;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.training.FormWords;
import org.plumbline.server.training.HoldWords;
import org.plumbline.server.web.Words;

/**
 * How a running set stands for whoever looks across the room: what is done now, and what has been flagged in it, which a clean
 * repetition does not wipe away.
 *
 * @param repetitions repetitions so far; the one that waits for a second like it and the hold that is held are among them
 * @param level state of the repetition that runs or was the last: 0 to 3, -1 not assessed, null where none was begun
 * @param word one word where there is one, or null
 * @param holding what is to be said of the posture that is held, or was held last and is not known to count yet; else null
 * @param flagged repetitions with a caution or more, the hold that is held among them
 * @param worst highest level among these, or null
 * @param found how many they are and the worst of them, in words, or null
 */
record BoardState(
        int repetitions,
        @Nullable Integer level,
        @Nullable String word,
        @Nullable String holding,
        long flagged,
        @Nullable Integer worst,
        @Nullable String found) {
    private static final int CAUTION = 2;

    /** @param clockS the newest moment of the set's clock, which stands still where no samples come */
    static BoardState of(LiveSnapshot snapshot, double clockS) {
        int counted = snapshot.repetitions().size();
        @Nullable LiveHold hold = openHold(snapshot);
        @Nullable Integer level = hold == null ? level(snapshot) : strongest(flagsOf(snapshot, hold));
        List<LiveFlag> flagged = snapshot.flags().stream()
                .filter(flag -> flag.level() >= CAUTION)
                // what is flagged of a movement that runs, or that was none, is no repetition yet
                .filter(flag -> flag.repetition() <= counted || (hold != null && flag.repetition() == hold.number()))
                .toList();
        long repetitions =
                flagged.stream().mapToInt(LiveFlag::repetition).distinct().count();
        Optional<LiveFlag> worst = flagged.stream().max(Comparator.comparingInt(LiveFlag::level));
        return new BoardState(
                // one that waits for a second like it shows as on the lifter's own screen
                Math.max(Math.max(counted, snapshot.next() - 1), hold == null ? 0 : hold.number()),
                level,
                level == null || level < CAUTION ? null : word(snapshot.cue(), hold == null ? counted : hold.number()),
                hold == null ? null : said(hold, snapshot, clockS),
                repetitions,
                worst.map(LiveFlag::level).orElse(null),
                worst.map(flag -> found(repetitions, snapshot.holds(), flag)).orElse(null));
    }

    /** The cue, where it is of that repetition or a later one. */
    private static @Nullable String word(@Nullable LiveCue cue, int repetition) {
        return cue != null && cue.repetition() >= repetition ? cue.word() : null;
    }

    private static String found(long repetitions, boolean holds, LiveFlag worst) {
        return Words.say(
                "board.found",
                HoldWords.say(holds, "board.flagged", repetitions),
                Words.say("board.level." + worst.level()),
                worst.title());
    }

    /** The posture that is held, or that was left and may still count; null where there is none. */
    private static @Nullable LiveHold openHold(LiveSnapshot snapshot) {
        @Nullable LiveHold hold = snapshot.hold();
        boolean open = hold != null
                && snapshot.stage().equals("lifting")
                && (hold.heldS() == null
                        || hold.number() > snapshot.repetitions().size());
        return open ? hold : null;
    }

    private static String said(LiveHold hold, LiveSnapshot snapshot, double clockS) {
        @Nullable Double targetS = snapshot.holdTargetS();
        @Nullable Double heldS = hold.heldS();
        if (heldS != null) {
            return Words.say("board.held", HoldWords.held(heldS, targetS));
        }
        if (snapshot.sensors().stream().anyMatch(SensorHealth::silent)) {
            return Words.say("board.holding.silent");
        }
        int seconds = (int) Math.max(0, Math.floor(clockS - hold.sinceS()));
        if (targetS == null) {
            return Words.say("board.holding", seconds);
        }
        String key = seconds >= targetS ? "board.holding.reached" : "board.holding.of";
        return Words.say(key, seconds, HoldWords.seconds(targetS));
    }

    /** A flag of the repetition that runs speaks first, then what was not seen, then the last repetition. */
    private static @Nullable Integer level(LiveSnapshot snapshot) {
        List<LiveRepetition> repetitions = snapshot.repetitions();
        @Nullable
        Integer running = strongest(snapshot.flags().stream().filter(flag -> flag.repetition() > repetitions.size()));
        @Nullable LiveSilence silence = snapshot.silence();
        if (running == null && silence != null && silence.counted() == repetitions.size()) {
            return FormWords.NOT_ASSESSED;
        }
        if (running != null || repetitions.isEmpty()) {
            return running;
        }
        LiveRepetition last = repetitions.get(repetitions.size() - 1);
        return FormWords.found(last.level(), last.judged());
    }

    private static Stream<LiveFlag> flagsOf(LiveSnapshot snapshot, LiveHold hold) {
        return snapshot.flags().stream().filter(flag -> flag.repetition() == hold.number());
    }

    private static @Nullable Integer strongest(Stream<LiveFlag> flags) {
        return flags.filter(flag -> !flag.logOnly())
                .map(LiveFlag::level)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
