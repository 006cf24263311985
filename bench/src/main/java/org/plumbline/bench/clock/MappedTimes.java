package org.plumbline.bench.clock;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.clock.ClockMapper;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.imu.ImuSampleSink;
import org.plumbline.core.packet.PacketDecoder;

/** What the line's own decoders and clock make of the notifications: the error of the time of every sample. */
final class MappedTimes {
    private final TimeErrors errors = new TimeErrors();
    private final List<Deque<Double>> waiting = List.of(new ArrayDeque<>(), new ArrayDeque<>());
    private final @Nullable PacketDecoder[] decoders = new PacketDecoder[2];
    private final ImuSample sample = new ImuSample();
    private final ClockMapper mapper;

    private MappedTimes(LinkCase link) {
        int[] clocks = link.wearable() == Wearable.WITMOTION
                ? new int[] {ClockMapper.HOST_CLOCK, ClockMapper.HOST_CLOCK}
                : new int[] {0, link.oneClock() ? 0 : 1};
        mapper = new ClockMapper(
                clocks, mapped -> errors.add(mapped.sensorIndex, mapped.accX, mapped.timeMicros * 1e-6));
        for (int sensor = 0; sensor < 2; sensor++) {
            Queue<Double> trueTimes = waiting.get(sensor);
            // the true time travels with the sample, as its acceleration, which no clock looks at
            ImuSampleSink marking = decoded -> {
                decoded.accX = trueTimes.remove();
                mapper.accept(decoded);
            };
            decoders[sensor] = link.wearable().decoder(sensor, marking);
        }
    }

    static TimeErrors of(LinkCase link, List<Notification> notifications) {
        MappedTimes times = new MappedTimes(link);
        for (Notification notification : notifications) {
            times.take(link, notification);
        }
        for (PacketDecoder decoder : times.decoders) {
            if (decoder != null) {
                decoder.finish();
            }
        }
        times.mapper.finish();
        return times.errors;
    }

    private void take(LinkCase link, Notification notification) {
        int sensor = notification.sensorIndex();
        if (notification.isBeacon()) {
            mapper.beacon(sensor, Math.round(notification.lastDeviceS() * 1e6), notification.arrivalMicros());
            return;
        }
        PacketDecoder decoder = decoders[sensor];
        if (decoder != null) {
            Arrays.stream(notification.trueS()).forEach(waiting.get(sensor)::add);
            byte[] bytes = link.wearable().notification(notification.deviceS()[0], link.samples());
            decoder.accept(bytes, 0, bytes.length, notification.arrivalMicros());
            return;
        }
        sample.sensorIndex = sensor;
        sample.arrivalMicros = notification.arrivalMicros();
        for (int index = 0; index < link.samples(); index++) {
            sample.timeMicros = Math.round(notification.deviceS()[index] * 1e6);
            sample.accX = notification.trueS()[index];
            mapper.accept(sample);
        }
    }
}
