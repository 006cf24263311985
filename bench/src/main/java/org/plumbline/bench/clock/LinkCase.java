package org.plumbline.bench.clock;

/**
 * Two sensors of one kind on two links.
 *
 * @param name in the table
 * @param rateHz samples a second, by the sensors' own crystals
 * @param samples in a notification
 * @param intervalS of the connections' events
 * @param rateSpread the share by which a sensor's rate may differ from it, beside its crystal
 * @param lossesAMinute how often three notifications in a row are never sent
 * @param beaconsASecond how often the sensors tell their time between, at random moments
 * @param oneClock whether both sensors are synchronised and said to be
 * @param away what happens at {@link TwoSensors#AWAY_FROM_S} to the first sensor
 */
record LinkCase(
        String name,
        Wearable wearable,
        double rateHz,
        int samples,
        double intervalS,
        double rateSpread,
        double lossesAMinute,
        double beaconsASecond,
        boolean oneClock,
        Away away) {
    /** A sensor that is away for three seconds. */
    enum Away {
        NEVER,
        CLOCK_WENT_ON,
        CLOCK_BEGAN_ANEW
    }

    static LinkCase of(String name, Wearable wearable, double rateHz, int samples, double intervalMs) {
        return new LinkCase(name, wearable, rateHz, samples, intervalMs / 1000, 0, 0, 0, false, Away.NEVER);
    }

    LinkCase named(String newName) {
        return new LinkCase(
                newName,
                wearable,
                rateHz,
                samples,
                intervalS,
                rateSpread,
                lossesAMinute,
                beaconsASecond,
                oneClock,
                away);
    }

    LinkCase withRateSpread(double share) {
        return new LinkCase(
                name, wearable, rateHz, samples, intervalS, share, lossesAMinute, beaconsASecond, oneClock, away);
    }

    LinkCase withLossesAMinute(double losses) {
        return new LinkCase(
                name, wearable, rateHz, samples, intervalS, rateSpread, losses, beaconsASecond, oneClock, away);
    }

    LinkCase withBeaconsASecond(double beacons) {
        return new LinkCase(
                name, wearable, rateHz, samples, intervalS, rateSpread, lossesAMinute, beacons, oneClock, away);
    }

    LinkCase onOneClock() {
        return new LinkCase(
                name, wearable, rateHz, samples, intervalS, rateSpread, lossesAMinute, beaconsASecond, true, away);
    }

    LinkCase with(Away newAway) {
        return new LinkCase(
                name,
                wearable,
                rateHz,
                samples,
                intervalS,
                rateSpread,
                lossesAMinute,
                beaconsASecond,
                oneClock,
                newAway);
    }
}
