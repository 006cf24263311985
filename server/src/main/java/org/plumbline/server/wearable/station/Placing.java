package org.plumbline.server.wearable.station;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.wearable.SensorsInUseException;
import org.plumbline.server.web.Words;

/** Placing by tapping as a person sees it: what to do, whether it is waited for, what came of it. Any thread. */
final class Placing {
    private final Executor executor;
    private final BiConsumer<WantedSensor, WantedSensor> places;
    private @Nullable TapPlacing waiting;
    private PlacingStatus status = PlacingStatus.NONE;

    /**
     * @param executor carries out what comes of a tap, which is felt on the thread of the radio
     * @param places says of two sensors that the first sits above the second; throws {@link NoSuchSensorException}
     *     or {@link SensorsInUseException} where that cannot be
     */
    Placing(Executor executor, BiConsumer<WantedSensor, WantedSensor> places) {
        this.executor = executor;
        this.places = places;
    }

    /** Waits for a tap on one of two sensors that stream. */
    synchronized void begin(List<WantedSensor> streaming) {
        if (streaming.size() != 2) {
            throw new SensorStateException(Words.say("sensors.tap.two", streaming.size()));
        }
        end(new PlacingStatus(true, Words.say("sensors.tap")));
        TapPlacing begun = new TapPlacing(streaming.get(0).stream, streaming.get(1).stream, new TapPlacing.Listener() {
            @Override
            public void tapped(int index) {
                executor.execute(() -> place(streaming.get(index), streaming.get(1 - index)));
            }

            @Override
            public void unclear() {
                executor.execute(() -> say(Words.say("sensors.tap.both")));
            }
        });
        waiting = begun;
        begun.begin();
    }

    private void place(WantedSensor upper, WantedSensor lower) {
        try {
            places.accept(upper, lower);
            end(new PlacingStatus(false, Words.say("sensors.tap.placed", upper.sensor.name(), lower.sensor.name())));
        } catch (NoSuchSensorException | SensorsInUseException refused) {
            end(new PlacingStatus(false, String.valueOf(refused.getMessage())));
        }
    }

    private synchronized void say(String message) {
        status = new PlacingStatus(waiting != null, message);
    }

    void stop() {
        end(PlacingStatus.NONE);
    }

    private synchronized void end(PlacingStatus next) {
        TapPlacing ending = waiting;
        waiting = null;
        status = next;
        if (ending != null) {
            ending.end();
        }
    }

    synchronized PlacingStatus status() {
        return status;
    }

    /** Now and then: nobody waits for ever. */
    synchronized void lookAfter(long nowNanos) {
        TapPlacing begun = waiting;
        if (begun != null && begun.isPatienceOver(nowNanos)) {
            end(new PlacingStatus(false, Words.say("sensors.tap.none")));
        }
    }
}
