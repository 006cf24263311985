package org.plumbline.server.wearable.device;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.imu.ImuSampleSink;
import org.plumbline.core.packet.DeviceFamily;
import org.plumbline.core.packet.PacketDecoder;
import org.plumbline.core.packet.TimuControl;
import org.plumbline.core.packet.TimuDecoder;
import org.plumbline.core.packet.TimuInfo;
import org.plumbline.server.wearable.LinkException;

/** A board with our own open profile: its description first, then its stream, then its description again if it changed. */
final class TimuProtocol extends SensorProtocol {
    private static final UUID CONTROL = uuid("ec4b0003-385d-47f2-b45a-74b88028b6b4");
    private static final UUID INFO = uuid("ec4b0004-385d-47f2-b45a-74b88028b6b4");
    private static final Duration REPLY = Duration.ofSeconds(2);

    /** Fast enough for any lift, slow enough for two sensors on any connection. */
    private static final double WANTED_HZ = 104;

    /** 77 ms of samples in a frame: no common factor with the usual connection intervals. */
    private static final int BATCH = 8;

    private final TimuDecoder decoder;
    private volatile double rateHz = WANTED_HZ;
    private volatile TimuControl.@Nullable Reply reply;

    TimuProtocol(ImuSampleSink sink) {
        super(DeviceFamily.TIMU);
        decoder = new TimuDecoder(0, sample -> {
            // of a board with several sensors the first is worn
            if (sample.sensorIndex == 0) {
                sink.accept(sample);
            }
        });
    }

    @Override
    public double rateHz() {
        return rateHz;
    }

    @Override
    public PacketDecoder decoder() {
        return decoder;
    }

    @Override
    public void begin(SensorTalk talk) throws LinkException, InterruptedException {
        TimuInfo info = readInfo(talk);
        talk.subscribe(CONTROL);
        talk.subscribe(family().stream());
        int rateIndex = nearest(info.ratesHz());
        reply = null;
        talk.write(CONTROL, TimuControl.start(rateIndex, BATCH));
        if (!talk.await(REPLY, () -> reply != null)) {
            throw new LinkException("it did not answer the request to stream");
        }
        TimuControl.Reply answer = reply;
        if (answer == null || answer.status() != TimuControl.Status.OK) {
            throw new LinkException("it refused to stream: "
                    + (answer == null ? "no answer" : answer.status().name().toLowerCase(java.util.Locale.ROOT)));
        }
        int actual = answer.first() >= 0 && answer.first() < info.ratesHz().size() ? answer.first() : rateIndex;
        rateHz = info.ratesHz().get(actual);
        watchBattery(talk);
    }

    @Override
    public void tend(SensorTalk talk) throws LinkException, InterruptedException {
        if (decoder.needsInfo()) {
            readInfo(talk);
        }
        if (isBatteryDue()) {
            readBattery(talk, BATTERY_LEVEL);
        }
    }

    private TimuInfo readInfo(SensorTalk talk) throws LinkException, InterruptedException {
        byte[] bytes = talk.read(INFO);
        TimuInfo info = TimuInfo.read(bytes, 0, bytes.length);
        if (info == null || info.ratesHz().isEmpty()) {
            throw new LinkException("its description (TIMU Info) cannot be read: look at its firmware");
        }
        synchronized (this) {
            decoder.describe(info);
        }
        return info;
    }

    private static int nearest(List<Double> ratesHz) {
        int best = 0;
        for (int index = 1; index < ratesHz.size(); index++) {
            if (Math.abs(ratesHz.get(index) - WANTED_HZ) < Math.abs(ratesHz.get(best) - WANTED_HZ)) {
                best = index;
            }
        }
        return best;
    }

    @Override
    public void heard(UUID characteristic, byte[] value, long arrivalMicros) {
        if (characteristic.equals(CONTROL)) {
            TimuControl.Reply read = TimuControl.Reply.read(value, 0, value.length);
            reply = read == null ? reply : read;
        } else {
            super.heard(characteristic, value, arrivalMicros);
        }
    }

    @Override
    public void end(SensorTalk talk) throws LinkException, InterruptedException {
        talk.write(CONTROL, TimuControl.stop());
    }

    @Override
    public boolean canBlink() {
        return true;
    }

    @Override
    public void blink(SensorTalk talk) throws LinkException, InterruptedException {
        talk.write(CONTROL, TimuControl.identify());
    }
}
