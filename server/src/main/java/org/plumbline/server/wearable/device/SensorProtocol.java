package org.plumbline.server.wearable.device;

import java.util.OptionalInt;
import java.util.UUID;
import org.plumbline.core.imu.ImuSampleSink;
import org.plumbline.core.packet.DeviceFamily;
import org.plumbline.core.packet.PacketDecoder;
import org.plumbline.server.wearable.LinkException;
import org.plumbline.server.wearable.radio.StandardGatt;

/**
 * One sensor as its family wants to be spoken to: how it is set up, read back, and what its notifications mean. Lives as
 * long as the sensor is wanted, over all its connections. Everything but {@link #heard} is called on the sensor's own
 * thread; {@code heard} comes from the radio. Whoever touches the decoder holds the monitor of the protocol.
 */
public abstract class SensorProtocol {
    static final UUID BATTERY_LEVEL = StandardGatt.BATTERY_LEVEL;

    private static final int WHOLE_PERCENT = 100;
    private static final int BATTERY_EVERY_S = 30;

    private final DeviceFamily family;
    private volatile int batteryPercent = -1;
    private int tended;

    SensorProtocol(DeviceFamily family) {
        this.family = family;
    }

    /** The protocol of a family; its samples, of sensor index 0, go to {@code sink}. */
    public static SensorProtocol of(DeviceFamily family, ImuSampleSink sink) {
        return switch (family) {
            case TIMU -> new TimuProtocol(sink);
            case WITMOTION -> new WitMotionProtocol(sink);
            case MOVELLA_DOT -> new DotProtocol(sink);
            case MOVESENSE -> new MovesenseProtocol(sink);
            case CAPTURE2GO -> new Capture2GoProtocol(sink);
            case THINGY_52 -> new ThingyProtocol(sink);
            case POLAR -> new PolarProtocol(sink);
        };
    }

    public final DeviceFamily family() {
        return family;
    }

    /** The rate it was asked for and keeps, samples a second; NaN where nobody knows what it keeps. */
    public abstract double rateHz();

    public abstract PacketDecoder decoder();

    /** Whether it sends no time of its own, so that its decoder made one on the clock of this host. */
    public final boolean isTimedByHost() {
        return family == DeviceFamily.WITMOTION || family == DeviceFamily.THINGY_52;
    }

    /**
     * Sets a freshly connected sensor up, reads back what was set, and has it stream.
     *
     * @throws LinkException where it refuses or does not do what it was told, in words that end "The sensor …:"
     */
    public abstract void begin(SensorTalk talk) throws LinkException, InterruptedException;

    /** What has to be asked again now and then while it streams; called once a second. */
    public void tend(SensorTalk talk) throws LinkException, InterruptedException {}

    /** Has it stop streaming, before it is disconnected on purpose. */
    public void end(SensorTalk talk) throws LinkException, InterruptedException {}

    /** Whether it can be made to blink. */
    public boolean canBlink() {
        return false;
    }

    /** Makes it blink. */
    public void blink(SensorTalk talk) throws LinkException, InterruptedException {
        throw new LinkException("it cannot be made to blink: tap it, and see which line moves");
    }

    /** A notification of any characteristic. */
    public void heard(UUID characteristic, byte[] value, long arrivalMicros) {
        if (characteristic.equals(family.stream())) {
            decoder().accept(value, 0, value.length, arrivalMicros);
        } else if (characteristic.equals(BATTERY_LEVEL) && value.length > 0) {
            battery(value[0]);
        }
    }

    /** Charge as last heard, percent. */
    public OptionalInt batteryPercent() {
        return batteryPercent < 0 ? OptionalInt.empty() : OptionalInt.of(batteryPercent);
    }

    final void battery(int percent) {
        if (percent >= 0 && percent <= WHOLE_PERCENT) {
            batteryPercent = percent;
        }
    }

    /** Reads and watches the standard battery service, which many have and none must have. */
    final void watchBattery(SensorTalk talk) throws InterruptedException {
        readBattery(talk, BATTERY_LEVEL);
        try {
            talk.subscribe(BATTERY_LEVEL);
        } catch (LinkException none) {
            // then it is read now and then
            return;
        }
    }

    /** Its charge is no reason to give up a sensor that streams: where it does not tell it stays unknown, and the page says so. */
    final void readBattery(SensorTalk talk, UUID characteristic) throws InterruptedException {
        try {
            byte[] level = talk.read(characteristic);
            if (level.length > 0) {
                battery(level[0]);
            }
        } catch (LinkException none) {
            return;
        }
    }

    /** Whether it is time to look at the battery, for what is tended once a second. */
    final boolean isBatteryDue() {
        tended++;
        return tended % BATTERY_EVERY_S == 0;
    }

    static UUID uuid(String text) {
        return UUID.fromString(text);
    }
}
