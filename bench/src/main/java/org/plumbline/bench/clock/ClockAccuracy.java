package org.plumbline.bench.clock;

import java.io.PrintStream;
import java.util.List;
import org.plumbline.bench.clock.LinkCase.Away;

/** How far apart in time two sensors are said to be at one moment, on simulated links. */
public final class ClockAccuracy {
    private static final int REPETITIONS = 60;
    private static final double START_S = 1;
    private static final double KNOWN_FROM_S = 20;

    private final PrintStream out;

    public ClockAccuracy(PrintStream out) {
        this.out = out;
    }

    public void print() {
        out.println("## Two sensors, two clocks\n");
        out.println(
                "| link | first packet | regression | the line, from 20 s on | largest | its first 20 s | absolute |");
        out.println("|---|---|---|---|---|---|---|");
        for (LinkCase link : cases()) {
            printRow(link);
        }
        out.println();
        printAway();
    }

    private static List<LinkCase> cases() {
        LinkCase timu = LinkCase.of("104 Hz, 8 samples, 30 ms", Wearable.STAMPED, 104, 8, 30);
        LinkCase locked = LinkCase.of("100 Hz, 10 samples, 30 ms (phase-locked)", Wearable.STAMPED, 100, 10, 30);
        LinkCase witMotion = LinkCase.of("WitMotion 99.26 Hz, 4 samples, 30 ms", Wearable.WITMOTION, 99.26, 4, 30);
        LinkCase dot = LinkCase.of("DOT 60 Hz, 1 sample, 30 ms", Wearable.DOT, 60, 1, 30);
        return List.of(
                timu,
                LinkCase.of("104 Hz, 8 samples, 15 ms", Wearable.STAMPED, 104, 8, 15),
                locked,
                locked.withBeaconsASecond(4).named("the same, four beacons a second (TIMU)"),
                LinkCase.of("100 Hz, 5 samples, 15 ms (phase-locked)", Wearable.STAMPED, 100, 5, 15),
                LinkCase.of("100 Hz, 10 samples, 7.5 ms (phase-locked)", Wearable.STAMPED, 100, 10, 7.5),
                LinkCase.of("Movesense 52 Hz, 4 samples, 30 ms, whole ms", Wearable.MOVESENSE, 52, 4, 30),
                dot,
                witMotion,
                witMotion.withRateSpread(0.003).named("the same, rates 0.3 % apart"),
                witMotion.withLossesAMinute(2).named("the same, 12 samples lost twice a minute"),
                timu.onOneClock().named("104 Hz, 8 samples, 30 ms, synchronised"),
                locked.onOneClock().named("100 Hz, 10 samples, 30 ms (phase-locked), synchronised"),
                dot.onOneClock().named("DOT 60 Hz, 1 sample, 30 ms, synchronised"));
    }

    private void printRow(LinkCase link) {
        Percentiles firstPacket = new Percentiles();
        Percentiles regression = new Percentiles();
        Percentiles known = new Percentiles();
        Percentiles early = new Percentiles();
        Percentiles absolute = new Percentiles();
        for (int repetition = 0; repetition < REPETITIONS; repetition++) {
            List<Notification> notifications = TwoSensors.notifications(link, 1 + repetition);
            PlainEstimates.firstPacket(notifications).addRelativeMs(KNOWN_FROM_S, TwoSensors.LENGTH_S, firstPacket);
            PlainEstimates.regression(notifications).addRelativeMs(KNOWN_FROM_S, TwoSensors.LENGTH_S, regression);
            TimeErrors errors = MappedTimes.of(link, notifications);
            errors.addRelativeMs(KNOWN_FROM_S, TwoSensors.LENGTH_S, known);
            errors.addRelativeMs(START_S, KNOWN_FROM_S, early);
            errors.addAbsoluteMs(KNOWN_FROM_S, TwoSensors.LENGTH_S, absolute);
        }
        out.printf(
                "| %s | %s | %s | **%s** | %.1f | %s | %s |%n",
                link.name(), firstPacket, regression, known, known.of(1), early, absolute);
    }

    private void printAway() {
        out.println("### One sensor away for three seconds, after a minute\n");
        double[] afterS = {0, 1, 2, 5, 10, 20, 30, 57};
        out.print("| link | before |");
        for (int index = 1; index < afterS.length; index++) {
            out.printf(" %.0f–%.0f s |", afterS[index - 1], afterS[index]);
        }
        out.println("\n|---|" + "---|".repeat(afterS.length));
        LinkCase timu = LinkCase.of("104 Hz, 8 samples, 30 ms", Wearable.STAMPED, 104, 8, 30);
        LinkCase locked = LinkCase.of("100 Hz, 10 samples, 30 ms (phase-locked)", Wearable.STAMPED, 100, 10, 30);
        for (LinkCase link : List.of(timu, locked)) {
            printAway(link.with(Away.CLOCK_WENT_ON).named(link.name() + ", its clock went on"), afterS);
            printAway(link.with(Away.CLOCK_BEGAN_ANEW).named(link.name() + ", its clock began anew"), afterS);
        }
        out.println();
    }

    private void printAway(LinkCase link, double[] afterS) {
        double backS = TwoSensors.AWAY_FROM_S + TwoSensors.AWAY_S;
        Percentiles[] parts = new Percentiles[afterS.length];
        for (int index = 0; index < parts.length; index++) {
            parts[index] = new Percentiles();
        }
        for (int repetition = 0; repetition < REPETITIONS; repetition++) {
            TimeErrors errors = MappedTimes.of(link, TwoSensors.notifications(link, 1 + repetition));
            errors.addRelativeMs(KNOWN_FROM_S, TwoSensors.AWAY_FROM_S, parts[0]);
            for (int index = 1; index < parts.length; index++) {
                errors.addRelativeMs(backS + afterS[index - 1], backS + afterS[index], parts[index]);
            }
        }
        out.print("| " + link.name());
        for (Percentiles part : parts) {
            out.print(" | " + part);
        }
        out.println(" |");
    }
}
