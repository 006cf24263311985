package org.plumbline.server.training;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.plumbline.core.AnalysisResult;

/** Adds to a result what is said of the data it rests on. */
public final class AnalysisMessages {
    private AnalysisMessages() {}

    /** The result with more messages about its quality, each once. */
    public static AnalysisResult with(AnalysisResult result, List<String> more) {
        Set<String> messages = new LinkedHashSet<>(result.quality().messages());
        messages.addAll(more);
        return result.with(new AnalysisResult.Quality(result.quality().sensors(), List.copyOf(messages)));
    }
}
