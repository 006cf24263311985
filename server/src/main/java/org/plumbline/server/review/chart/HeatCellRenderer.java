package org.plumbline.server.review.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.data.xy.XYDataset;
import org.plumbline.server.training.FormWords;

/** Draws the cells of a heat strip: a colour, a shape and, where there is room, the value. */
final class HeatCellRenderer extends AbstractXYItemRenderer {
    private static final long serialVersionUID = 1L;

    /** Narrower cells have no room for a value beside the shape, pixels. */
    private static final double ROOM_FOR_VALUE = 44;

    private final transient List<List<HeatStrip.Cell>> rows;
    private final ChartTheme theme;

    HeatCellRenderer(List<List<HeatStrip.Cell>> rows, ChartTheme theme) {
        this.rows = rows;
        this.theme = theme;
    }

    @Override
    public void drawItem(
            Graphics2D graphics,
            XYItemRendererState state,
            Rectangle2D area,
            PlotRenderingInfo info,
            XYPlot plot,
            ValueAxis domain,
            ValueAxis range,
            XYDataset data,
            int series,
            int item,
            CrosshairState crosshair,
            int pass) {
        double x = data.getXValue(series, item);
        double left = domain.valueToJava2D(x - 0.5, area, plot.getDomainAxisEdge());
        double right = domain.valueToJava2D(x + 0.5, area, plot.getDomainAxisEdge());
        double one = range.valueToJava2D(series - 0.5, area, plot.getRangeAxisEdge());
        double other = range.valueToJava2D(series + 0.5, area, plot.getRangeAxisEdge());
        Rectangle2D cell =
                new Rectangle2D.Double(left + 1, Math.min(one, other) + 1, right - left - 2, Math.abs(other - one) - 2);
        HeatStrip.Cell content = rows.get(series).get(item);
        if (content.level() == FormWords.NOT_ASSESSED) {
            hatch(graphics, cell);
        } else if (content.level() < 0) {
            graphics.setPaint(theme.repetition);
            graphics.setStroke(new BasicStroke(1f));
            graphics.draw(cell);
        } else {
            graphics.setPaint(content.level() == 0 ? theme.grid : ChartTheme.field(content.level()));
            graphics.fill(cell);
        }
        boolean roomy = cell.getWidth() >= ROOM_FOR_VALUE && !content.value().isEmpty();
        double centre = roomy ? cell.getX() + 9 : cell.getCenterX();
        shape(graphics, content.level(), centre, cell.getCenterY());
        if (roomy) {
            graphics.setFont(theme.tick);
            graphics.setPaint(content.level() > 0 ? ChartTheme.STATE_INK : theme.ink);
            double width = graphics.getFontMetrics().stringWidth(content.value());
            if (width < cell.getWidth() - 20) {
                graphics.drawString(
                        content.value(), (float) (cell.getMaxX() - width - 4), (float) (cell.getCenterY() + 4.5));
            }
        }
    }

    private void hatch(Graphics2D graphics, Rectangle2D cell) {
        graphics.setPaint(theme.repetition);
        graphics.setStroke(new BasicStroke(1f));
        graphics.draw(cell);
        Shape clip = graphics.getClip();
        graphics.clip(cell);
        Path2D lines = new Path2D.Double();
        for (double x = cell.getX() - cell.getHeight(); x < cell.getMaxX(); x += 6) {
            lines.append(new Line2D.Double(x, cell.getMaxY(), x + cell.getHeight(), cell.getY()), false);
        }
        graphics.draw(lines);
        graphics.setClip(clip);
    }

    private static Shape triangle(double x, double y) {
        Path2D triangle = new Path2D.Double();
        triangle.moveTo(x, y - 5);
        triangle.lineTo(x + 5.5, y + 4.5);
        triangle.lineTo(x - 5.5, y + 4.5);
        triangle.closePath();
        return triangle;
    }

    private void shape(Graphics2D graphics, int level, double x, double y) {
        graphics.setStroke(new BasicStroke(1.6f));
        switch (level) {
            case 0 -> {
                graphics.setPaint(ChartTheme.field(0));
                graphics.fill(new Ellipse2D.Double(x - 4, y - 4, 8, 8));
            }
            case 1 -> {
                graphics.setPaint(ChartTheme.STATE_INK);
                graphics.draw(new Ellipse2D.Double(x - 4, y - 4, 8, 8));
            }
            case 2 -> {
                graphics.setPaint(ChartTheme.STATE_INK);
                graphics.fill(triangle(x, y));
            }
            case 3 -> {
                graphics.setPaint(ChartTheme.STATE_INK);
                graphics.fill(new Rectangle2D.Double(x - 4.5, y - 4.5, 9, 9));
            }
            case FormWords.UNDER_ROUNDING -> {
                graphics.setPaint(theme.ink);
                graphics.draw(triangle(x, y));
            }
            case FormWords.SWITCHED_OFF -> {
                graphics.setPaint(theme.ink);
                graphics.draw(new Line2D.Double(x - 4.5, y, x + 4.5, y));
            }
            default -> {
                // hatched is shape enough
            }
        }
    }
}
