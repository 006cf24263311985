package org.plumbline.core.simulation;

/** The angles that make up the lifter's posture; all zero in neutral standing. */
enum BodyAngle {
    /** The way the lifter faces, to the left positive. */
    FACING,
    /** Pelvis against gravity, forward positive. */
    PELVIS_TILT,
    /** Pelvis to the right positive. */
    PELVIS_LIST,
    /** Thorax against pelvis, flexion positive. */
    LUMBAR_FLEXION,
    /** Thorax against pelvis, to the right positive. */
    LATERAL_BEND,
    /** Thorax against pelvis, to the left positive. */
    AXIAL_ROTATION,
    /** Shank against gravity, forward positive. */
    SHANK_LEAN,
    /** Thigh against gravity, hip behind the knee positive. */
    THIGH_LEAN
}
