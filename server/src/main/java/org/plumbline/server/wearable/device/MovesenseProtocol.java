package org.plumbline.server.wearable.device;

import java.time.Duration;
import java.util.UUID;
import org.plumbline.core.imu.ImuSampleSink;
import org.plumbline.core.packet.DeviceFamily;
import org.plumbline.core.packet.MovesenseCommands;
import org.plumbline.core.packet.MovesenseDecoder;
import org.plumbline.core.packet.PacketDecoder;
import org.plumbline.server.wearable.LinkException;

/** A Movesense sensor by its GATT sensor data protocol, version 1.0: both streams at 104 Hz. */
final class MovesenseProtocol extends SensorProtocol {
    private static final UUID COMMANDS = uuid("34800001-7185-4d5d-b431-630e7050e8f0");
    private static final int RATE_HZ = 104;
    private static final int STREAM = 0x63;
    private static final int BATTERY = 0x64;
    private static final int RESPONSE = 1;
    private static final int OK = 200;
    private static final int OVERRUN = 429;
    private static final Duration REPLY = Duration.ofSeconds(2);

    private final MovesenseDecoder decoder;

    MovesenseProtocol(ImuSampleSink sink) {
        super(DeviceFamily.MOVESENSE);
        decoder = new MovesenseDecoder(0, STREAM, RATE_HZ, sink);
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
        talk.subscribe(family().stream());
        long before = samples();
        talk.write(COMMANDS, MovesenseCommands.subscribe(STREAM, RATE_HZ));
        if (!talk.await(REPLY, () -> status() != 0 || samples() > before)) {
            throw new LinkException("it did not answer the request to stream");
        }
        if (status() == OVERRUN) {
            throw new LinkException("it is overrun with requests: take it off the strap and put it on again");
        }
        if (status() != 0 && status() != OK) {
            throw new LinkException("it refused to stream (status " + status() + "): its software may be too old");
        }
        talk.write(COMMANDS, MovesenseCommands.battery(BATTERY));
    }

    @Override
    public void tend(SensorTalk talk) throws LinkException, InterruptedException {
        if (isBatteryDue()) {
            talk.write(COMMANDS, MovesenseCommands.battery(BATTERY));
        }
    }

    private int status() {
        synchronized (this) {
            return decoder.status();
        }
    }

    private long samples() {
        synchronized (this) {
            return decoder.counts().samples();
        }
    }

    @Override
    public void heard(UUID characteristic, byte[] value, long arrivalMicros) {
        boolean ofBattery = value.length > 4 && value[0] == RESPONSE && value[1] == BATTERY;
        if (ofBattery) {
            battery(value[4]);
        } else {
            super.heard(characteristic, value, arrivalMicros);
        }
    }

    @Override
    public void end(SensorTalk talk) throws LinkException, InterruptedException {
        talk.write(COMMANDS, MovesenseCommands.unsubscribe(STREAM));
    }
}
