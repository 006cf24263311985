package org.plumbline.server.wearable.radio;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** A listener that remembers, waits for what a test expects, and can be slow. */
public final class RadioEvents implements RadioListener {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** A notification as it was heard. */
    public record Heard(UUID characteristic, byte[] value, long receivedNanos) {}

    private final List<DiscoveredDevice> discovered = new CopyOnWriteArrayList<>();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final Map<String, List<Heard>> heard = new ConcurrentHashMap<>();
    private final ReentrantLock gate = new ReentrantLock();

    /** The listener does not come back from its next call until {@link #release}. */
    public void hold() {
        gate.lock();
    }

    public void release() {
        gate.unlock();
    }

    @Override
    public void discovered(DiscoveredDevice device) {
        discovered.add(device);
    }

    @Override
    public void state(String address, ConnectionState state, String reason) {
        told.add(address + " " + state + " " + reason);
    }

    @Override
    public void radioState(RadioState state, String reason) {
        told.add("radio " + state + " " + reason);
    }

    @Override
    public void notification(String address, UUID characteristic, byte[] value, long receivedNanos) {
        gate.lock();
        try {
            heard.computeIfAbsent(address, unseen -> new CopyOnWriteGrowing())
                    .add(new Heard(characteristic, value, receivedNanos));
        } finally {
            gate.unlock();
        }
    }

    public DiscoveredDevice awaitDiscovered(String address) {
        await(
                "discovery of " + address,
                () -> discovered.stream().anyMatch(one -> one.address().equals(address)));
        return discovered.stream()
                .filter(one -> one.address().equals(address))
                .findFirst()
                .orElseThrow();
    }

    /** Waits for the next state of a device after {@code mark} and gives the line. */
    public String awaitState(int mark, String address, ConnectionState state) {
        return awaitLine(mark, address + " " + state + " ");
    }

    public String awaitRadio(int mark, RadioState state) {
        return awaitLine(mark, "radio " + state + " ");
    }

    private String awaitLine(int mark, String start) {
        Predicate<String> wanted = line -> line.startsWith(start);
        await(start + "after " + mark, () -> told.stream().skip(mark).anyMatch(wanted));
        return told.stream().skip(mark).filter(wanted).findFirst().orElseThrow();
    }

    public void await(String what, java.util.concurrent.Callable<Boolean> condition) {
        try {
            Awaitility.await(what)
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(20))
                    .until(condition);
        } catch (org.awaitility.core.ConditionTimeoutException late) {
            throw new AssertionError(what + "; told so far: " + told, late);
        }
    }

    /** Where the lines told so far end. */
    public int mark() {
        return told.size();
    }

    public List<String> told() {
        return List.copyOf(told);
    }

    public List<DiscoveredDevice> discovered() {
        return List.copyOf(discovered);
    }

    public List<Heard> heard(String address, UUID characteristic) {
        List<Heard> all = heard.get(address);
        return all == null
                ? List.of()
                : List.copyOf(all).stream()
                        .filter(one -> one.characteristic().equals(characteristic))
                        .toList();
    }

    /** Grows without copying everything at each notification. */
    private static final class CopyOnWriteGrowing extends java.util.AbstractList<Heard> {
        private final List<Heard> list = new ArrayList<>();

        @Override
        public synchronized boolean add(Heard one) {
            return list.add(one);
        }

        @Override
        public synchronized Heard get(int index) {
            return list.get(index);
        }

        @Override
        public synchronized int size() {
            return list.size();
        }

        @Override
        public synchronized Object[] toArray() {
            return list.toArray();
        }
    }
}
