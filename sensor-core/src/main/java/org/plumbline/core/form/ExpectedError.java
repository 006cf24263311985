package org.plumbline.core.form;

import org.plumbline.core.repetition.PoseHistory;
import org.plumbline.core.repetition.PoseHistory.Channel;

/**
 * The root mean square error to expect of what is read from lumbar angles, from the errors that the sensors' filters expect of
 * themselves; soft tissue and the neutral pose are not in it. NaN where not known.
 */
final class ExpectedError {
    private final PoseHistory history;
    private final ChannelReading reading;

    ExpectedError(PoseHistory history) {
        this.history = history;
        reading = new ChannelReading(history);
    }

    /** Of a flexion, or of a change of flexion within one half of a repetition: what errs slowly is in both ends alike. */
    double flexionDeg(Stretch stretch) {
        return reading.most(Channel.LUMBAR_FLEXION_SIGMA, stretch);
    }

    /** Of the difference between the largest and the smallest flexion of a repetition, degrees. */
    double flexionRangeDeg(Stretch stretch) {
        long least = reading.positionOf(Channel.LUMBAR_FLEXION, stretch, -1);
        long most = reading.positionOf(Channel.LUMBAR_FLEXION, stretch, 1);
        return least < 0
                ? Double.NaN
                : Math.hypot(
                        history.value(Channel.LUMBAR_FLEXION_SIGMA, least),
                        history.value(Channel.LUMBAR_FLEXION_SIGMA, most));
    }

    /** Of the range of bend or rotation over a stretch, degrees. */
    double rangeDeg(Channel channel, Channel sigma, Stretch stretch) {
        long least = reading.positionOf(channel, stretch, -1);
        long most = reading.positionOf(channel, stretch, 1);
        return least < 0 ? Double.NaN : betweenDeg(sigma, least, most);
    }

    /**
     * Of a bend or rotation at one position against another, degrees. What the angle errs beyond the flexion, which the heading
     * hardly touches, is the heading's share: one heading error, of which each posture shows another part, so that the range
     * is wrong by the difference. The inclinations err at either end for themselves.
     *
     * @param sigma channel of the error of the angle
     */
    double betweenDeg(Channel sigma, long least, long most) {
        double leastTilt = history.value(Channel.LUMBAR_FLEXION_SIGMA, least);
        double mostTilt = history.value(Channel.LUMBAR_FLEXION_SIGMA, most);
        double difference = headingShare(history.value(sigma, most), mostTilt)
                - headingShare(history.value(sigma, least), leastTilt);
        return Math.sqrt(difference * difference + leastTilt * leastTilt + mostTilt * mostTilt);
    }

    /** Of the mean bend or rotation of a stretch against that at a position, degrees. */
    double meanAgainstDeg(Channel sigma, Stretch stretch, long position) {
        double tilt = reading.mean(Channel.LUMBAR_FLEXION_SIGMA, stretch);
        double tiltThere = reading.meanBefore(Channel.LUMBAR_FLEXION_SIGMA, position);
        double difference = headingShare(reading.mean(sigma, stretch), tilt)
                - headingShare(reading.meanBefore(sigma, position), tiltThere);
        return Math.sqrt(difference * difference + tilt * tilt + tiltThere * tiltThere);
    }

    private static double headingShare(double angle, double tilt) {
        return Math.sqrt(Math.max(0, angle * angle - tilt * tilt));
    }
}
