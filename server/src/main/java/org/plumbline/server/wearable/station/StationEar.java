package org.plumbline.server.wearable.station;

import java.util.UUID;
import java.util.function.Supplier;
import org.plumbline.server.wearable.radio.ConnectionState;
import org.plumbline.server.wearable.radio.DiscoveredDevice;
import org.plumbline.server.wearable.radio.RadioListener;
import org.plumbline.server.wearable.radio.RadioState;

/** Hears the radio, on its thread, and passes each thing on to the sensor it is of. Never waits. */
final class StationEar implements RadioListener {
    private final Supplier<StationRadio> radio;
    private final Supplier<SensorRegistry> sensors;

    StationEar(Supplier<StationRadio> radio, Supplier<SensorRegistry> sensors) {
        this.radio = radio;
        this.sensors = sensors;
    }

    @Override
    public void discovered(DiscoveredDevice device) {
        radio.get().discovered(device);
    }

    @Override
    public void state(String address, ConnectionState state, String reason) {
        if (state == ConnectionState.VANISHED) {
            radio.get().forget(address);
        }
        WantedSensor wanted = sensors.get().byAddress(address);
        SensorLoop loop = wanted == null ? null : wanted.loop;
        if (loop != null) {
            loop.told(state, reason);
        }
    }

    @Override
    public void notification(String address, UUID characteristic, byte[] value, long receivedNanos) {
        radio.get().hearing().heard(System.nanoTime());
        WantedSensor wanted = sensors.get().byAddress(address);
        if (wanted != null) {
            wanted.stream.notification(characteristic, value, receivedNanos);
            SensorLoop loop = wanted.loop;
            if (loop != null) {
                loop.heard();
            }
        }
    }

    @Override
    public void radioState(RadioState state, String reason) {
        radio.get().radioState(state, reason);
    }
}
