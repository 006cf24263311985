package org.plumbline.server.wearable.station;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plumbline.server.wearable.LinkConnection;
import org.plumbline.server.wearable.SampleFrameSink;
import org.plumbline.server.web.Words;

/**
 * The samples of the placed sensors on their way into a set. A sensor that is lost costs what it misses, never the set: the set is
 * told, and told again when it is back.
 */
final class RunningStream implements LinkConnection {
    /** Nobody rests so long with every sensor out of reach: the batteries are empty, or everybody has gone home. */
    private static final Duration ALL_SILENT = Duration.ofMinutes(2);

    /** What is left of a small cell then lasts for a set, not for a session. */
    private static final int LOW_BATTERY_PERCENT = 15;

    private static final int FULL = 100;

    private final SensorStation station;
    private final List<PlacedSensor> sensors;
    private final SampleFrameSink sink;
    private final Map<String, Long> lostSinceNanos = new HashMap<>();
    private final Set<String> toldLow = new HashSet<>();
    private boolean over;

    RunningStream(SensorStation station, List<PlacedSensor> sensors, SampleFrameSink sink) {
        this.station = station;
        this.sensors = sensors;
        this.sink = sink;
    }

    void begin() {
        long originMicros = System.nanoTime() / 1000;
        for (int index = 0; index < sensors.size(); index++) {
            sensors.get(index).stream().attach(sink, index, originMicros);
        }
    }

    /** Of the sensors that take part. */
    List<String> addresses() {
        return sensors.stream().map(sensor -> sensor.sensor().address()).toList();
    }

    /** The state of a sensor has changed. */
    synchronized void changed(String address, SensorState state, String reason) {
        for (PlacedSensor sensor : sensors) {
            if (!over && sensor.sensor().address().equals(address)) {
                tell(sensor, state, reason);
            }
        }
    }

    private void tell(PlacedSensor sensor, SensorState state, String reason) {
        String address = sensor.sensor().address();
        String place = place(sensor);
        switch (state) {
            case STREAMING -> {
                Long since = lostSinceNanos.remove(address);
                if (since != null) {
                    long awayS = Math.round((System.nanoTime() - since) / 1e9);
                    sink.notice(Words.say("sensors.back", place, awayS));
                }
            }
            case LOST -> {
                if (isFirstWordOf(address)) {
                    sink.notice(Words.say("sensors.lost", place, reason));
                }
            }
            case OFF, REFUSED -> {
                if (isFirstWordOf(address)) {
                    sink.notice(Words.say("sensors.off", place));
                }
            }
            case SEARCHING, CONNECTING, CONFIGURING -> {
                // on its way back
            }
        }
    }

    private static String place(PlacedSensor sensor) {
        return Words.say("place.region." + sensor.placement().fileName());
    }

    private boolean isFirstWordOf(String address) {
        return lostSinceNanos.putIfAbsent(address, System.nanoTime()) == null;
    }

    /** Now and then: sees to batteries, and ends the set where no sensor has sent anything for long. */
    void lookAfter(long nowNanos) {
        tellLowBatteries();
        for (PlacedSensor sensor : sensors) {
            if (sensor.stream().silentNanos(nowNanos) < ALL_SILENT.toNanos()) {
                return;
            }
        }
        synchronized (this) {
            if (over) {
                return;
            }
        }
        sink.failed(Words.say("sensors.all.silent", ALL_SILENT.toMinutes()));
        close();
    }

    private synchronized void tellLowBatteries() {
        for (PlacedSensor sensor : sensors) {
            int percent = sensor.stream().protocol().batteryPercent().orElse(FULL);
            if (!over
                    && percent <= LOW_BATTERY_PERCENT
                    && toldLow.add(sensor.sensor().address())) {
                sink.notice(Words.say("sensors.battery.low", place(sensor), percent));
            }
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
        }
        sensors.forEach(sensor -> sensor.stream().detach());
        station.ended(this);
        sink.ended();
    }
}
