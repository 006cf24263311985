package org.plumbline.server.review.chart;

import java.awt.Stroke;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.plumbline.server.training.FormWords;
import org.plumbline.server.web.Words;

/** The raw samples of the sensors around a moment: what everything else was made from, with nothing in between. */
public final class SamplesChart {
    /**
     * What one sensor gave.
     *
     * @param name where it sits, in words
     * @param timeS times on the set's clock, s
     * @param rateDegPerS size of the angular rate
     * @param forceMs2 size of the specific force
     */
    public record Trace(String name, double[] timeS, double[] rateDegPerS, double[] forceMs2) {}

    private final List<Trace> traces;
    private final double fromS;
    private final double toS;
    private final double momentS;
    private final ChartTheme theme;
    private final PlotStyle style;

    private SamplesChart(List<Trace> traces, double fromS, double toS, double momentS, ChartTheme theme) {
        this.traces = traces;
        this.fromS = fromS;
        this.toS = toS;
        this.momentS = momentS;
        this.theme = theme;
        this.style = new PlotStyle(theme);
    }

    /**
     * Plans the chart.
     *
     * @param momentS the moment looked at, seconds on the set's clock; it is marked
     */
    public static Chart of(
            List<Trace> traces, double fromS, double toS, double momentS, ChartTheme theme, ChartSize size) {
        long samples = traces.stream().mapToLong(trace -> trace.timeS().length).sum();
        String finding = samples == 0
                ? Words.say("chart.samples.none", FormWords.amount(momentS, "s"))
                : Words.say(
                        "chart.samples.title",
                        samples,
                        traces.size(),
                        FormWords.amount(toS - fromS, "s"),
                        FormWords.amount(momentS, "s"));
        return Chart.of(
                new SamplesChart(traces, fromS, toS, momentS, theme).chart(finding), finding, size.width, size.height);
    }

    private JFreeChart chart(String finding) {
        NumberAxis time = style.axis(Words.say("chart.samples.time"));
        time.setRange(fromS, Math.max(toS, fromS + 0.1));
        CombinedDomainXYPlot both = new CombinedDomainXYPlot(time);
        both.setGap(14);
        both.setBackgroundPaint(theme.paper);
        both.add(panel(true));
        both.add(panel(false));
        return style.chart(finding, both);
    }

    private XYPlot panel(boolean rate) {
        XYSeriesCollection lines = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer = Courses.lines();
        double most = 0;
        for (int i = 0; i < traces.size(); i++) {
            Trace trace = traces.get(i);
            double[] values = rate ? trace.rateDegPerS() : trace.forceMs2();
            XYSeries line = new XYSeries(i, false);
            double before = Double.NaN;
            for (int k = 0; k < values.length; k++) {
                if (trace.timeS()[k] - before > 0.1) {
                    // a hole in the samples is a hole in the line
                    line.add((before + trace.timeS()[k]) / 2, null);
                }
                before = trace.timeS()[k];
                line.add(trace.timeS()[k], values[k]);
                most = Math.max(most, values[k]);
            }
            lines.addSeries(line);
            renderer.setSeriesPaint(i, i == 0 ? theme.ink : theme.level(1));
            renderer.setSeriesStroke(i, stroke(i));
        }
        NumberAxis axis = style.axisFor(Words.say(rate ? "chart.samples.rate" : "chart.samples.force"), 0, most);
        XYPlot plot = new XYPlot(lines, null, axis, renderer);
        style.style(plot);
        plot.setNoDataMessage(Words.say("chart.samples.hole"));
        style.markX(plot, momentS, rate ? Words.say("chart.samples.flag") : "", momentS < (fromS + toS) / 2);
        if (rate) {
            names(plot, most);
        }
        return plot;
    }

    private Stroke stroke(int sensor) {
        return sensor == 0 ? theme.thin : sensor == 1 ? theme.dashed : theme.dotted;
    }

    /** Direct labels, one under the other at the left: solid line, dashed line. */
    private void names(XYPlot plot, double most) {
        for (int i = 0; i < traces.size(); i++) {
            String stroke = Words.say(
                    i == 0 ? "chart.samples.solid" : i == 1 ? "chart.samples.dashed" : "chart.samples.dotted");
            plot.addAnnotation(style.label(
                    stroke + " " + traces.get(i).name(),
                    fromS + 0.01 * (toS - fromS),
                    most * (1.18 - 0.14 * i),
                    i == 0 ? theme.ink : theme.level(1),
                    TextAnchor.TOP_LEFT));
        }
    }
}
