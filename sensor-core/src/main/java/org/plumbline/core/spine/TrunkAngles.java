package org.plumbline.core.spine;

import org.plumbline.core.orientation.Quaternions;

/**
 * The relative rotation of two segments taken apart in the ISB order Z–X′–Y″ (flexion about the lower segment's mediolateral
 * axis, bend about the floating axis, rotation about the upper segment's long axis; Wu et al. 2002), and what an error of the
 * heading between them does to each angle.
 *
 * <p>Turning the upper segment by a small angle ε about the vertical turns it, in its own axes, by ε·u with u the vertical
 * there. In the rates of the three angles: bend u<sub>x</sub> cos γ + u<sub>z</sub> sin γ, flexion (−u<sub>x</sub> sin γ +
 * u<sub>z</sub> cos γ) / cos β, rotation u<sub>y</sub> less the flexion's share sin β. Upright that is all rotation, bent
 * over it is all bend, and hardly ever flexion.
 */
final class TrunkAngles {
    private final double[] relative = new double[4];
    private final double[] up = new double[3];

    /** Forward positive, rad. */
    double flexion;

    /** To the right positive, rad. */
    double bend;

    /** To the left positive, rad. */
    double rotation;

    /** Error of the flexion for an error of the heading; likewise the others. */
    double flexionPerHeading;

    double bendPerHeading;
    double rotationPerHeading;

    /** Takes apart the rotation from {@code upper} to {@code lower}, both segment to one earth frame. */
    void set(double[] lower, double[] upper) {
        Quaternions.multiplyConjugated(lower, upper, relative);
        double w = relative[0];
        double x = relative[1];
        double y = relative[2];
        double z = relative[3];
        double r12 = 2 * (x * y - w * z);
        double r22 = 1 - 2 * (x * x + z * z);
        double r31 = 2 * (x * z - w * y);
        double r32 = 2 * (y * z + w * x);
        double r33 = 1 - 2 * (x * x + y * y);
        flexion = -Math.atan2(-r12, r22);
        double sineBend = Math.max(-1, Math.min(1, r32));
        bend = Math.asin(sineBend);
        rotation = Math.atan2(-r31, r33);
        Quaternions.upInFrame(upper, up);
        // bent sideways by a right angle flexion and rotation are one: there everything is uncertain
        double cosineBend = Math.max(1e-3, Math.sqrt(1 - sineBend * sineBend));
        double cosine = r33 / cosineBend;
        double sine = -r31 / cosineBend;
        bendPerHeading = up[0] * cosine + up[2] * sine;
        double aboutZ = (up[2] * cosine - up[0] * sine) / cosineBend;
        flexionPerHeading = -aboutZ;
        rotationPerHeading = up[1] - aboutZ * sineBend;
    }
}
