package org.plumbline.server.wearable.radio.recorded;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.packet.PacketDecoder;
import org.plumbline.core.packet.TimuControl;
import org.plumbline.core.packet.TimuDecoder;
import org.plumbline.core.packet.TimuInfo;
import org.plumbline.core.packet.WitMotionCommands;
import org.plumbline.core.packet.WitMotionDecoder;
import org.plumbline.core.packet.WitMotionRegisters;
import org.plumbline.core.simulation.SimulationScript;
import org.plumbline.server.wearable.radio.ConnectionState;
import org.plumbline.server.wearable.radio.Radio;
import org.plumbline.server.wearable.radio.RadioEvents;
import org.plumbline.server.wearable.radio.RadioSession;
import org.plumbline.server.wearable.radio.simulated.SimulatedGym;
import org.plumbline.server.wearable.radio.simulated.TimuFrames;
import org.plumbline.server.wearable.radio.simulated.WitMotionPeripheral;

/** What a radio heard is played again so that whoever connects, sets up, reads back and streams notices nothing. */
class RecordAndReplayTest {
    private static final String TIMU = SimulatedGym.TIMU_PELVIS;
    private static final String WITMOTION = SimulatedGym.WITMOTION_THORAX;
    private static final HexFormat HEX = HexFormat.of();

    private final SimulatedGym gym = SimulatedGym.beginningWithStream(
            SimulationScript.clean(SimulationScript.DEADLIFT, 2, 1).withoutCalibration());

    @TempDir
    Path folder;

    /** Someone who connects two sensors one after the other and streams. */
    private static final class Lifter implements AutoCloseable {
        final RadioEvents events = new RadioEvents();
        final RadioSession session;
        byte[] info = {};

        Lifter(Radio radio) throws Exception {
            session = radio.open(events);
        }

        void connect(String address) {
            session.startScan();
            events.awaitDiscovered(address);
            int mark = events.mark();
            session.connect(address);
            events.awaitState(mark, address, ConnectionState.CONNECTED);
        }

        void startTimu() throws Exception {
            assertTrue(get(session.identifiers(TIMU)).contains(TimuFrames.SERVICE));
            info = get(session.read(TIMU, TimuFrames.INFO));
            get(session.subscribe(TIMU, TimuFrames.CONTROL));
            get(session.subscribe(TIMU, TimuFrames.STREAM));
            int answers = heard(TIMU, TimuFrames.CONTROL).size();
            get(session.write(TIMU, TimuFrames.CONTROL, TimuControl.start(0, 4)));
            events.await("the answer", () -> heard(TIMU, TimuFrames.CONTROL).size() > answers);
        }

        void startWitMotion() throws Exception {
            get(session.subscribe(WITMOTION, WitMotionPeripheral.STREAM));
            for (byte[] command : List.of(
                    WitMotionCommands.unlock(),
                    WitMotionCommands.rate(WitMotionCommands.Rate.HZ_100),
                    WitMotionCommands.read(WitMotionRegisters.RATE))) {
                get(session.write(WITMOTION, WitMotionPeripheral.COMMANDS, command));
            }
            events.await(
                    "the rate read back",
                    () -> heard(WITMOTION, WitMotionPeripheral.STREAM).stream()
                            .anyMatch(one -> one.value()[1] == 0x71 && one.value()[4] == 9));
        }

        void streamUntil(int timuFrames, int witMotionFrames) {
            events.await(
                    "frames",
                    () -> heard(TIMU, TimuFrames.STREAM).size() >= timuFrames
                            && heard(WITMOTION, WitMotionPeripheral.STREAM).size() >= witMotionFrames);
        }

        List<RadioEvents.Heard> heard(String address, UUID characteristic) {
            return events.heard(address, characteristic);
        }

        List<String> bytes(String address, UUID characteristic) {
            return heard(address, characteristic).stream()
                    .map(one -> HEX.formatHex(one.value()))
                    .toList();
        }

        /** When each came after the first of all. */
        List<Long> nanos(String address, UUID characteristic) {
            long first = heard(TIMU, TimuFrames.STREAM).get(0).receivedNanos();
            return heard(address, characteristic).stream()
                    .map(one -> one.receivedNanos() - first)
                    .toList();
        }

        List<String> samples() {
            List<String> samples = new ArrayList<>();
            TimuDecoder timu = new TimuDecoder(0, sample -> samples.add(text(sample)));
            timu.describe(TimuInfo.read(info, 0, info.length));
            decode(timu, heard(TIMU, TimuFrames.STREAM));
            WitMotionDecoder witMotion =
                    new WitMotionDecoder(1, WitMotionCommands.Rate.HZ_100, sample -> samples.add(text(sample)));
            decode(witMotion, heard(WITMOTION, WitMotionPeripheral.STREAM));
            return samples;
        }

        private static String text(ImuSample sample) {
            String time = sample.sensorIndex == 0 ? Long.toString(sample.timeMicros) : "";
            return sample.sensorIndex + " " + time + " " + sample.accX + " " + sample.accY + " " + sample.accZ + " "
                    + sample.gyrX + " " + sample.gyrY + " " + sample.gyrZ + " " + sample.flags;
        }

        private static void decode(PacketDecoder decoder, List<RadioEvents.Heard> notifications) {
            for (RadioEvents.Heard one : notifications) {
                decoder.accept(one.value(), 0, one.value().length, TimeUnit.NANOSECONDS.toMicros(one.receivedNanos()));
            }
            decoder.finish();
        }

        static <T> T get(CompletableFuture<T> future) throws Exception {
            return future.get(10, TimeUnit.SECONDS);
        }

        @Override
        public void close() {
            session.close();
        }
    }

    private Lifter record(Path file) throws Exception {
        try (Lifter lifter = new Lifter(new RecordingRadio(gym.radio(), file))) {
            lifter.connect(TIMU);
            lifter.startTimu();
            lifter.connect(WITMOTION);
            lifter.startWitMotion();
            lifter.streamUntil(60, 30);
            return lifter;
        }
    }

    @Test
    void aReplayGivesTheSameBytesAtTheSamePaceAndTheSameSamples() throws Exception {
        Path file = folder.resolve("field.jsonl");
        Lifter recorded = record(file);
        try (Lifter replayed = new Lifter(new ReplayRadio(file))) {
            replayed.connect(TIMU);
            replayed.startTimu();
            replayed.connect(WITMOTION);
            replayed.startWitMotion();
            replayed.streamUntil(
                    recorded.heard(TIMU, TimuFrames.STREAM).size(),
                    recorded.heard(WITMOTION, WitMotionPeripheral.STREAM).size());
            String end = replayed.events.awaitState(0, TIMU, ConnectionState.DISCONNECTED);
            assertTrue(end.contains("closed") || end.contains("over"), end);

            assertArrayEquals(recorded.info, replayed.info);
            assertSame(recorded, replayed, TIMU, TimuFrames.STREAM);
            assertSame(recorded, replayed, TIMU, TimuFrames.CONTROL);
            assertSame(recorded, replayed, WITMOTION, WitMotionPeripheral.STREAM);
            assertEquals(recorded.samples(), replayed.samples());
        }
    }

    private static void assertSame(Lifter recorded, Lifter replayed, String address, UUID characteristic) {
        assertEquals(recorded.bytes(address, characteristic), replayed.bytes(address, characteristic));
        assertEquals(recorded.nanos(address, characteristic), replayed.nanos(address, characteristic));
    }

    @Test
    void whoeverIsSlowerThanTheRecordingMissesNothing() throws Exception {
        Path file = folder.resolve("field.jsonl");
        Lifter recorded = record(file);
        try (Lifter replayed = new Lifter(new ReplayRadio(file))) {
            replayed.connect(TIMU);
            Awaitility.await().pollDelay(Duration.ofMillis(1200)).until(() -> true);
            replayed.startTimu();
            replayed.streamUntil(recorded.heard(TIMU, TimuFrames.STREAM).size(), 0);

            assertSame(recorded, replayed, TIMU, TimuFrames.STREAM);
            assertSame(recorded, replayed, TIMU, TimuFrames.CONTROL);
        }
    }

    @Test
    void aLinkThatBrokeBreaksAgainAndIsMadeAgain() throws Exception {
        Path file = folder.resolve("field.jsonl");
        Lifter recorded;
        try (Lifter lifter = new Lifter(new RecordingRadio(gym.radio(), file))) {
            recorded = lifter;
            lifter.connect(TIMU);
            lifter.startTimu();
            lifter.streamUntil(20, 0);
            int mark = lifter.events.mark();
            gym.radio().dropConnection(TIMU);
            lifter.events.awaitState(mark, TIMU, ConnectionState.DISCONNECTED);
            lifter.connect(TIMU);
            lifter.startTimu();
            lifter.streamUntil(40, 0);
        }
        try (Lifter replayed = new Lifter(new ReplayRadio(file))) {
            replayed.connect(TIMU);
            replayed.startTimu();
            String told = replayed.events.awaitState(0, TIMU, ConnectionState.DISCONNECTED);
            assertTrue(told.contains("out of reach"), told);
            replayed.connect(TIMU);
            replayed.startTimu();
            replayed.streamUntil(recorded.heard(TIMU, TimuFrames.STREAM).size(), 0);
            assertSame(recorded, replayed, TIMU, TimuFrames.STREAM);
        }
    }

    @Test
    void aRecordingIsNeverWrittenOver() throws Exception {
        Path file = folder.resolve("field.jsonl");
        Files.writeString(file, "mine", StandardCharsets.UTF_8);
        RecordingRadio radio = new RecordingRadio(gym.radio(), file);
        for (int i = 0; i < 2; i++) {
            try (RadioSession session = radio.open(new RadioEvents())) {
                session.stopScan();
            }
        }
        assertEquals("mine", Files.readString(file));
        assertTrue(Files.readString(folder.resolve("field-1.jsonl")).contains("plumbline-notifications"));
        assertTrue(Files.readString(folder.resolve("field-2.jsonl")).contains("plumbline-notifications"));
    }
}
