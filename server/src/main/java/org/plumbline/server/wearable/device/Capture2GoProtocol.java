package org.plumbline.server.wearable.device;

import java.util.OptionalInt;
import java.util.UUID;
import org.plumbline.core.imu.ImuSampleSink;
import org.plumbline.core.packet.Capture2GoDecoder;
import org.plumbline.core.packet.Capture2GoMessages;
import org.plumbline.core.packet.DeviceFamily;
import org.plumbline.core.packet.PacketDecoder;
import org.plumbline.server.wearable.LinkException;

/** A Capture2Go sensor: packed six-axis data at 100 Hz, its charge in its own status messages. */
final class Capture2GoProtocol extends SensorProtocol {
    private static final UUID COMMANDS = uuid("80030002-e629-4c98-9324-aa7fc0c66de7");
    private static final Capture2GoMessages.Rate RATE = Capture2GoMessages.Rate.HZ_100;

    private final Capture2GoDecoder decoder;

    Capture2GoProtocol(ImuSampleSink sink) {
        super(DeviceFamily.CAPTURE2GO);
        decoder = new Capture2GoDecoder(0, sink);
    }

    @Override
    public double rateHz() {
        return RATE.rateHz();
    }

    @Override
    public PacketDecoder decoder() {
        return decoder;
    }

    @Override
    public void begin(SensorTalk talk) throws LinkException, InterruptedException {
        talk.subscribe(family().stream());
        talk.write(COMMANDS, Capture2GoMessages.stopAndClear());
        talk.write(COMMANDS, Capture2GoMessages.measurementMode(RATE, Capture2GoMessages.Synchronisation.NONE, 0));
        talk.write(COMMANDS, Capture2GoMessages.startStreaming());
    }

    @Override
    public OptionalInt batteryPercent() {
        synchronized (this) {
            return decoder.batteryPercent() < 0 ? OptionalInt.empty() : OptionalInt.of(decoder.batteryPercent());
        }
    }

    @Override
    public void end(SensorTalk talk) throws LinkException, InterruptedException {
        talk.write(COMMANDS, Capture2GoMessages.stopAndClear());
    }
}
