package org.plumbline.core.repetition;

/** Tells of a movement by itself whether it looks like what people do beside lifting: walk, turn round, reach for something. */
final class EverydayMovement {
    /** A movement that is walked for more than this share is part of walking. */
    private static final double LONGEST_WALKED_SHARE = 0.5;

    /**
     * A first repetition counts at once where at its lower end the trunk leans no further than this to the side and the lumbar spine
     * is flexed no further than lifters' are (about 33° from standing, Bengtsson 2022), degrees: who bends for a plate does one or
     * the other there. What happens on the way up, be it ever so bad, is form.
     */
    private static final double FIRST_LEAN_DEG = 5;

    static final double FIRST_FLEXION_DEG = 38;

    /** Someone who walked about the time of it, and turns or leans so far, turned round, degrees. */
    private static final double WALKING_LEAN_DEG = 5;

    private static final double WALKING_TURN_DEG = 9;

    /** Beyond this a movement is no lift, whatever else there is: somebody turns round or reaches to the side, degrees. */
    private static final double LARGEST_SIDE_DEG = 25;

    private static final double LARGEST_TURN_DEG = 50;

    private EverydayMovement() {}

    /** Whether it is part of a walk. */
    static boolean isWalking(Movement movement) {
        return movement.walkingShare() > LONGEST_WALKED_SHARE;
    }

    /** Whether it may be part of walking about. */
    static boolean isLikeTurningRound(Movement movement) {
        boolean walked = movement.followsWalking() || movement.walkingShare() > 0;
        return walked && (movement.leanDeg() > WALKING_LEAN_DEG || movement.turnDeg() > WALKING_TURN_DEG);
    }

    /** Whether somebody may be reaching for something: askew, or with a back rounder than a lifter's. */
    static boolean isLikeReaching(Movement movement) {
        return isAskew(movement) || movement.bottomFlexionDeg() > FIRST_FLEXION_DEG;
    }

    /** Whether the trunk leans to a side at its lower end. */
    static boolean isAskew(Movement movement) {
        return movement.bottomLeanDeg() > FIRST_LEAN_DEG;
    }

    /** Whether it goes so far to the side or round that it is no lift. */
    static boolean isNoLift(Movement movement) {
        return movement.leanDeg() > LARGEST_SIDE_DEG || movement.turnDeg() > LARGEST_TURN_DEG;
    }
}
