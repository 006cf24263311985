package org.plumbline.server.wearable.radio;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.plumbline.server.wearable.LinkAvailability;
import org.plumbline.server.wearable.LinkException;
import org.plumbline.server.wearable.radio.tinyb.TinyBRadio;

/**
 * A process around TinyB for tests: takes commands as lines and prints events as lines, each with its fields parted by tabs.
 * Arguments: {@code probe}, or {@code open} and the capacity of the queue.
 */
public final class RadioChild implements RadioListener {
    private static final HexFormat HEX = HexFormat.of();

    private final PrintStream out;
    private final ReentrantLock gate = new ReentrantLock();

    private RadioChild(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        // what libraries print must not stand among the events
        System.setOut(System.err);
        if (arguments[0].equals("probe")) {
            LinkAvailability availability = new TinyBRadio().probe();
            out.println("probe\t" + availability.usable() + "\t" + availability.reason());
            return;
        }
        RadioChild child = new RadioChild(out);
        try (RadioSession session = new TinyBRadio(Integer.parseInt(arguments[1])).open(child)) {
            child.say("open");
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String line = in.readLine(); line != null && !line.equals("close"); line = in.readLine()) {
                child.command(session, line.split("\t", -1));
            }
        } catch (LinkException refused) {
            child.say("refused", refused.getMessage());
        }
        // natives have threads of their own
        System.exit(0);
    }

    private void command(RadioSession session, String[] words) {
        switch (words[0]) {
            case "scan" -> session.startScan();
            case "stop" -> session.stopScan();
            case "connect" -> session.connect(words[1]);
            case "disconnect" -> session.disconnect(words[1]);
            case "gc" -> System.gc();
            case "hold" -> gate.lock();
            case "release" -> gate.unlock();
            case "dropped" -> say("done", words[1], Long.toString(session.droppedNotifications(words[2])));
            case "identifiers" ->
                session.identifiers(words[2])
                        .whenComplete((found, failure) -> answer(
                                words[1],
                                failure == null
                                        ? found.stream().map(UUID::toString).collect(Collectors.joining(","))
                                        : "",
                                failure));
            case "read" ->
                session.read(words[2], UUID.fromString(words[3]))
                        .whenComplete((value, failure) ->
                                answer(words[1], failure == null ? HEX.formatHex(value) : "", failure));
            case "write" ->
                session.write(words[2], UUID.fromString(words[3]), HEX.parseHex(words[4]))
                        .whenComplete((nothing, failure) -> answer(words[1], "", failure));
            case "subscribe" ->
                session.subscribe(words[2], UUID.fromString(words[3]))
                        .whenComplete((nothing, failure) -> answer(words[1], "", failure));
            default -> throw new IllegalArgumentException(words[0]);
        }
    }

    private void answer(String number, String value, Throwable failure) {
        if (failure == null) {
            say("done", number, value);
        } else {
            say("failed", number, String.valueOf(failure.getMessage()));
        }
    }

    private void say(String... words) {
        out.println(String.join("\t", words));
    }

    @Override
    public void discovered(DiscoveredDevice device) {
        String services = device.serviceUuids().stream().map(UUID::toString).collect(Collectors.joining(","));
        say("discovered", device.address(), device.name(), Integer.toString(device.rssiDbm()), services);
    }

    @Override
    public void state(String address, ConnectionState state, String reason) {
        say("state", address, state.name(), reason);
    }

    @Override
    public void radioState(RadioState state, String reason) {
        say("radio", state.name(), reason);
    }

    @Override
    public void notification(String address, UUID characteristic, byte[] value, long receivedNanos) {
        gate.lock();
        try {
            say("value", address, characteristic.toString(), Long.toString(receivedNanos), HEX.formatHex(value));
        } finally {
            gate.unlock();
        }
    }
}
