package org.plumbline.server.wearable.device;

import java.util.UUID;
import org.plumbline.core.imu.ImuSampleSink;
import org.plumbline.core.packet.DeviceFamily;
import org.plumbline.core.packet.DotCommands;
import org.plumbline.core.packet.DotDecoder;
import org.plumbline.core.packet.DotPayload;
import org.plumbline.core.packet.PacketDecoder;
import org.plumbline.server.wearable.LinkException;

/** A Movella (Xsens) DOT with rate quantities at 60 Hz, each the average over its interval (document XD0506P). */
final class DotProtocol extends SensorProtocol {
    private static final UUID SETTINGS = uuid("15171002-4947-11e9-8646-d663bd873d93");
    private static final UUID MEASUREMENT = uuid("15172001-4947-11e9-8646-d663bd873d93");
    private static final UUID BATTERY = uuid("15173001-4947-11e9-8646-d663bd873d93");
    private static final int RATE_HZ = 60;
    private static final int RATE_AT = 24;
    private static final byte[] BLINK = blinkCommand();

    private final DotDecoder decoder;

    DotProtocol(ImuSampleSink sink) {
        super(DeviceFamily.MOVELLA_DOT);
        decoder = new DotDecoder(0, DotPayload.RATE_QUANTITIES, RATE_HZ, sink);
    }

    private static byte[] blinkCommand() {
        byte[] command = new byte[32];
        command[0] = 1;
        command[1] = 1;
        return command;
    }

    @Override
    public double rateHz() {
        return RATE_HZ;
    }

    @Override
    public PacketDecoder decoder() {
        return decoder;
    }

    @Override
    public void begin(SensorTalk talk) throws LinkException, InterruptedException {
        // a sensor that still measures for somebody else does not take a new rate
        talk.write(MEASUREMENT, DotCommands.stop(DotPayload.RATE_QUANTITIES));
        talk.write(SETTINGS, DotCommands.outputRate(RATE_HZ));
        byte[] settings = talk.read(SETTINGS);
        if (settings.length <= RATE_AT || (settings[RATE_AT] & 0xFF) != RATE_HZ) {
            throw new LinkException("it did not take the rate of 60 samples a second");
        }
        talk.subscribe(family().stream());
        talk.write(MEASUREMENT, DotCommands.start(DotPayload.RATE_QUANTITIES));
        readBattery(talk, BATTERY);
    }

    @Override
    public void tend(SensorTalk talk) throws InterruptedException {
        if (isBatteryDue()) {
            readBattery(talk, BATTERY);
        }
    }

    @Override
    public void end(SensorTalk talk) throws LinkException, InterruptedException {
        talk.write(MEASUREMENT, DotCommands.stop(DotPayload.RATE_QUANTITIES));
    }

    @Override
    public boolean canBlink() {
        return true;
    }

    @Override
    public void blink(SensorTalk talk) throws LinkException, InterruptedException {
        talk.write(SETTINGS, BLINK);
    }
}
