package org.plumbline.server.wearable.radio.recorded;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.plumbline.server.wearable.LinkException;
import org.plumbline.server.wearable.radio.ConnectionState;
import org.plumbline.server.wearable.radio.DiscoveredDevice;
import org.plumbline.server.wearable.radio.recorded.RecordedEvent.Kind;

/** What a recording tells of one device. */
final class ReplayedDevice {
    /** A connection that was recorded: its first and last place among the events, and when it was. */
    record Episode(int from, int to, long fromNanos, long toNanos) {}

    final DiscoveredDevice advertised;

    /** States, subscriptions, writes and notifications, in their order. */
    final List<RecordedEvent> course = new ArrayList<>();

    final List<Episode> episodes = new ArrayList<>();
    private final Set<UUID> identifiers = new HashSet<>();
    private final Map<UUID, List<byte[]>> readings = new HashMap<>();
    private final Map<UUID, Integer> read = new HashMap<>();

    /** @param endNanos when the recording is over */
    ReplayedDevice(String address, List<RecordedEvent> events, long endNanos) {
        DiscoveredDevice heard = new DiscoveredDevice(address, "", 0, Set.of());
        for (RecordedEvent event : events) {
            if (!event.address().equals(address)) {
                continue;
            }
            switch (event.kind()) {
                case DISCOVERED ->
                    heard = new DiscoveredDevice(address, event.text(), event.number(), event.identifiers());
                case IDENTIFIERS -> identifiers.addAll(event.identifiers());
                case READ ->
                    readings.computeIfAbsent(event.of(), unseen -> new ArrayList<>())
                            .add(event.bytes());
                case STATE, WRITE, NOTIFICATION -> course.add(event);
                case SUBSCRIBE, REFUSED, RADIO, MISSING -> {}
            }
            if (event.characteristic() != null && event.kind() != Kind.REFUSED) {
                identifiers.add(event.of());
            }
        }
        identifiers.addAll(heard.serviceUuids());
        advertised = heard;
        findEpisodes(endNanos);
    }

    private void findEpisodes(long endNanos) {
        int from = -1;
        for (int i = 0; i < course.size(); i++) {
            RecordedEvent event = course.get(i);
            if (event.isState(ConnectionState.CONNECTED) && from < 0) {
                from = i;
            } else if (event.isState(ConnectionState.DISCONNECTED) && from >= 0) {
                episodes.add(new Episode(from, i, course.get(from).nanos(), event.nanos()));
                from = -1;
            }
        }
        if (from >= 0) {
            episodes.add(new Episode(from, course.size(), course.get(from).nanos(), endNanos));
        }
    }

    Set<UUID> identifiers() {
        return Set.copyOf(identifiers);
    }

    /** What reading gave, one after the other, and at last the same again. */
    byte[] read(UUID characteristic) throws LinkException {
        List<byte[]> values = readings.get(characteristic);
        if (values == null) {
            throw new LinkException(
                    identifiers.contains(characteristic)
                            ? "the recording has no reading of " + characteristic
                            : "the device has no characteristic " + characteristic);
        }
        int number = read.merge(characteristic, 1, Integer::sum);
        return values.get(Math.min(number, values.size()) - 1).clone();
    }
}
