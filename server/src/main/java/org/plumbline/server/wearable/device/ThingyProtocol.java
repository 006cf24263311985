package org.plumbline.server.wearable.device;

import java.util.UUID;
import org.plumbline.core.imu.ImuSampleSink;
import org.plumbline.core.packet.DeviceFamily;
import org.plumbline.core.packet.PacketDecoder;
import org.plumbline.core.packet.ThingyCommands;
import org.plumbline.core.packet.ThingyDecoder;
import org.plumbline.server.wearable.LinkException;

/** A Nordic Thingy:52: raw data, which begins when it is subscribed to. What rate it keeps is its own affair. */
final class ThingyProtocol extends SensorProtocol {
    private static final UUID MOTION = uuid("ef680401-9b35-4933-9b10-52ffa9740042");
    private static final int RATE_HZ = 100;

    /** Place of the rate in the motion configuration. */
    private static final int RATE_AT = 6;

    private final ThingyDecoder decoder;

    ThingyProtocol(ImuSampleSink sink) {
        super(DeviceFamily.THINGY_52);
        decoder = new ThingyDecoder(0, RATE_HZ, sink);
    }

    /** What it really keeps is anybody's guess (50 to 120 Hz were seen where 200 were asked for). */
    @Override
    public double rateHz() {
        return Double.NaN;
    }

    @Override
    public PacketDecoder decoder() {
        return decoder;
    }

    @Override
    public void begin(SensorTalk talk) throws LinkException, InterruptedException {
        talk.write(MOTION, ThingyCommands.motionRate(RATE_HZ));
        byte[] set = talk.read(MOTION);
        if (set.length <= RATE_AT || (set[RATE_AT] & 0xFF) != RATE_HZ) {
            throw new LinkException("it did not take the rate of 100 samples a second");
        }
        talk.subscribe(family().stream());
        watchBattery(talk);
    }

    @Override
    public void tend(SensorTalk talk) throws InterruptedException {
        if (isBatteryDue()) {
            readBattery(talk, BATTERY_LEVEL);
        }
    }
}
