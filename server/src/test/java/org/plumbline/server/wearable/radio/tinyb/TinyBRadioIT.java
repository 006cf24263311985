package org.plumbline.server.wearable.radio.tinyb;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.plumbline.server.wearable.gateway.GatewayHouse;
import org.plumbline.server.wearable.peer.BluezPeer;
import org.plumbline.server.wearable.radio.BluezRadioContract;
import org.plumbline.server.wearable.radio.Radio;
import org.plumbline.server.wearable.radio.RadioState;

/** The contract of radios, kept by the real natives of TinyB in a real gateway process behind a real socket. */
class TinyBRadioIT extends BluezRadioContract {
    private static final UUID BATTERY_LEVEL = UUID.fromString("00002a19-0000-1000-8000-00805f9b34fb");

    private final List<GatewayHouse> houses = new CopyOnWriteArrayList<>();

    @Override
    protected Optional<String> missingHere() {
        Optional<String> reason = Optional.ofNullable(TinyBNatives.load());
        // on a processor without natives nothing can be installed
        Assumptions.assumeTrue(reason.isEmpty() || reason.get().contains("apt install"), () -> reason.orElse(""));
        return reason;
    }

    @Override
    protected Radio radio(String busAddress, int queueCapacity) {
        GatewayHouse house = new GatewayHouse(TinyBRadio.KIND, busAddress, queueCapacity);
        houses.add(house);
        return house;
    }

    @AfterEach
    void closeHouses() {
        houses.forEach(GatewayHouse::close);
    }

    @Test
    void streamsOutliveTheGarbageCollector() throws Exception {
        discoverBoth();
        connect(PELVIS);
        startStream(PELVIS);
        for (int collection = 0; collection < 3; collection++) {
            Process collected = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            Long.toString(houses.get(0).processId()),
                            "GC.run")
                    .start();
            Assertions.assertEquals(0, collected.waitFor());
            long before = pelvis.framesSent();
            events.await("frames", () -> pelvis.framesSent() >= before + 15);
        }
        stopStream(PELVIS);
        assertNoFrameMissing(PELVIS, pelvis);
    }

    @Test
    void theBatteryThatBluezKeepsFromTinyBIsAskedOfBluezItself() throws Exception {
        discoverBoth();
        connect(PELVIS);
        pelvis.batteryPercent(73);
        Assertions.assertArrayEquals(new byte[] {73}, get(session.read(PELVIS, BATTERY_LEVEL)));
    }

    @Test
    void theDeathOfTheBusEndsTheProcessAndAnotherTakesItsPlaceWhenTheBusIsBack() throws Exception {
        discoverBoth();
        connect(PELVIS);
        long first = houses.get(0).processId();
        int mark = events.mark();
        bus.kill();
        events.awaitRadio(mark, RadioState.LOST);
        bus.revive();
        bluez = BluezPeer.on(bus, List.of(pelvis, thorax));
        events.awaitRadio(mark, RadioState.READY);

        Assertions.assertNotEquals(first, houses.get(0).processId());
        discoverAgain();
        connect(PELVIS);
        startStream(PELVIS);
        long before = pelvis.framesSent();
        events.await("frames after it", () -> pelvis.framesSent() >= before + 10);
        stopStream(PELVIS);
        assertNoFrameMissing(PELVIS, pelvis);
    }
}
