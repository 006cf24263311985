package org.plumbline.server.review.chart;

import java.awt.Shape;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.plumbline.server.web.Words;

/** Two things of a person's sets against each other, one point a set: load against how far form changed. */
public final class ScatterChart {
    /**
     * A set.
     *
     * @param x in the unit of the level axis
     * @param y in the unit of the upright axis
     * @param level 0 to 3, or -1 where not judged
     */
    public record Point(double x, double y, int level) {}

    private ScatterChart() {}

    /**
     * Plans the chart.
     *
     * @param edge a value of y from which on a change stands out of noise, drawn as a hairline; NaN where there is none
     */
    public static Chart of(
            String finding,
            String xAxis,
            String yAxis,
            List<Point> points,
            double edge,
            String edgeName,
            ChartTheme theme,
            ChartSize size) {
        PlotStyle style = new PlotStyle(theme);
        XYSeries series = new XYSeries("", false);
        double most = Double.isFinite(edge) ? edge : 0;
        double least = 0;
        double from = Double.POSITIVE_INFINITY;
        double to = Double.NEGATIVE_INFINITY;
        for (Point point : points) {
            series.add(point.x(), point.y());
            most = Math.max(most, point.y());
            least = Math.min(least, point.y());
            from = Math.min(from, point.x());
            to = Math.max(to, point.x());
        }
        NumberAxis x = style.axis(xAxis);
        if (!points.isEmpty()) {
            double leftmost = Math.min(from, PlotStyle.FARTHEST);
            double rightmost = Math.min(to, PlotStyle.FARTHEST);
            // of very large numbers a small margin is none
            double margin = Math.max(Math.max(2.5, 0.001 * rightmost), 0.06 * (rightmost - leftmost));
            x.setRange(leftmost - margin, rightmost + margin);
        }
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true) {
            private static final long serialVersionUID = 1L;

            @Override
            public Shape getItemShape(int row, int column) {
                return PaceChart.Shapes.of(points.get(column).level());
            }

            @Override
            public boolean getItemShapeFilled(int row, int column) {
                return points.get(column).level() >= 0;
            }

            @Override
            public java.awt.Paint getItemPaint(int row, int column) {
                int level = points.get(column).level();
                return level >= Levels.CAUTION ? theme.level(level) : level < 0 ? theme.quietInk : theme.ink;
            }
        };
        NumberAxis y = style.axisFor(yAxis, least, most);
        PlotStyle.makeRoom(y, points.stream().mapToDouble(Point::y).min().orElse(most), most, PlotStyle.MARK_UP);
        XYPlot plot = new XYPlot(points.isEmpty() ? null : new XYSeriesCollection(series), x, y, renderer);
        style.style(plot);
        plot.setNoDataMessage(Words.say("chart.progress.none"));
        if (Double.isFinite(edge)) {
            style.markY(plot, edge, edgeName);
        }
        JFreeChart chart = style.chart(finding, plot);
        chart.addSubtitle(style.remark(Words.say("chart.shapes")));
        return Chart.of(
                chart, Words.say("chart.scatter.alt", finding, xAxis, yAxis, points.size()), size.width, size.height);
    }
}
