package org.plumbline.server.review.chart;

import java.awt.BasicStroke;
import java.awt.Paint;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.Marker;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;

/** The parts that charts are put together from, in one theme. */
final class PlotStyle {
    final ChartTheme theme;

    PlotStyle(ChartTheme theme) {
        this.theme = theme;
    }

    /** Room beyond the data for labels, as a share of their range. */
    private static final double HEADROOM = 0.2;

    /** Room for half a mark along the axis of days or repetitions, as a share of the narrowest plot there is. */
    static final double MARK_ACROSS = 0.03;

    /** The same along the upright axis, which is the shorter one. */
    static final double MARK_UP = 0.07;

    /** No axis can be divided beyond: what was stored before it had a bound may be any number. */
    static final double FARTHEST = 1e300;

    NumberAxis axis(String label) {
        NumberAxis axis = new NumberAxis(label);
        style(axis);
        return axis;
    }

    void style(ValueAxis axis) {
        axis.setLabelFont(theme.label);
        axis.setLabelPaint(theme.quietInk);
        axis.setTickLabelFont(theme.tick);
        axis.setTickLabelPaint(theme.quietInk);
        axis.setAxisLinePaint(theme.quietInk);
        axis.setTickMarkPaint(theme.quietInk);
    }

    /** 0 to 100 % of a repetition. */
    NumberAxis percentAxis(String label) {
        NumberAxis axis = axis(label);
        axis.setRange(0, 100);
        axis.setTickUnit(new NumberTickUnit(25));
        return axis;
    }

    /** An axis from {@code least} to {@code most}, zero included, with room for labels above. */
    NumberAxis axisFor(String label, double least, double most) {
        return axisFor(label, least, most, HEADROOM);
    }

    /** @param headroom room beyond the data, as a share of their range */
    NumberAxis axisFor(String label, double least, double most, double headroom) {
        NumberAxis axis = axis(label);
        double low = Math.max(-FARTHEST, Math.min(0, least));
        double high = Math.min(FARTHEST, Math.max(low + 1, Math.max(0, most)));
        axis.setRange(low < 0 ? low - 0.05 * (high - low) : 0, high + headroom * (high - low));
        return axis;
    }

    /** Widens an axis so that a mark at either of two values is whole: what reaches beyond the plot is cut off. */
    static void makeRoom(NumberAxis axis, double least, double most, double share) {
        double lower = axis.getLowerBound();
        double upper = axis.getUpperBound();
        double room = share * (upper - lower);
        double from = Math.min(lower, Math.max(-FARTHEST, least) - room);
        double to = Math.max(upper, Math.min(FARTHEST, most) + room);
        if (from < lower || to > upper) {
            axis.setRange(from, to);
        }
    }

    void style(XYPlot plot) {
        plot.setBackgroundPaint(theme.paper);
        plot.setOutlineVisible(false);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(theme.grid);
        plot.setRangeGridlineStroke(theme.gridLine);
        // what comes last lies on top
        plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
        plot.setAxisOffset(new RectangleInsets(0, 0, 0, 0));
        plot.setNoDataMessageFont(theme.label);
        plot.setNoDataMessagePaint(theme.quietInk);
    }

    /** A chart without a legend: labels stand beside what they name. */
    JFreeChart chart(String title, Plot plot) {
        JFreeChart chart = new JFreeChart(null, theme.title, plot, false);
        chart.setBackgroundPaint(theme.paper);
        chart.setPadding(new RectangleInsets(8, 8, 8, 24));
        chart.setTitle(title(title));
        return chart;
    }

    TextTitle title(String text) {
        TextTitle title = new TextTitle(text, theme.title);
        title.setPaint(theme.ink);
        title.setHorizontalAlignment(HorizontalAlignment.LEFT);
        title.setTextAlignment(HorizontalAlignment.LEFT);
        title.setPadding(4, 8, 12, 8);
        return title;
    }

    /** A quiet line under the title. */
    TextTitle remark(String text) {
        TextTitle remark = title(text);
        remark.setFont(theme.label);
        remark.setPaint(theme.quietInk);
        remark.setPadding(0, 8, 8, 8);
        return remark;
    }

    /** A label at a point of the data. */
    XYTextAnnotation label(String text, double x, double y, Paint paint, TextAnchor anchor) {
        XYTextAnnotation label = new XYTextAnnotation(text, x, y);
        label.setFont(theme.label);
        label.setPaint(paint);
        label.setTextAnchor(anchor);
        return label;
    }

    /** An upright line with its name at the top. */
    void markX(XYPlot plot, double x, String name, boolean nameToTheRight) {
        ValueMarker marker = new ValueMarker(x, theme.grid, new BasicStroke(1.4f));
        marker.setLabel(name);
        name(marker, nameToTheRight);
        plot.addDomainMarker(marker, Layer.BACKGROUND);
    }

    /** A level line with its name over it, at the right end. */
    void markY(XYPlot plot, double y, String name) {
        markY(plot, y, name, true);
    }

    /** @param over whether the name stands over the line, or under it */
    void markY(XYPlot plot, double y, String name, boolean over) {
        markY(
                plot,
                y,
                name,
                over ? RectangleAnchor.TOP_RIGHT : RectangleAnchor.BOTTOM_RIGHT,
                over ? TextAnchor.BOTTOM_RIGHT : TextAnchor.TOP_RIGHT);
    }

    /** A level line with its name over it, at the left end. */
    void markYAtLeft(XYPlot plot, double y, String name) {
        markY(plot, y, name, RectangleAnchor.TOP_LEFT, TextAnchor.BOTTOM_LEFT);
    }

    private void markY(XYPlot plot, double y, String name, RectangleAnchor at, TextAnchor anchor) {
        ValueMarker marker = new ValueMarker(y, theme.ink, theme.hairline);
        marker.setLabel(name);
        marker.setLabelFont(theme.tick);
        marker.setLabelPaint(theme.ink);
        marker.setLabelBackgroundColor(ChartTheme.NO_PAINT);
        marker.setLabelAnchor(at);
        marker.setLabelTextAnchor(anchor);
        marker.setLabelOffset(new RectangleInsets(2, 2, 2, 2));
        // over any band: a limit that a band hides is not there
        plot.addRangeMarker(marker, Layer.FOREGROUND);
    }

    private void name(Marker marker, boolean right) {
        marker.setLabelFont(theme.tick);
        marker.setLabelPaint(theme.quietInk);
        marker.setLabelBackgroundColor(ChartTheme.NO_PAINT);
        marker.setLabelAnchor(right ? RectangleAnchor.TOP_RIGHT : RectangleAnchor.TOP_LEFT);
        marker.setLabelTextAnchor(right ? TextAnchor.TOP_LEFT : TextAnchor.TOP_RIGHT);
        marker.setLabelOffset(new RectangleInsets(4, 4, 4, 4));
    }
}
