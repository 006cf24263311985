package org.plumbline.core.form;

/** The metrics as they stand at the newest pose. */
interface LiveReading {
    /** NaN where it cannot be told now. */
    double value(Metric metric);

    /** Root mean square error to expect of it; NaN where not known. */
    double sigma(Metric metric);
}
