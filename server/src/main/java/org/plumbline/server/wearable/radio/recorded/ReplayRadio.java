package org.plumbline.server.wearable.radio.recorded;

import java.nio.file.Path;
import org.plumbline.server.wearable.LinkAvailability;
import org.plumbline.server.wearable.LinkException;
import org.plumbline.server.wearable.radio.ListenerQueue;
import org.plumbline.server.wearable.radio.Radio;
import org.plumbline.server.wearable.radio.RadioListener;
import org.plumbline.server.wearable.radio.RadioSession;
import org.plumbline.server.wearable.radio.simulated.SimulatedRadio;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plays a file of notifications as if its devices were there; how, is in docs/reference/notification-recording.md. What comes
 * of it is always to be shown as replayed.
 */
public final class ReplayRadio implements Radio {
    /** Kind of this radio. */
    public static final String KIND = "replay";

    private static final Logger LOG = LoggerFactory.getLogger(ReplayRadio.class);

    private final Path file;

    public ReplayRadio(Path file) {
        this.file = file;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** A recording of simulated devices stays simulated. */
    @Override
    public boolean isSimulated() {
        try {
            return RadioRecording.read(file).radio().equals(SimulatedRadio.KIND);
        } catch (LinkException unreadable) {
            return false;
        }
    }

    @Override
    public LinkAvailability probe() {
        try {
            RadioRecording recording = recording();
            String what = "plays " + file;
            return LinkAvailability.usable(
                    recording.damage().map(damage -> what + "; its " + damage).orElse(what));
        } catch (LinkException refused) {
            return LinkAvailability.unusable(String.valueOf(refused.getMessage()));
        }
    }

    private RadioRecording recording() throws LinkException {
        RadioRecording recording = RadioRecording.read(file);
        if (recording.events().stream().noneMatch(event -> !event.address().isEmpty())) {
            throw new LinkException(file + " cannot be replayed: there is no device in it"
                    + recording.damage().map(damage -> ", and " + damage).orElse(""));
        }
        return recording;
    }

    @Override
    public RadioSession open(RadioListener listener) throws LinkException {
        RadioRecording recording = recording();
        recording.damage().ifPresent(damage -> LOG.warn("{}: {}; what is before it is played", file, damage));
        return new ReplaySession(recording.events(), new ListenerQueue(listener, ListenerQueue.USUAL_CAPACITY));
    }
}
