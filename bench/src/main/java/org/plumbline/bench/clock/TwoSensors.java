package org.plumbline.bench.clock;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** The notifications of both sensors of a case, in the order in which they arrive. */
final class TwoSensors {
    static final double LENGTH_S = 120;
    static final double AWAY_FROM_S = 60;
    static final double AWAY_S = 3;

    /** What a crystal is off by at most. */
    static final double CRYSTAL = 40e-6;

    private static final int LOST_IN_A_ROW = 3;

    private TwoSensors() {}

    static List<Notification> notifications(LinkCase link, long seed) {
        Random random = new Random(seed);
        List<Notification> all = new ArrayList<>();
        double skew = CRYSTAL * (2 * random.nextDouble() - 1);
        double startS = 1000 * random.nextDouble();
        for (int sensor = 0; sensor < 2; sensor++) {
            if (sensor > 0 && !link.oneClock()) {
                skew = CRYSTAL * (2 * random.nextDouble() - 1);
                startS = 1000 * random.nextDouble();
            }
            addSensor(link, sensor, skew, startS, random, all);
        }
        all.sort(Comparator.comparingLong(Notification::arrivalMicros));
        return all;
    }

    private static void addSensor(
            LinkCase link, int sensor, double skew, double startS, Random random, List<Notification> into) {
        RadioLink radio = new RadioLink(link.intervalS(), random);
        double rateHz = link.rateHz() * (1 + link.rateSpread() * (2 * random.nextDouble() - 1));
        double periodS = 1 / rateHz;
        double phaseS = periodS * link.samples() * random.nextDouble();
        double lossChance = link.lossesAMinute() / 60 * link.samples() * periodS;
        LinkCase.Away away = sensor == 0 ? link.away() : LinkCase.Away.NEVER;
        boolean wasAway = false;
        double anewS = 0;
        int toLose = 0;
        double beaconS = 0;
        for (long first = 0; ; first += link.samples()) {
            double[] deviceS = new double[link.samples()];
            double[] trueS = new double[link.samples()];
            for (int index = 0; index < link.samples(); index++) {
                double elapsedS = phaseS + (first + index) * periodS;
                trueS[index] = elapsedS / (1 + skew);
                deviceS[index] = startS + elapsedS - anewS;
            }
            double readyS = trueS[link.samples() - 1];
            if (readyS > LENGTH_S) {
                return;
            }
            boolean isAway = away != LinkCase.Away.NEVER && trueS[0] > AWAY_FROM_S && readyS < AWAY_FROM_S + AWAY_S;
            if (isAway) {
                wasAway = true;
                continue;
            }
            if (wasAway) {
                wasAway = false;
                away = LinkCase.Away.NEVER;
                radio.connectAnew();
                if (link.away() == LinkCase.Away.CLOCK_BEGAN_ANEW) {
                    anewS = deviceS[0];
                    for (int index = 0; index < link.samples(); index++) {
                        deviceS[index] -= anewS;
                    }
                }
            }
            if (link.beaconsASecond() > 0) {
                while (beaconS < readyS) {
                    double[] saysS = {startS + beaconS * (1 + skew) - anewS};
                    long arrivalMicros = Math.round(radio.arrivalS(beaconS) * 1e6);
                    into.add(new Notification(sensor, arrivalMicros, new double[0], saysS));
                    beaconS += -Math.log(1 - random.nextDouble()) / link.beaconsASecond();
                }
            }
            if (random.nextDouble() < lossChance) {
                toLose = LOST_IN_A_ROW;
            }
            if (toLose > 0) {
                toLose--;
            } else {
                into.add(new Notification(sensor, Math.round(radio.arrivalS(readyS) * 1e6), trueS, deviceS));
            }
        }
    }
}
