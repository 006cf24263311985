package org.plumbline.core.packet;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The Info characteristic of a TIMU board (version 1): what its frames mean.
 *
 * @param minor minor version; what a later one adds at the end is not read
 * @param configurationEpoch changes with every accepted configuration; frames of another epoch mean something else
 * @param rateHz present rate; 0 while nothing streams
 * @param batch samples in a frame at present
 * @param ratesHz the rates START can ask for, by their index
 * @param sensors the sensors of the board
 */
public record TimuInfo(
        int minor, int configurationEpoch, double rateHz, int batch, List<Double> ratesHz, List<TimuSensor> sensors) {
    /** The major version this is. */
    public static final int MAJOR = 1;

    private static final int HEAD_BYTES = 8;

    /** Reads it, or null where it is not whole, of another major version, or has a scale that no sensor has. */
    public static @Nullable TimuInfo read(byte[] bytes, int from, int to) {
        if (to - from < HEAD_BYTES || LittleEndian.u8(bytes, from) != MAJOR) {
            return null;
        }
        int sensorCount = LittleEndian.u8(bytes, from + 3);
        int rateCount = LittleEndian.u8(bytes, from + 7);
        int sensorsAt = from + HEAD_BYTES + 2 * rateCount;
        if (sensorCount == 0 || to < sensorsAt + TimuSensor.BYTES * sensorCount) {
            return null;
        }
        List<Double> ratesHz = new ArrayList<>();
        for (int index = 0; index < rateCount; index++) {
            ratesHz.add(LittleEndian.u16(bytes, from + HEAD_BYTES + 2 * index) / 10.0);
        }
        List<TimuSensor> sensors = new ArrayList<>();
        for (int index = 0; index < sensorCount; index++) {
            TimuSensor sensor = TimuSensor.read(bytes, sensorsAt + TimuSensor.BYTES * index);
            if (!sensor.isUsable()) {
                return null;
            }
            sensors.add(sensor);
        }
        return new TimuInfo(
                LittleEndian.u8(bytes, from + 1),
                LittleEndian.u8(bytes, from + 2),
                LittleEndian.u16(bytes, from + 4) / 10.0,
                LittleEndian.u8(bytes, from + 6),
                List.copyOf(ratesHz),
                List.copyOf(sensors));
    }
}
