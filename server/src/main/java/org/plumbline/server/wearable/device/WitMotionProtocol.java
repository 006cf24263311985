package org.plumbline.server.wearable.device;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.imu.ImuSampleSink;
import org.plumbline.core.packet.DeviceFamily;
import org.plumbline.core.packet.PacketDecoder;
import org.plumbline.core.packet.WitMotionCommands;
import org.plumbline.core.packet.WitMotionCommands.Rate;
import org.plumbline.core.packet.WitMotionDecoder;
import org.plumbline.core.packet.WitMotionRegisters;
import org.plumbline.server.wearable.LinkException;

/**
 * A WitMotion sensor: it streams as soon as notifications are on, at the rate and with the content it was last set to, so
 * both are set and read back. Nothing is saved on the sensor: a power cycle undoes what is set here.
 */
final class WitMotionProtocol extends SensorProtocol {
    private static final UUID COMMANDS = uuid("0000ffe9-0000-1000-8000-00805f9a34fb");
    private static final Rate RATE = Rate.HZ_100;

    /** The vendor's own software leaves as much between two commands. */
    private static final Duration BETWEEN_COMMANDS = Duration.ofMillis(100);

    private static final Duration REPLY = Duration.ofSeconds(1);
    private static final int ATTEMPTS = 3;

    private final WitMotionDecoder decoder;

    WitMotionProtocol(ImuSampleSink sink) {
        super(DeviceFamily.WITMOTION);
        decoder = new WitMotionDecoder(0, RATE, sink);
    }

    @Override
    public double rateHz() {
        return RATE.measuredHz();
    }

    @Override
    public PacketDecoder decoder() {
        return decoder;
    }

    @Override
    public void begin(SensorTalk talk) throws LinkException, InterruptedException {
        talk.subscribe(family().stream());
        command(talk, WitMotionCommands.unlock());
        command(talk, WitMotionCommands.sixAxisAlgorithm());
        command(talk, WitMotionCommands.plainContent());
        command(talk, WitMotionCommands.bandwidth42Hz());
        command(talk, WitMotionCommands.rate(RATE));
        if (readBack(talk, WitMotionRegisters.RATE) != RATE.code()) {
            throw new LinkException("it did not take the rate of 100 samples a second");
        }
        if (readBack(talk, WitMotionRegisters.CONTENT) != 0) {
            throw new LinkException("it sends displacement in place of acceleration and cannot be set right");
        }
        readBattery(talk);
    }

    @Override
    public void tend(SensorTalk talk) throws InterruptedException {
        if (isBatteryDue()) {
            readBattery(talk);
        }
    }

    /** Its charge is no reason to give up a sensor that streams. */
    private void readBattery(SensorTalk talk) throws InterruptedException {
        try {
            battery(WitMotionRegisters.batteryPercent(readBack(talk, WitMotionRegisters.BATTERY)));
        } catch (LinkException unanswered) {
            return;
        }
    }

    private void command(SensorTalk talk, byte[] command) throws LinkException, InterruptedException {
        talk.write(COMMANDS, command);
        talk.pause(BETWEEN_COMMANDS);
    }

    /** The reply stands among the samples and says which register it is of. */
    private int readBack(SensorTalk talk, int register) throws LinkException, InterruptedException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            talk.write(COMMANDS, WitMotionCommands.read(register));
            if (talk.await(REPLY, () -> isOf(register))) {
                WitMotionRegisters read = registers();
                if (read != null && read.first() == register) {
                    return read.value();
                }
            }
        }
        throw new LinkException("it did not answer what register " + Integer.toHexString(register) + " holds");
    }

    private boolean isOf(int register) {
        WitMotionRegisters read = registers();
        return read != null && read.first() == register;
    }

    private @Nullable WitMotionRegisters registers() {
        synchronized (this) {
            return decoder.registers();
        }
    }
}
