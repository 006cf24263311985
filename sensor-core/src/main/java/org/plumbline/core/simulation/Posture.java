package org.plumbline.core.simulation;

/**
 * A posture that is held or passed through, the angles of {@link BodyAngle}.
 *
 * @param pelvisTiltDeg pelvis against gravity, forward; 90 prone, -90 supine
 * @param pelvisListDeg pelvis to the right
 * @param lumbarFlexionDeg thorax against pelvis
 * @param shankLeanDeg shank forward
 * @param thighLeanDeg thigh, hip behind the knee
 */
record Posture(
        double pelvisTiltDeg, double pelvisListDeg, double lumbarFlexionDeg, double shankLeanDeg, double thighLeanDeg) {
    static final Posture STANDING = new Posture(0, 0, 0, 0, 0);

    /** The posture that lies that share of the way toward another. */
    Posture toward(Posture other, double share) {
        return new Posture(
                pelvisTiltDeg + share * (other.pelvisTiltDeg - pelvisTiltDeg),
                pelvisListDeg + share * (other.pelvisListDeg - pelvisListDeg),
                lumbarFlexionDeg + share * (other.lumbarFlexionDeg - lumbarFlexionDeg),
                shankLeanDeg + share * (other.shankLeanDeg - shankLeanDeg),
                thighLeanDeg + share * (other.thighLeanDeg - thighLeanDeg));
    }

    /** The same with that much more lumbar flexion. */
    Posture flexedBy(double degrees) {
        return new Posture(pelvisTiltDeg, pelvisListDeg, lumbarFlexionDeg + degrees, shankLeanDeg, thighLeanDeg);
    }
}
