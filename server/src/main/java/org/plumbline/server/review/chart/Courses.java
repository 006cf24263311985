package org.plumbline.server.review.chart;

import java.awt.BasicStroke;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.jfree.chart.annotations.XYPolygonAnnotation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.Range;
import org.jfree.data.xy.XYSeries;

/** What is drawn over 0 to 100 % of a repetition. */
public final class Courses {
    /** Room that a name takes of the height of the axis. */
    private static final double NAME_SHARE = 0.12;

    private Courses() {}

    /** Draws each series as one path: one element of the picture and not a hundred. */
    static XYLineAndShapeRenderer lines() {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(true);
        return renderer;
    }

    static double percent(int point, double[] course) {
        return 100.0 * point / (course.length - 1);
    }

    static XYSeries line(Comparable<?> key, double[] course) {
        XYSeries line = new XYSeries(key, false);
        for (int i = 0; i < course.length; i++) {
            line.add(percent(i, course), Double.isFinite(course[i]) ? course[i] : null);
        }
        return line;
    }

    /** Index of the highest point, or -1. */
    public static int peakAt(double[] course) {
        int peak = -1;
        for (int i = 0; i < course.length; i++) {
            if (Double.isFinite(course[i]) && (peak < 0 || course[i] > course[peak])) {
                peak = i;
            }
        }
        return peak;
    }

    /** Index of the lowest point, or -1. */
    static int leastAt(double[] course) {
        return peakAt(Arrays.stream(course).map(value -> -value).toArray());
    }

    /** Draws the band of the usual behind everything: a pale surface with an edge that is seen in black and white too. */
    static void addBand(XYItemRenderer renderer, UsualBand band, ChartTheme theme) {
        List<Double> there = new ArrayList<>();
        List<Double> back = new ArrayList<>();
        for (int i = 0; i < band.lowDeg().length; i++) {
            if (Double.isFinite(band.lowDeg()[i])) {
                there.add(percent(i, band.lowDeg()));
                there.add(band.highDeg()[i]);
                back.add(0, band.lowDeg()[i]);
                back.add(0, percent(i, band.lowDeg()));
            }
        }
        if (there.size() < 4) {
            return;
        }
        there.addAll(back);
        double[] outline = there.stream().mapToDouble(Double::doubleValue).toArray();
        renderer.addAnnotation(
                new XYPolygonAnnotation(outline, new BasicStroke(0.8f), theme.bandEdge, theme.band), Layer.BACKGROUND);
    }

    /**
     * Writes the name of the band where band and courses leave most room: under them, where there is any, because what is flagged is
     * labelled above; else above them.
     *
     * @param halfWidth half of what the name takes of the axis, in points of a course
     */
    static void nameBand(
            XYPlot plot, UsualBand band, List<double[]> courses, String name, int halfWidth, PlotStyle style) {
        Range axis = plot.getRangeAxis().getRange();
        int under = roomiest(band.lowDeg(), courses, halfWidth, -1);
        double floor = under < 0 ? Double.NaN : outermost(band.lowDeg(), courses, under, halfWidth, -1);
        if (Double.isFinite(floor) && -floor - axis.getLowerBound() > NAME_SHARE * axis.getLength()) {
            plot.addAnnotation(style.label(
                    name, percent(under, band.lowDeg()), -floor, style.theme.bandName, TextAnchor.TOP_CENTER));
            return;
        }
        int best = roomiest(band.highDeg(), courses, halfWidth, 1);
        double lowest = best < 0 ? Double.NaN : outermost(band.highDeg(), courses, best, halfWidth, 1);
        if (best >= 0 && Double.isFinite(lowest)) {
            plot.addAnnotation(style.label(
                    name, percent(best, band.highDeg()), lowest, style.theme.bandName, TextAnchor.BOTTOM_CENTER));
        }
    }

    /** The point around which an edge of the band and the courses reach least far, up or (−1) down; -1 where none is known. */
    private static int roomiest(double[] edge, List<double[]> courses, int halfWidth, int sign) {
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int at = halfWidth; at < edge.length - halfWidth; at++) {
            double reach = outermost(edge, courses, at, halfWidth, sign);
            if (reach < least) {
                least = reach;
                best = at;
            }
        }
        return best;
    }

    private static double outermost(double[] edge, List<double[]> courses, int at, int halfWidth, int sign) {
        double outermost = Double.NEGATIVE_INFINITY;
        for (int i = at - halfWidth; i <= at + halfWidth; i++) {
            outermost = larger(outermost, sign * edge[i]);
            for (double[] course : courses) {
                outermost = larger(outermost, sign * course[i]);
            }
        }
        return outermost;
    }

    private static double larger(double one, double other) {
        return Double.isFinite(other) ? Math.max(one, other) : one;
    }

    /** Where the way up begins and where it ends, at the median of the repetitions. */
    static void addPhases(XYPlot plot, ChartedSet set, PlotStyle style, double roomPercent) {
        Phases phases = Phases.of(set.exercise());
        OptionalDouble up = set.percentOf(result -> result.barBreakS());
        OptionalDouble top = set.percentOf(ChartedSet::topS);
        if (phases.wayUp() != null && up.isPresent()) {
            style.markX(plot, up.getAsDouble(), phases.wayUp(), up.getAsDouble() < 80);
        }
        // a name that would lie over the other's is left out; so is the end of a repetition that ends there
        boolean apart = up.isEmpty() || Math.abs(top.orElse(0) - up.getAsDouble()) > roomPercent;
        if (phases.top() != null && top.isPresent() && top.getAsDouble() < 99) {
            style.markX(plot, top.getAsDouble(), apart ? phases.top() : "", top.getAsDouble() < 80);
        }
    }
}
