package org.plumbline.core.packet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;

class TimuMessagesTest {
    @Test
    void readsInfo() {
        TimuInfo info = TimuPackets.info(TimuPackets.INFO);
        assertEquals(0, info.minor());
        assertEquals(7, info.configurationEpoch());
        assertEquals(104.0, info.rateHz());
        assertEquals(8, info.batch());
        assertEquals(List.of(52.0, 104.0, 208.0), info.ratesHz());
        assertEquals(1, info.sensors().size());
        TimuSensor sensor = info.sensors().get(0);
        assertEquals(1, sensor.chip());
        assertEquals(0.0023928226, sensor.ms2PerLsb(), 1e-5 * 0.0023928226);
        assertEquals(0.0012217305, sensor.radPerSPerLsb(), 1e-5 * 0.0012217305);
        assertEquals(8.0, sensor.accelerationRangeG());
        assertEquals(2000, sensor.angularRateRangeDegPerS());
        assertEquals(32760, sensor.accelerationClip());
        assertEquals(32760, sensor.angularRateClip());
        assertEquals(2.5, sensor.groupDelayMs());
    }

    @Test
    void readsInfoThatALaterMinorVersionMadeLonger() {
        byte[] longer = Bytes.join(TimuPackets.INFO, Bytes.hex("0102"));
        assertEquals(TimuPackets.info(TimuPackets.INFO), TimuPackets.info(longer));
    }

    @Test
    void readsNoInfoThatIsCutOrOfAnotherVersionOrHasAnImpossibleScale() {
        for (int length = 0; length < TimuPackets.INFO.length; length++) {
            assertNull(TimuInfo.read(TimuPackets.INFO, 0, length), length + " bytes");
        }
        assertNull(TimuInfo.read(changed(0, 2), 0, 34), "major version 2");
        assertNull(TimuInfo.read(changed(19, 0xFF), 0, 34), "a negative scale");
        assertNull(TimuInfo.read(changed(14, 4), 0, 34), "a fifth sensor");
        assertNull(TimuInfo.read(changed(3, 0), 0, 34), "no sensor");
    }

    @Test
    void writesATimeRequestAndReadsItsReplyAndABeacon() {
        assertArrayEquals(Bytes.hex("010500401e18240a0600"), TimuTimeSync.request(5, 1_700_000_000_000_000L));
        byte[] reply = Bytes.hex("8105809698000000000038010000");
        byte[] beacon = Bytes.hex("82008096980000000000e8030000");
        assertEquals(new TimuTimeSync.Reply(5, 10_000_000, 312), TimuTimeSync.Reply.read(reply, 0, reply.length));
        assertEquals(new TimuTimeSync.Beacon(10_000_000, 1000), TimuTimeSync.Beacon.read(beacon, 0, beacon.length));
        assertNull(TimuTimeSync.Reply.read(beacon, 0, beacon.length));
        assertNull(TimuTimeSync.Beacon.read(beacon, 0, beacon.length - 1));
    }

    @Test
    void writesRequestsToTheControlPointAndReadsTheReply() {
        assertArrayEquals(Bytes.hex("01010800"), TimuControl.start(1, 8));
        assertArrayEquals(Bytes.hex("02"), TimuControl.stop());
        assertArrayEquals(Bytes.hex("03012003d007"), TimuControl.setRange(1, 8, 2000));
        assertArrayEquals(Bytes.hex("060c001800"), TimuControl.setConnection(12, 24));
        byte[] reply = Bytes.hex("81000108");
        assertEquals(new TimuControl.Reply(0x01, TimuControl.Status.OK, 1, 8), TimuControl.Reply.read(reply, 0, 4));
        assertEquals(
                new TimuControl.Reply(0x02, TimuControl.Status.BUSY, -1, -1),
                TimuControl.Reply.read(Bytes.hex("8203"), 0, 2));
        assertEquals(
                new TimuControl.Reply(0x7F, TimuControl.Status.OTHER, -1, -1),
                TimuControl.Reply.read(Bytes.hex("ff77"), 0, 2));
        assertNull(TimuControl.Reply.read(Bytes.hex("01000108"), 0, 4));
    }

    private static byte[] changed(int at, int value) {
        byte[] bytes = TimuPackets.INFO.clone();
        bytes[at] = (byte) value;
        return bytes;
    }
}
