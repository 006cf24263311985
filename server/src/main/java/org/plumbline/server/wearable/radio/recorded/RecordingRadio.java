package org.plumbline.server.wearable.radio.recorded;

import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.wearable.LinkAvailability;
import org.plumbline.server.wearable.LinkException;
import org.plumbline.server.wearable.radio.ConnectionState;
import org.plumbline.server.wearable.radio.DiscoveredDevice;
import org.plumbline.server.wearable.radio.Radio;
import org.plumbline.server.wearable.radio.RadioListener;
import org.plumbline.server.wearable.radio.RadioSession;
import org.plumbline.server.wearable.radio.RadioState;
import org.plumbline.server.wearable.radio.recorded.RecordedEvent.Kind;

/** Another radio whose sessions are written to files, so that a problem in the field can be replayed. */
public final class RecordingRadio implements Radio {
    private final Radio radio;
    private final Path file;

    /** @param file where the first session goes; later ones beside it, with a number */
    public RecordingRadio(Radio radio, Path file) {
        this.radio = radio;
        this.file = file;
    }

    /** That of the radio that is recorded. */
    @Override
    public String kind() {
        return radio.kind();
    }

    @Override
    public boolean isSimulated() {
        return radio.isSimulated();
    }

    @Override
    public LinkAvailability probe() {
        return radio.probe();
    }

    @Override
    public RadioSession open(RadioListener listener) throws LinkException {
        RadioRecorder recorder = RadioRecorder.to(file, radio.kind());
        try {
            return new Session(radio.open(new Tap(listener, recorder)), recorder);
        } catch (LinkException refused) {
            recorder.close();
            throw refused;
        }
    }

    /** Hears what the listener hears. */
    private static final class Tap implements RadioListener {
        private final RadioListener listener;
        private final RadioRecorder recorder;

        Tap(RadioListener listener, RadioRecorder recorder) {
            this.listener = listener;
            this.recorder = recorder;
        }

        @Override
        public void discovered(DiscoveredDevice device) {
            recorder.tell(RecordedEvent.discovered(System.nanoTime(), device));
            listener.discovered(device);
        }

        @Override
        public void state(String address, ConnectionState state, String reason) {
            recorder.tell(RecordedEvent.state(System.nanoTime(), address, state, reason));
            listener.state(address, state, reason);
        }

        @Override
        public void notification(String address, UUID characteristic, byte[] value, long receivedNanos) {
            recorder.tell(
                    RecordedEvent.value(receivedNanos, Kind.NOTIFICATION, address, characteristic, value.clone()));
            listener.notification(address, characteristic, value, receivedNanos);
        }

        @Override
        public void radioState(RadioState state, String reason) {
            recorder.tell(RecordedEvent.radio(System.nanoTime(), state, reason));
            listener.radioState(state, reason);
        }
    }

    /** Hears what is asked of the radio. */
    private static final class Session implements RadioSession {
        private final RadioSession session;
        private final RadioRecorder recorder;

        Session(RadioSession session, RadioRecorder recorder) {
            this.session = session;
            this.recorder = recorder;
        }

        @Override
        public void startScan() {
            session.startScan();
        }

        @Override
        public void stopScan() {
            session.stopScan();
        }

        @Override
        public void connect(String address) {
            session.connect(address);
        }

        @Override
        public void disconnect(String address) {
            session.disconnect(address);
        }

        @Override
        public CompletableFuture<Set<UUID>> identifiers(String address) {
            return heard(
                    session.identifiers(address),
                    address,
                    null,
                    found -> recorder.tell(RecordedEvent.identifiers(System.nanoTime(), address, found)));
        }

        @Override
        public CompletableFuture<byte[]> read(String address, UUID characteristic) {
            return heard(
                    session.read(address, characteristic),
                    address,
                    characteristic,
                    value -> recorder.tell(
                            RecordedEvent.value(System.nanoTime(), Kind.READ, address, characteristic, value.clone())));
        }

        @Override
        public CompletableFuture<Void> write(String address, UUID characteristic, byte[] value) {
            // before it is done: its answer may come at once
            recorder.tell(RecordedEvent.value(System.nanoTime(), Kind.WRITE, address, characteristic, value.clone()));
            return heard(session.write(address, characteristic, value), address, characteristic, done -> {});
        }

        @Override
        public CompletableFuture<Void> subscribe(String address, UUID characteristic) {
            recorder.tell(RecordedEvent.value(System.nanoTime(), Kind.SUBSCRIBE, address, characteristic, new byte[0]));
            return heard(session.subscribe(address, characteristic), address, characteristic, done -> {});
        }

        /** An answer that is written down before whoever asked hears it. */
        private <T> CompletableFuture<T> heard(
                CompletableFuture<T> answer, String address, @Nullable UUID characteristic, Consumer<T> writeDown) {
            CompletableFuture<T> told = new CompletableFuture<>();
            CompletableFuture<T> unused = answer.whenComplete((value, failure) -> {
                if (failure == null) {
                    writeDown.accept(value);
                    told.complete(value);
                } else {
                    recorder.tell(RecordedEvent.refused(
                            System.nanoTime(), address, characteristic, String.valueOf(failure.getMessage())));
                    told.completeExceptionally(failure);
                }
            });
            return told;
        }

        @Override
        public long droppedNotifications(String address) {
            return session.droppedNotifications(address);
        }

        @Override
        public void close() {
            session.close();
            recorder.close();
        }
    }
}
