package org.plumbline.server.wearable.station;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RadioHearingTest {
    private final long startNanos = System.nanoTime();
    private final RadioHearing hearing = new RadioHearing();

    @Test
    void aSensorIsSilentWhileOthersAreHeard() {
        hearOthers(0, 3000);
        assertEquals(2000, silentMillis(1000, 3000));
        assertEquals(0, silentMillis(3000, 3000), "it was heard just now");
    }

    @Test
    void noSensorIsSilentWhileNothingIsReadOfAnybody() {
        hearOthers(0, 1000);
        assertTrue(silentMillis(980, 4000) <= 20, "the reader has stood still for three seconds");
    }

    @Test
    void afterAStandstillEverySensorHasItsTimeAnew() {
        hearOthers(0, 1000);
        hearOthers(4000, 4300);
        assertEquals(300, silentMillis(980, 4300), "only from where something is heard again");
        hearOthers(4320, 5200);
        assertEquals(1200, silentMillis(980, 5200));
    }

    private void hearOthers(int fromMillis, int toMillis) {
        for (int t = fromMillis; t <= toMillis; t += 20) {
            hearing.heard(at(t));
        }
    }

    private long silentMillis(int lastMillis, int nowMillis) {
        return TimeUnit.NANOSECONDS.toMillis(hearing.silentNanos(at(lastMillis), at(nowMillis)));
    }

    private long at(int millis) {
        return startNanos + TimeUnit.MILLISECONDS.toNanos(millis);
    }
}
