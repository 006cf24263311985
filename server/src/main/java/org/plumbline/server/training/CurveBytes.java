package org.plumbline.server.training;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A curve as float32, little-endian. */
final class CurveBytes {
    private CurveBytes() {}

    static byte[] encode(double[] curve) {
        ByteBuffer buffer = ByteBuffer.allocate(curve.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : curve) {
            buffer.putFloat((float) value);
        }
        return buffer.array();
    }

    static double[] decode(byte[] payload) {
        ByteBuffer buffer = ByteBuffer.wrap(payload).order(ByteOrder.LITTLE_ENDIAN);
        double[] curve = new double[payload.length / Float.BYTES];
        for (int i = 0; i < curve.length; i++) {
            curve[i] = buffer.getFloat();
        }
        return curve;
    }
}
