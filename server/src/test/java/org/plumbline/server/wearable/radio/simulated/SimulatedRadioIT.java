package org.plumbline.server.wearable.radio.simulated;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plumbline.server.wearable.LinkException;
import org.plumbline.server.wearable.radio.ConnectionState;
import org.plumbline.server.wearable.radio.Radio;
import org.plumbline.server.wearable.radio.RadioContract;
import org.plumbline.server.wearable.radio.RadioWorld;
import org.plumbline.server.wearable.radio.StandardGatt;

/** The contract of radios, kept by the one in memory. */
class SimulatedRadioIT extends RadioContract {
    private SimulatedRadio radio;

    @Override
    protected Optional<String> missing() {
        return Optional.empty();
    }

    @Override
    protected RadioWorld world(List<Peripheral> devices) {
        radio = new SimulatedRadio(devices, SMALL_QUEUE);
        return new SimulatedWorld();
    }

    @Test
    void theBatteryIsReadAndWatched() throws Exception {
        discoverBoth();
        connect(PELVIS);
        assertArrayEquals(new byte[] {90}, get(session.read(PELVIS, StandardGatt.BATTERY_LEVEL)));
        get(session.subscribe(PELVIS, StandardGatt.BATTERY_LEVEL));
        pelvis.batteryPercent(12);
        events.await(
                "low battery",
                () -> events.heard(PELVIS, StandardGatt.BATTERY_LEVEL).size() == 1);
        assertArrayEquals(
                new byte[] {12},
                events.heard(PELVIS, StandardGatt.BATTERY_LEVEL).get(0).value());
    }

    @Test
    void aDeviceThatWasCarriedAwayConnectsAsSoonAsItIsBack() {
        discoverBoth();
        connect(PELVIS);
        int mark = events.mark();
        radio.carryAway(PELVIS);
        events.awaitState(mark, PELVIS, ConnectionState.DISCONNECTED);
        session.connect(PELVIS);
        events.awaitState(mark, PELVIS, ConnectionState.CONNECTING);
        radio.comeBack(PELVIS);
        events.awaitState(mark, PELVIS, ConnectionState.CONNECTED);
    }

    @Test
    void aRadioThatIsGoneSaysSo() {
        assertTrue(radio.probe().usable());
        radio.lose("pulled out");
        assertFalse(radio.probe().usable());
        LinkException refused = assertThrows(LinkException.class, () -> radio.open(events));
        assertTrue(refused.getMessage().contains("pulled out"), refused.getMessage());
    }

    private final class SimulatedWorld implements RadioWorld {
        @Override
        public Radio radio(int queueCapacity) {
            return radio;
        }

        @Override
        public void dropConnection(String address) {
            radio.dropConnection(address);
        }

        @Override
        public void vanish(String address) {
            radio.vanish(address);
        }

        @Override
        public void comeBack(String address) {
            radio.comeBack(address);
        }

        @Override
        public void connectsSlowly(String address, Duration delay) {
            radio.connectsSlowly(address, delay);
        }

        @Override
        public void stopRadio() {
            radio.lose("the radio was pulled out");
        }

        @Override
        public void startRadio() {
            radio.recover();
        }

        @Override
        public void close() {}
    }
}
