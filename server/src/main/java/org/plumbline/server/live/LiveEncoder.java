package org.plumbline.server.live;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.spine.SpinePose;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What screens are told, as JSON; {@code docs/reference/http-api.md} is its page. */
@Component
class LiveEncoder {
    private final JsonMapper json;

    LiveEncoder(JsonMapper json) {
        this.json = json;
    }

    private record SnapshotEvent(String type, LiveSnapshot snapshot) {}

    private record RepetitionEvent(
            String type, UUID set, LiveRepetition repetition, List<LiveFlag> flags, List<String> story) {}

    private record FlagEvent(String type, UUID set, LiveFlag flag) {}

    private record CueEvent(String type, UUID set, LiveCue cue) {}

    private record PhaseEvent(String type, UUID set, String phase, int repetition) {}

    private record NextEvent(String type, UUID set, int repetition) {}

    private record HoldEvent(String type, UUID set, LiveHold hold) {}

    private record MessageEvent(String type, UUID set, String message) {}

    private record HealthEvent(
            String type,
            UUID set,
            List<SensorHealth> sensors,
            @Nullable String trouble) {}

    private record SlowEvent(String type, boolean slow) {}

    private record IdleEvent(String type, boolean reload) {}

    String snapshot(LiveSnapshot snapshot) {
        return json.writeValueAsString(new SnapshotEvent("snapshot", snapshot));
    }

    String repetition(UUID set, LiveRepetition repetition, List<LiveFlag> flags, List<String> story) {
        return json.writeValueAsString(new RepetitionEvent("repetition", set, repetition, flags, story));
    }

    String flag(UUID set, LiveFlag flag) {
        return json.writeValueAsString(new FlagEvent("flag", set, flag));
    }

    String cue(UUID set, LiveCue cue) {
        return json.writeValueAsString(new CueEvent("cue", set, cue));
    }

    String phase(UUID set, String phase, int repetition) {
        return json.writeValueAsString(new PhaseEvent("phase", set, phase, repetition));
    }

    String next(UUID set, int repetition) {
        return json.writeValueAsString(new NextEvent("next", set, repetition));
    }

    String hold(UUID set, LiveHold hold) {
        return json.writeValueAsString(new HoldEvent("hold", set, hold));
    }

    String message(UUID set, String message) {
        return json.writeValueAsString(new MessageEvent("message", set, message));
    }

    String health(UUID set, List<SensorHealth> sensors, @Nullable String trouble) {
        return json.writeValueAsString(new HealthEvent("health", set, sensors, trouble));
    }

    /** Whether a screen misses many poses because it, or the way to it, is slow. */
    String slow(boolean slow) {
        return json.writeValueAsString(new SlowEvent("slow", slow));
    }

    /** No set is live; {@code reload} asks the page to look anew because what it shows is gone. */
    String idle(boolean reload) {
        return json.writeValueAsString(new IdleEvent("idle", reload));
    }

    /**
     * By hand: it is written thirty times a second and its shape is six numbers.
     *
     * @param sagDeg how far a posture that is held has sunk; NaN where there is nothing to say of it
     * @param heardMicros as in {@link LiveCue}
     */
    String pose(SpinePose pose, double sagDeg, long heardMicros) {
        StringBuilder frame = new StringBuilder(120).append("{\"type\":\"pose\",\"timeS\":");
        number(frame, pose.timeMicros / 1e6, 2).append(",\"pose\":[");
        number(frame, pose.pelvisTiltDeg, 1).append(',');
        number(frame, pose.lumbarFlexionDeg, 1).append(',');
        number(frame, pose.lateralBendDeg, 1).append(',');
        number(frame, pose.axialRotationDeg, 1).append(',');
        number(frame, pose.trunkInclinationDeg, 1).append(']');
        if (Double.isFinite(sagDeg)) {
            number(frame.append(",\"sagDeg\":"), sagDeg, 1);
        }
        return frame.append(",\"heardMicros\":").append(heardMicros).append('}').toString();
    }

    /** @param decimals 1 or 2 */
    private static StringBuilder number(StringBuilder into, double value, int decimals) {
        if (!Double.isFinite(value)) {
            return into.append("null");
        }
        int parts = decimals == 1 ? 10 : 100;
        long rounded = Math.round(Math.abs(value) * parts);
        if (value < 0 && rounded != 0) {
            into.append('-');
        }
        into.append(rounded / parts).append('.');
        if (decimals == 2 && rounded % parts < 10) {
            into.append('0');
        }
        return into.append(rounded % parts);
    }
}
