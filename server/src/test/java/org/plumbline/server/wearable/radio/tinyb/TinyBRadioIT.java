package org.plumbline.server.wearable.radio.tinyb;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.plumbline.server.wearable.radio.BluezRadioContract;
import org.plumbline.server.wearable.radio.ChildProcessRadio;
import org.plumbline.server.wearable.radio.Radio;

/** The contract of radios, kept by the real natives of TinyB in a process of their own. */
class TinyBRadioIT extends BluezRadioContract {
    private static final UUID BATTERY_LEVEL = UUID.fromString("00002a19-0000-1000-8000-00805f9b34fb");

    @Override
    protected Optional<String> missingHere() {
        Optional<String> reason = Optional.ofNullable(TinyBNatives.load());
        // on a processor without natives nothing can be installed
        Assumptions.assumeTrue(reason.isEmpty() || reason.get().contains("apt install"), () -> reason.orElse(""));
        return reason;
    }

    @Override
    protected Radio radio(String busAddress, int queueCapacity) {
        return new ChildProcessRadio(busAddress, queueCapacity);
    }

    @Test
    void streamsOutliveTheGarbageCollector() throws Exception {
        discoverBoth();
        connect(PELVIS);
        startStream(PELVIS);
        for (int collection = 0; collection < 3; collection++) {
            ChildProcessRadio.collectGarbage(session);
            long before = pelvis.framesSent();
            events.await("frames", () -> pelvis.framesSent() >= before + 15);
        }
        stopStream(PELVIS);
        assertNoFrameMissing(PELVIS, pelvis);
    }

    @Test
    void theBatteryThatBluezKeepsToItselfIsNotToBeHad() {
        discoverBoth();
        connect(PELVIS);
        assertRefused(session.read(PELVIS, BATTERY_LEVEL), "no characteristic");
    }
}
