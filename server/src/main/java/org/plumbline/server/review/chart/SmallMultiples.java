package org.plumbline.server.review.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeriesCollection;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.training.StoredRepetition;
import org.plumbline.server.web.Words;

/** Every repetition in a small chart of its own, all to one scale, each against the lifter's usual. */
public final class SmallMultiples {
    /** More than this are no longer small multiples; the last ones are shown. */
    private static final int MOST = 24;

    private static final int HEAD = 72;
    private static final int HEAD_NARROW = 92;
    private static final int CELL = 112;

    private final ChartedSet set;
    private final List<StoredRepetition> shown;
    private final ChartTheme theme;
    private final PlotStyle style;
    private final NumberAxis scale;
    private final int columns;
    private final int head;

    private SmallMultiples(ChartedSet set, ChartTheme theme, ChartSize size) {
        this.set = set;
        this.shown = shown(set);
        this.theme = theme;
        this.style = new PlotStyle(theme);
        this.columns = columns(size);
        this.head = head(size);
        this.scale = scale();
    }

    /** Plans the small multiples of a set. */
    public static Chart of(ChartedSet set, ChartTheme theme, ChartSize size) {
        SmallMultiples plan = new SmallMultiples(set, theme, size);
        return new Chart(plan.alternative(), size.width, height(set, size), plan::draw);
    }

    /** How high they come out, pixels. */
    public static int height(ChartedSet set, ChartSize size) {
        int rows = (Math.max(1, shown(set).size()) + columns(size) - 1) / columns(size);
        return head(size) + rows * CELL + 8;
    }

    private static int head(ChartSize size) {
        return size == ChartSize.WIDE ? HEAD : HEAD_NARROW;
    }

    private static int columns(ChartSize size) {
        return size == ChartSize.WIDE ? 4 : 3;
    }

    private static List<StoredRepetition> shown(ChartedSet set) {
        List<StoredRepetition> all = set.repetitions();
        return all.subList(Math.max(0, all.size() - MOST), all.size());
    }

    private String alternative() {
        return Words.say("chart.multiples.alt", set.finding().sentence(), shown.size());
    }

    private NumberAxis scale() {
        double least = 0;
        double most = 0;
        for (StoredRepetition repetition : shown) {
            for (double angle : ChartedSet.course(repetition, set.hasFlexion())) {
                least = Double.isFinite(angle) ? Math.min(least, angle) : least;
                most = Double.isFinite(angle) ? Math.max(most, angle) : most;
            }
        }
        return style.axisFor("", least, most);
    }

    private void draw(Graphics2D graphics, Rectangle2D area) {
        graphics.setPaint(theme.paper);
        graphics.fill(area);
        Rectangle2D top = new Rectangle2D.Double(area.getX(), area.getY(), area.getWidth(), head);
        head(graphics, top);
        double width = (area.getWidth() - 16) / columns;
        for (int i = 0; i < shown.size(); i++) {
            double x = area.getX() + 8 + i % columns * width;
            int row = i / columns;
            double y = area.getY() + head + (double) row * CELL;
            cell(shown.get(i), i % columns == 0).draw(graphics, new Rectangle2D.Double(x, y, width, CELL));
        }
    }

    /** The title as every chart has it, and under it what the axes are. */
    private void head(Graphics2D graphics, Rectangle2D area) {
        graphics.setFont(theme.title);
        graphics.setPaint(theme.ink);
        graphics.drawString(
                Words.say("chart.multiples.title", shown.size()), (float) area.getX() + 16, (float) area.getY() + 30);
        graphics.setFont(theme.label);
        graphics.setPaint(theme.quietInk);
        @Nullable UsualBand band = set.band(set.hasFlexion());
        String axes = Words.say(set.hasFlexion() ? "chart.multiples.flexion" : "chart.multiples.inclination");
        String usual = band == null ? "" : Words.say("chart.multiples.band", RepetitionChart.nameOf(band));
        float x = (float) area.getX() + 16;
        float y = (float) area.getY() + 54;
        boolean oneLine = head == HEAD;
        graphics.drawString(oneLine && !usual.isEmpty() ? axes + "; " + usual : axes, x, y);
        if (!oneLine) {
            graphics.drawString(usual, x, y + 20);
        }
    }

    private JFreeChart cell(StoredRepetition repetition, boolean first) {
        double[] course = ChartedSet.course(repetition, set.hasFlexion());
        int level = Levels.of(repetition.result());
        NumberAxis percent = style.percentAxis("");
        percent.setTickUnit(new NumberTickUnit(100));
        percent.setTickLabelsVisible(false);
        NumberAxis angle = style.axis("");
        angle.setRange(scale.getRange());
        angle.setTickUnit(new NumberTickUnit(tick(scale.getUpperBound())));
        angle.setTickLabelsVisible(first);
        angle.setFixedDimension(28);
        XYSeriesCollection lines = new XYSeriesCollection(Courses.line("rep", course));
        XYLineAndShapeRenderer renderer = Courses.lines();
        Color paint = level >= Levels.CAUTION ? theme.level(level) : theme.ink;
        renderer.setSeriesPaint(0, paint);
        renderer.setSeriesStroke(0, level >= Levels.CAUTION ? theme.strong : theme.thin);
        XYPlot plot = new XYPlot(lines, percent, angle, renderer);
        style.style(plot);
        plot.setInsets(new RectangleInsets(0, 0, 4, 4));
        @Nullable UsualBand band = set.band(set.hasFlexion());
        if (band != null) {
            Courses.addBand(renderer, band, theme);
        }
        JFreeChart chart = new JFreeChart(null, theme.label, plot, false);
        chart.setBackgroundPaint(ChartTheme.NO_PAINT);
        chart.setPadding(RectangleInsets.ZERO_INSETS);
        TextTitle title = new TextTitle(
                name(repetition, course, level),
                theme.label,
                paint,
                org.jfree.chart.ui.RectangleEdge.TOP,
                HorizontalAlignment.LEFT,
                org.jfree.chart.ui.VerticalAlignment.TOP,
                new RectangleInsets(0, 28, 2, 0));
        chart.setTitle(title);
        return chart;
    }

    private static double tick(double most) {
        return most > 60 ? 40 : most > 20 ? 20 : 10;
    }

    /** {@code 6 ▲ 52°}: the shape repeats what the colour says. */
    private String name(StoredRepetition repetition, double[] course, int level) {
        int peak = Courses.peakAt(course);
        String shape = level >= 3 ? " \u25A0" : level == Levels.CAUTION ? " \u25B2" : "";
        String number = String.valueOf(repetition.result().number());
        return (head == HEAD ? Words.say("chart.rep", number) : number) + shape + "  "
                + (peak < 0 ? Words.say("chart.not-assessed") : set.peak(repetition, set.hasFlexion()));
    }
}
