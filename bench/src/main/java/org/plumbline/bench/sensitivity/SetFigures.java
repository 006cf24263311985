package org.plumbline.bench.sensitivity;

import java.nio.file.Path;
import java.util.Map;

/** The figures that a changed number may move; known to all class loaders, so that their values can be compared. */
public interface SetFigures {
    /** Each figure by name, in the order of the tables. */
    Map<String, Figure> of(Path data);
}
