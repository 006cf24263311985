package org.plumbline.server.wearable.device;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.plumbline.core.imu.ImuSampleSink;
import org.plumbline.core.packet.DeviceFamily;
import org.plumbline.core.packet.DeviceSuitability;
import org.plumbline.core.packet.PacketDecoder;
import org.plumbline.core.packet.PolarCommands;
import org.plumbline.core.packet.PolarDecoder;
import org.plumbline.core.packet.PolarMeasurement;
import org.plumbline.server.wearable.LinkException;

/** A Polar Verity Sense: acceleration and angular rate at 52 Hz, two streams of one characteristic. */
final class PolarProtocol extends SensorProtocol {
    private static final UUID CONTROL = uuid("fb005c81-02e7-f387-1cad-8acd2d8df0c8");
    private static final int RATE_HZ = 52;
    private static final Duration REPLY = Duration.ofSeconds(2);
    private static final int ANSWER = 0xF0;
    private static final int START = 2;
    private static final int ACCEPTED = 0;
    private static final int ALREADY_STREAMING = 6;

    /** The answer's head: F0, request, stream, status, more. */
    private static final int HEAD_BYTES = 5;

    private static final int STATUS_AT = 3;
    private static final int FACTOR = 5;

    /** °/s of a count where the sensor does not say: ±2000 °/s over sixteen bits. */
    private static final double USUAL_FACTOR = 2000.0 / 32768;

    /** °/s of a count of a gyroscope of ±8000 °/s, which no sensor for people has. */
    private static final double LARGEST_FACTOR = 8000.0 / 32768;

    /** g of a count where the sensor does not say: frames in mg need none. */
    private static final double USUAL_ACCELERATION_FACTOR = 0.001;

    private final ImuSampleSink sink;
    private final Map<Integer, byte[]> answers = new ConcurrentHashMap<>();
    private volatile PolarDecoder decoder;
    private volatile double factor = USUAL_FACTOR;

    PolarProtocol(ImuSampleSink sink) {
        super(DeviceFamily.POLAR);
        this.sink = sink;
        decoder = new PolarDecoder(0, RATE_HZ, USUAL_FACTOR, USUAL_ACCELERATION_FACTOR, sink);
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
        talk.subscribe(CONTROL);
        talk.subscribe(family().stream());
        byte[] turning = ask(talk, PolarCommands.start(PolarMeasurement.ANGULAR_RATE, RATE_HZ));
        if (!isAccepted(turning)) {
            throw new SensorRefusedException(DeviceSuitability.ofPolar(false).reason());
        }
        double told = factor(turning, factor);
        synchronized (this) {
            if (told != factor) {
                // before its first sample: the factor is the sensor's for life
                factor = told;
                decoder = new PolarDecoder(0, RATE_HZ, told, USUAL_ACCELERATION_FACTOR, sink);
            }
        }
        if (!isAccepted(ask(talk, PolarCommands.start(PolarMeasurement.ACCELERATION, RATE_HZ)))) {
            throw new LinkException("it refused to send its acceleration");
        }
        watchBattery(talk);
    }

    @Override
    public void tend(SensorTalk talk) throws InterruptedException {
        if (isBatteryDue()) {
            readBattery(talk, BATTERY_LEVEL);
        }
    }

    private static boolean isAccepted(byte[] answer) {
        return answer[STATUS_AT] == ACCEPTED || answer[STATUS_AT] == ALREADY_STREAMING;
    }

    /** Answers name the request and the stream they are of. */
    private byte[] ask(SensorTalk talk, byte[] request) throws LinkException, InterruptedException {
        int key = key(request[0], request[1]);
        answers.remove(key);
        talk.write(CONTROL, request);
        if (!talk.await(REPLY, () -> answers.containsKey(key))) {
            throw new LinkException("it did not answer the request to stream");
        }
        return Objects.requireNonNull(answers.get(key));
    }

    private static int key(byte request, byte stream) {
        return (request & 0xFF) << Byte.SIZE | (stream & 0xFF);
    }

    /** An answer without one, as of a stream that ran already, says nothing new. */
    private static double factor(byte[] answer, double before) {
        int bytes = 2 + Float.BYTES;
        if (answer.length < HEAD_BYTES + bytes || answer[HEAD_BYTES] != FACTOR) {
            return before;
        }
        float told = ByteBuffer.wrap(answer).order(ByteOrder.LITTLE_ENDIAN).getFloat(HEAD_BYTES + 2);
        return told > 0 && told <= LARGEST_FACTOR ? told : before;
    }

    @Override
    public void heard(UUID characteristic, byte[] value, long arrivalMicros) {
        if (!characteristic.equals(CONTROL)) {
            super.heard(characteristic, value, arrivalMicros);
        } else if (value.length >= HEAD_BYTES - 1 && (value[0] & 0xFF) == ANSWER && value[1] == START) {
            answers.put(key(value[1], value[2]), value);
        }
    }

    @Override
    public void end(SensorTalk talk) throws LinkException, InterruptedException {
        talk.write(CONTROL, PolarCommands.stop(PolarMeasurement.ANGULAR_RATE));
        talk.write(CONTROL, PolarCommands.stop(PolarMeasurement.ACCELERATION));
    }
}
