package org.plumbline.core.orientation;

/** An estimate of the filter, turned by the smoothed error of the block it lies in. */
final class SmoothedEstimate implements OrientationEstimate {
    private final double[] orientation = new double[4];
    private final double[] specificForce = new double[3];
    private final double[] angularRate = new double[3];
    private final double[] turn = new double[4];
    private final double[] angle = new double[3];
    private boolean atRest;
    private boolean levelled;
    private double inclinationSigmaDeg;
    private double headingSigmaDeg;

    /** @param floor variance of tilt that no measurement takes away, both axes together, rad² */
    void set(EstimateBuffer buffer, int index, BlockHistory history, BackwardPass backward, double floor) {
        for (int i = 0; i < 4; i++) {
            orientation[i] = buffer.value(index, EstimateBuffer.ORIENTATION + i);
        }
        for (int i = 0; i < 3; i++) {
            specificForce[i] = buffer.value(index, EstimateBuffer.SPECIFIC_FORCE + i);
            angularRate[i] = buffer.value(index, EstimateBuffer.ANGULAR_RATE + i);
        }
        atRest = buffer.atRest(index);
        levelled = buffer.isLevelled(index);
        inclinationSigmaDeg = buffer.value(index, EstimateBuffer.INCLINATION_SIGMA);
        headingSigmaDeg = buffer.value(index, EstimateBuffer.HEADING_SIGMA);
        int block = buffer.block(index);
        // samples after the last closed block, and those while the vertical is found anew, know nothing of later ones
        if (block < history.blocks() && !buffer.isLevelling(index)) {
            correct(history, backward, block, shareOfBlock(history, block, buffer.timeMicros(index)), floor);
        }
    }

    private static double shareOfBlock(BlockHistory history, int block, long timeMicros) {
        if (block == 0 || history.isAfterCut(block)) {
            return 1;
        }
        long start = history.endMicros(block - 1);
        long duration = history.endMicros(block) - start;
        return duration <= 0 ? 1 : Math.max(0, Math.min(1, (timeMicros - start) / (double) duration));
    }

    private void correct(BlockHistory history, BackwardPass backward, int block, double share, double floor) {
        double tilt = backward.tiltVariance(block);
        double heading = backward.headingVariance(block);
        for (int i = 0; i < 3; i++) {
            // before the block's own measurements the error was larger by what they took out
            angle[i] = history.injected(block, i) + backward.correction(block, i);
        }
        if (share < 1) {
            for (int i = 0; i < 3; i++) {
                angle[i] = share * angle[i] + (1 - share) * backward.correction(block - 1, i);
            }
            tilt = share * tilt + (1 - share) * backward.tiltVariance(block - 1);
            heading = share * heading + (1 - share) * backward.headingVariance(block - 1);
        }
        correctBy(angle[0], angle[1], angle[2]);
        inclinationSigmaDeg = withWhatDoesNotAverage(inclinationSigmaDeg, Math.toDegrees(Math.sqrt(tilt + floor)));
        headingSigmaDeg = withWhatDoesNotAverage(headingSigmaDeg, Math.toDegrees(Math.sqrt(heading)));
    }

    /**
     * Half of the live filter's variance is of a kind that later samples do not take away: time stamps, sensor axes and
     * movement that is no white noise. With it, the share of errors within one sigma is about as in the live filter; without
     * it the smoother would claim more than measurement shows.
     */
    private static double withWhatDoesNotAverage(double liveSigma, double smoothedSigma) {
        return Math.sqrt(0.5 * (liveSigma * liveSigma + smoothedSigma * smoothedSigma));
    }

    private void correctBy(double x, double y, double z) {
        Quaternions.fromRotationVector(x, y, z, turn);
        Quaternions.multiply(turn, orientation, orientation);
        Quaternions.normalize(orientation);
        Quaternions.rotate(turn, specificForce, specificForce);
    }

    @Override
    public void copyOrientationTo(double[] wxyz) {
        System.arraycopy(orientation, 0, wxyz, 0, 4);
    }

    @Override
    public void copyAngularRateTo(double[] xyz) {
        System.arraycopy(angularRate, 0, xyz, 0, 3);
    }

    @Override
    public void copySpecificForceTo(double[] xyz) {
        System.arraycopy(specificForce, 0, xyz, 0, 3);
    }

    @Override
    public boolean atRest() {
        return atRest;
    }

    @Override
    public boolean isLevelled() {
        return levelled;
    }

    @Override
    public double inclinationSigmaDeg() {
        return inclinationSigmaDeg;
    }

    @Override
    public double headingSigmaDeg() {
        return headingSigmaDeg;
    }

    /** A smoothed past is not asked whether it walked: 0. */
    @Override
    public double walkingShare() {
        return 0;
    }
}
