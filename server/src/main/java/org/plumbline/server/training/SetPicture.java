package org.plumbline.server.training;

import java.io.IOException;
import java.util.Optional;

/** Draws the chart a set is known by, for those who keep or send it and need not know how. */
public interface SetPicture {
    /** The chart as SVG, light; empty where there is nothing to draw. */
    Optional<byte[]> svg(TrainingSet set) throws IOException;

    /** The same for many sets one after the other: what their charts share is read once. For one thread, and not to be kept. */
    default SetPicture ofMany() {
        return this;
    }
}
