package org.plumbline.server.review.print;

import java.util.List;
import org.plumbline.server.review.chart.Chart;

/** A part of a report. */
public sealed interface Block {
    /** A heading of a section. */
    record Heading(String text) implements Block {}

    /** A paragraph; {@code quiet} where it explains and does not report. */
    record Text(String text, boolean quiet) implements Block {}

    /**
     * A table.
     *
     * @param widths relative widths of the columns
     * @param head names of the columns
     * @param rows cells by row
     */
    record Table(List<Float> widths, List<String> head, List<List<String>> rows) implements Block {}

    /** A chart with its caption. */
    record Figure(Chart chart, String caption) implements Block {}

    /** The line to sign on. */
    record SignatureLine(String name, String date) implements Block {}
}
