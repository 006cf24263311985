package org.plumbline.bench.orientation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the makers of the {@code trunk_imu_omc_debruijn} recordings' truth say about its quality.
 *
 * @param json the text of the sidecar
 */
record TrunkSidecar(String json) {

    static TrunkSidecar beside(Path recording) throws IOException {
        return new TrunkSidecar(Files.readString(
                recording.resolveSibling(String.valueOf(recording.getFileName()).replace(".csv.gz", ".truth.json"))));
    }

    /** Whether the optical truth of this sensor, or of the {@code relative} rotation, is good enough to judge by. */
    boolean isClean(String block) {
        return value(block, "clean").equals("true");
    }

    /** Residual of the device's own fusion, which had a magnetometer, against this sensor's truth, degrees. */
    double deviceInclinationDeg(String placement) {
        return Double.parseDouble(value(placement, "device_fusion_inclination_rms_deg"));
    }

    /** The same for the rotation between the two sensors, degrees. */
    double deviceRelativeDeg() {
        return Double.parseDouble(value("relative", "device_fusion_relative_rms_deg"));
    }

    /**
     * How much later this sensor alone would put the optical clock than both together do. The stamps of the truth hold
     * the lag of both together already.
     */
    long ownLagMicros(String placement) {
        double ownS = Double.parseDouble(value("lag", placement + "_alone_s"));
        return Math.round(1e6 * (ownS - Double.parseDouble(value("lag", "common_s"))));
    }

    /** The blocks that are asked for hold no others, and follow the heading {@code optical}. */
    private String value(String block, String key) {
        String optical = json.substring(json.indexOf("\"optical\""));
        Matcher braces = Pattern.compile("\"" + block + "\": \\{([^{}]*)}").matcher(optical);
        if (braces.find()) {
            Matcher value = Pattern.compile("\"" + key + "\": ([^,\\s]+)").matcher(braces.group(1));
            if (value.find()) {
                return value.group(1);
            }
        }
        throw new IllegalArgumentException("the sidecar has no " + key + " in " + block);
    }
}
