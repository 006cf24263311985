package org.plumbline.core.form;

/** What the sensors of a set can see of the trunk. */
public enum SensorView {
    /** Thorax and pelvis, and so the lumbar spine between them. */
    TRUNK_AND_PELVIS,
    /** One sensor on the thorax or the lumbar spine: the trunk as a whole. */
    TRUNK_ONLY,
    /** One sensor on the pelvis. */
    PELVIS_ONLY
}
