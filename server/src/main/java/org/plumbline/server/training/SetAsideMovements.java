package org.plumbline.server.training;

import java.util.List;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.repetition.SetAside;

/** The movements of a result that were not counted though they go to and fro as a repetition does. */
public final class SetAsideMovements {
    private SetAsideMovements() {}

    public static List<SetAside> of(AnalysisResult result) {
        return List.of();
    }
}
