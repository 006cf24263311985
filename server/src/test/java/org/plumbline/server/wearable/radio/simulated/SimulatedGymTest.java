package org.plumbline.server.wearable.radio.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.packet.DeviceSuitability;
import org.plumbline.core.packet.PacketDecoder;
import org.plumbline.core.packet.TimuControl;
import org.plumbline.core.packet.TimuDecoder;
import org.plumbline.core.packet.TimuInfo;
import org.plumbline.core.packet.WitMotionCommands;
import org.plumbline.core.packet.WitMotionDecoder;
import org.plumbline.core.packet.WitMotionRegisters;
import org.plumbline.core.simulation.SimulationScript;
import org.plumbline.server.wearable.radio.ConnectionState;
import org.plumbline.server.wearable.radio.DiscoveredDevice;
import org.plumbline.server.wearable.radio.RadioEvents;
import org.plumbline.server.wearable.radio.RadioSession;

/** The simulated devices, understood by the decoders of the core. */
class SimulatedGymTest {
    private final RadioEvents events = new RadioEvents();
    private final SimulatedGym gym = SimulatedGym.standing(SimulationScript.clean(SimulationScript.DEADLIFT, 2, 1));
    private final List<ImuSample> samples = new ArrayList<>();
    private RadioSession session;

    @BeforeEach
    void open() throws Exception {
        session = gym.radio().open(events);
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void aScanTellsSensorsThatCanBeUsedAndAChestStrapThatCannot() {
        assertEquals(
                DeviceSuitability.Verdict.CONFIRMED,
                heard(SimulatedGym.TIMU_PELVIS).verdict());
        assertEquals(
                DeviceSuitability.Verdict.CONFIRMED,
                heard(SimulatedGym.WITMOTION_THORAX).verdict());
        DeviceSuitability strap = heard(SimulatedGym.CHEST_STRAP);
        assertEquals(DeviceSuitability.Verdict.UNSUITABLE, strap.verdict());
        assertTrue(strap.reason().contains("gyroscope"), strap.reason());
    }

    private DeviceSuitability heard(String address) {
        session.startScan();
        DiscoveredDevice device = events.awaitDiscovered(address);
        return DeviceSuitability.ofAdvertisement(device.name(), device.serviceUuids());
    }

    @Test
    void aWitMotionSendsTenSamplesASecondUntilItIsSetToAHundredAndIsDecodedWithoutLoss() throws Exception {
        connect(SimulatedGym.WITMOTION_PELVIS);
        get(session.subscribe(SimulatedGym.WITMOTION_PELVIS, WitMotionPeripheral.STREAM));
        // locked: nothing happens
        command(WitMotionCommands.rate(WitMotionCommands.Rate.HZ_100));
        events.await("slow frames", () -> frames().size() >= 5);
        assertTrue(frames().stream().allMatch(frame -> frame.value().length == 20));
        double slowS = seconds(frames().get(0), frames().get(4)) / 4;
        assertEquals(0.1, slowS, 0.04);

        command(WitMotionCommands.unlock());
        command(WitMotionCommands.sixAxisAlgorithm());
        command(WitMotionCommands.plainContent());
        command(WitMotionCommands.bandwidth42Hz());
        command(WitMotionCommands.rate(WitMotionCommands.Rate.HZ_100));
        command(WitMotionCommands.read(WitMotionRegisters.RATE));
        int fastFrom = frames().size();
        events.await("seconds of samples", () -> frames().size() >= fastFrom + 110);
        command(WitMotionCommands.read(WitMotionRegisters.BATTERY));
        int last = frames().size();
        events.await("the reply", () -> frames().size() > last);

        List<RadioEvents.Heard> fast = frames().stream().skip(fastFrom).toList();
        WitMotionDecoder decoder =
                new WitMotionDecoder(0, WitMotionCommands.Rate.HZ_100, sample -> samples.add(sample.copy()));
        decode(decoder, fast);
        assertTrue(decoder.counts().nothingDropped());
        assertEquals(0, decoder.counts().lostSamples());
        assertEquals(10_075, decoder.periodMicros(), 30);
        long data = fast.stream().filter(one -> one.value()[1] == 0x61).count();
        assertTrue(data >= 108 && samples.size() == 4 * data, data + " frames, " + samples.size() + " samples");
        assertStanding();
        WitMotionRegisters battery = decoder.registers();
        assertEquals(WitMotionRegisters.BATTERY, battery.first());
        assertEquals(100, WitMotionRegisters.batteryPercent(battery.value()));
    }

    @Test
    void aTimuIsDecodedWithoutLossAndATapIsFelt() throws Exception {
        connect(SimulatedGym.TIMU_THORAX);
        byte[] bytes = get(session.read(SimulatedGym.TIMU_THORAX, TimuFrames.INFO));
        TimuInfo info = TimuInfo.read(bytes, 0, bytes.length);
        get(session.subscribe(SimulatedGym.TIMU_THORAX, TimuFrames.STREAM));
        get(session.write(SimulatedGym.TIMU_THORAX, TimuFrames.CONTROL, TimuControl.start(0, 8)));
        events.await("a second", () -> timuFrames().size() >= 13);
        gym.tap(SimulatedGym.TIMU_THORAX);
        events.await("another one", () -> timuFrames().size() >= 26);
        get(session.write(SimulatedGym.TIMU_THORAX, TimuFrames.CONTROL, TimuControl.stop()));

        TimuDecoder decoder = new TimuDecoder(0, sample -> samples.add(sample.copy()));
        decoder.describe(info);
        decode(decoder, timuFrames());
        assertTrue(decoder.counts().nothingDropped());
        assertEquals(0, decoder.counts().lostSamples());
        assertEquals(timuFrames().size() * 8, samples.size());
        assertTrue(samples.stream().anyMatch(sample -> Math.abs(force(sample) - 9.81) > 10), "the tap");
        samples.subList(96, samples.size()).clear();
        assertStanding();
    }

    private void assertStanding() {
        for (ImuSample sample : samples) {
            assertEquals(9.81, force(sample), 0.6);
            double turning = Math.hypot(Math.hypot(sample.gyrX, sample.gyrY), sample.gyrZ);
            assertTrue(turning < 0.2, "turns at " + turning);
        }
    }

    private static double force(ImuSample sample) {
        return Math.hypot(Math.hypot(sample.accX, sample.accY), sample.accZ);
    }

    private static void decode(PacketDecoder decoder, List<RadioEvents.Heard> notifications) {
        for (RadioEvents.Heard one : notifications) {
            decoder.accept(one.value(), 0, one.value().length, TimeUnit.NANOSECONDS.toMicros(one.receivedNanos()));
        }
        decoder.finish();
    }

    private void connect(String address) {
        session.startScan();
        events.awaitDiscovered(address);
        int mark = events.mark();
        session.connect(address);
        events.awaitState(mark, address, ConnectionState.CONNECTED);
    }

    private void command(byte[] bytes) throws Exception {
        get(session.write(SimulatedGym.WITMOTION_PELVIS, WitMotionPeripheral.COMMANDS, bytes));
    }

    private List<RadioEvents.Heard> frames() {
        return events.heard(SimulatedGym.WITMOTION_PELVIS, WitMotionPeripheral.STREAM);
    }

    private List<RadioEvents.Heard> timuFrames() {
        return events.heard(SimulatedGym.TIMU_THORAX, TimuFrames.STREAM);
    }

    private static double seconds(RadioEvents.Heard from, RadioEvents.Heard to) {
        return (to.receivedNanos() - from.receivedNanos()) / 1e9;
    }

    private static <T> T get(CompletableFuture<T> future) throws Exception {
        return future.get(10, TimeUnit.SECONDS);
    }
}
