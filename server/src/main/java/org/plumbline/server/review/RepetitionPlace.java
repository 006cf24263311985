package org.plumbline.server.review;

import org.plumbline.core.AnalysisResult;

/** Ties what people said to the movement they meant: by a moment inside it, because numbers move with corrections. */
final class RepetitionPlace {
    private RepetitionPlace() {}

    static double momentOf(AnalysisResult.Repetition repetition) {
        return (repetition.startS() + repetition.endS()) / 2;
    }

    static boolean isWithin(AnalysisResult.Repetition repetition, double momentS) {
        return momentS >= repetition.startS() && momentS <= repetition.endS();
    }
}
