package org.plumbline.server.review.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.plumbline.server.web.Words;

/**
 * The level lines of a chart, whose names must not lie over each other: of two that are close the lower one has its name under it.
 * Where a chart is too narrow for names they stand under its title, and beside each line its number.
 */
final class LevelLines {
    /** Nearer than this share of the axis the names of two lines would touch. */
    private static final double CLOSE_SHARE = 0.09;

    private final List<Line> lines = new ArrayList<>();

    private record Line(double heightDeg, String name, String number) {}

    /** @param number what the line stands for, as short as it can be said */
    void add(double heightDeg, String name, String number) {
        lines.add(new Line(heightDeg, name, number));
    }

    void draw(XYPlot plot, PlotStyle style, boolean narrow) {
        lines.sort(Comparator.comparingDouble(Line::heightDeg).reversed());
        double close = CLOSE_SHARE * plot.getRangeAxis().getRange().getLength();
        double last = Double.POSITIVE_INFINITY;
        for (Line line : lines) {
            boolean over = last - line.heightDeg() > close;
            style.markY(plot, line.heightDeg(), narrow ? line.number() : line.name(), over);
            last = line.heightDeg();
        }
    }

    /** The names under the title of a narrow chart. */
    void addRemark(JFreeChart chart, PlotStyle style, boolean narrow) {
        if (narrow && !lines.isEmpty()) {
            chart.addSubtitle(style.remark(Words.say(
                    "chart.lines",
                    String.join("; ", lines.stream().map(Line::name).toList()))));
        }
    }
}
