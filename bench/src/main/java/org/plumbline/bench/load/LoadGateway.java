package org.plumbline.bench.load;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * A gateway with all sensors of the gym on its radio. A notification carries the time at which it was to be sent, not when it was:
 * where the generator is late, that counts against the server too.
 */
final class LoadGateway implements AutoCloseable {
    private static final int VERSION = 1;
    private static final int NEAR_DBM = -55;
    private static final int BATTERY_PERCENT = 90;
    private static final byte OK = 0;
    private static final long TICK_NANOS = 1_000_000;
    private static final long SLOWEST_MICROS = 60_000_000;

    private final ClientSocket socket;
    private final Map<String, LoadSensor> sensors = new ConcurrentHashMap<>();
    private final Queue<LoadSensor> starting = new ConcurrentLinkedQueue<>();
    private final PriorityQueue<LoadSensor> due = new PriorityQueue<>(Comparator.comparingLong(LoadSensor::dueNanos));
    private final WireMessage answer = new WireMessage();
    private final WireMessage notice = new WireMessage();
    private final Histogram latenessMicros = new Histogram(SLOWEST_MICROS, 3);
    private volatile boolean closed;
    private final AtomicLong notifications = new AtomicLong();

    LoadGateway(URI server, String token, List<LoadSensor> all) throws IOException {
        all.forEach(sensor -> sensors.put(sensor.address, sensor));
        socket = ClientSocket.open(server, "/gateway", token);
        String boot =
                Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
        send(answer.begin(0x01).u16(VERSION).i64(System.nanoTime()).text(boot).text("Plumbline load run"));
        send(answer.begin(0x02).u8(1).text("load").text("Simulated for a load run."));
        send(answer.begin(0x03).u8(1).text(""));
        socket.flush();
        start("load-gateway-reader", this::read);
        start("load-gateway-sender", this::stream);
    }

    private static void start(String name, Runnable what) {
        Thread thread = new Thread(what, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void send(WireMessage message) throws IOException {
        socket.add(ClientSocket.BINARY, message.done());
    }

    private void read() {
        try {
            while (!closed) {
                socket.read((opcode, payload) -> {
                    if (opcode == ClientSocket.BINARY) {
                        command(payload);
                    } else if (opcode == ClientSocket.PING) {
                        socket.add(ClientSocket.PONG, payload);
                    } else if (opcode == ClientSocket.CLOSE) {
                        throw new IOException("the server has closed the gateway's connection");
                    }
                });
                socket.flush();
            }
        } catch (IOException broken) {
            if (!closed) {
                System.err.println("The gateway's connection broke: " + broken.getMessage());
            }
        }
    }

    private void command(ByteBuffer message) throws IOException {
        int type = message.get();
        switch (type) {
            case 0x41 -> discover();
            case 0x43 -> connect(WireMessage.text(message));
            case 0x44 -> disconnect(WireMessage.text(message));
            case 0x45 ->
                send(answer.begin(0x0A)
                        .i32(message.getInt())
                        .uuids(List.of(
                                LoadTimu.SERVICE,
                                LoadTimu.STREAM,
                                LoadTimu.CONTROL,
                                LoadTimu.INFO,
                                LoadTimu.BATTERY,
                                LoadTimu.BATTERY_LEVEL)));
            case 0x46 -> value(message);
            case 0x47 -> write(message);
            case 0x48, 0x49 -> send(answer.begin(0x08).i32(message.getInt()));
            case 0x4A -> send(answer.begin(0x0C).i64(message.getLong()).i64(System.nanoTime()));
            default -> {
                // the end of a scan
            }
        }
    }

    private void discover() throws IOException {
        for (LoadSensor sensor : sensors.values()) {
            send(answer.begin(0x04)
                    .text(sensor.address)
                    .text(sensor.name)
                    .u16(NEAR_DBM)
                    .uuids(List.of(LoadTimu.SERVICE)));
        }
    }

    private void connect(String address) throws IOException {
        send(answer.begin(0x05).text(address).u8(1).text(""));
        send(answer.begin(0x05).text(address).u8(2).text(""));
    }

    private void disconnect(String address) throws IOException {
        LoadSensor sensor = sensors.get(address);
        if (sensor != null) {
            sensor.streaming = false;
        }
        send(answer.begin(0x05).text(address).u8(3).text(""));
    }

    private void value(ByteBuffer message) throws IOException {
        int request = message.getInt();
        LoadSensor sensor = sensors.get(WireMessage.text(message));
        UUID characteristic = WireMessage.uuid(message);
        byte[] value = sensor != null && characteristic.equals(LoadTimu.INFO)
                ? LoadTimu.info(sensor.rateHz())
                : new byte[] {BATTERY_PERCENT};
        send(answer.begin(0x09).i32(request).bytes(value));
    }

    private void write(ByteBuffer message) throws IOException {
        int request = message.getInt();
        String address = WireMessage.text(message);
        UUID characteristic = WireMessage.uuid(message);
        byte[] value = WireMessage.value(message);
        send(answer.begin(0x08).i32(request));
        LoadSensor sensor = sensors.get(address);
        if (sensor == null || !characteristic.equals(LoadTimu.CONTROL)) {
            return;
        }
        byte[] reply = value[0] == LoadTimu.START
                ? new byte[] {(byte) (0x80 | LoadTimu.START), OK, value[1], LoadTimu.BATCH}
                : new byte[] {(byte) (0x80 | value[0]), OK};
        send(answer.begin(0x06)
                .text(address)
                .uuid(LoadTimu.CONTROL)
                .i64(System.nanoTime())
                .bytes(reply));
        if (value[0] == LoadTimu.START && !sensor.streaming) {
            starting.add(sensor);
        } else if (value[0] == LoadTimu.STOP) {
            sensor.streaming = false;
        }
    }

    /** Sends what is due, once a millisecond. */
    private void stream() {
        try {
            while (!closed) {
                for (LoadSensor begun = starting.poll(); begun != null; begun = starting.poll()) {
                    begun.begin(System.nanoTime());
                    due.add(begun);
                }
                long now = System.nanoTime();
                while (!due.isEmpty() && due.peek().dueNanos() - now <= 0) {
                    LoadSensor sensor = due.remove();
                    if (sensor.streaming) {
                        notify(sensor, now);
                        due.add(sensor);
                    }
                }
                socket.flush();
                LockSupport.parkNanos(Math.max(0, TICK_NANOS - (System.nanoTime() - now)));
            }
        } catch (IOException broken) {
            if (!closed) {
                System.err.println("The gateway's connection broke: " + broken.getMessage());
            }
        }
    }

    private void notify(LoadSensor sensor, long nowNanos) throws IOException {
        long plannedNanos = sensor.dueNanos();
        latenessMicros.recordValue(Math.min(SLOWEST_MICROS, (nowNanos - plannedNanos) / 1000));
        notifications.incrementAndGet();
        socket.add(
                ClientSocket.BINARY,
                notice.begin(0x06)
                        .text(sensor.address)
                        .uuid(LoadTimu.STREAM)
                        .i64(plannedNanos)
                        .bytes(sensor.take())
                        .done());
    }

    long notifications() {
        return notifications.get();
    }

    /** How late the generator itself was, microseconds: counted against the server. */
    Histogram latenessMicros() {
        return latenessMicros;
    }

    @Override
    public void close() throws IOException {
        closed = true;
        socket.close();
    }
}
