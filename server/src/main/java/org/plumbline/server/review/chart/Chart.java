package org.plumbline.server.review.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import org.jfree.chart.JFreeChart;

/**
 * A chart, planned and not yet drawn. Its bytes are for pages (SVG), for keeping (PNG, twice the size) and for reports.
 *
 * @param alternative what it says, for those who do not see it
 * @param width pixels at 1×
 * @param height pixels at 1×
 * @param drawing draws it
 */
public record Chart(String alternative, int width, int height, Drawing drawing) {

    /** Draws into an area. */
    @FunctionalInterface
    public interface Drawing {
        void draw(Graphics2D graphics, Rectangle2D area);
    }

    static Chart of(JFreeChart chart, String alternative, int width, int height) {
        return new Chart(alternative, width, height, chart::draw);
    }

    public byte[] svg() throws IOException {
        return ChartImages.svg(this);
    }

    public byte[] png() throws IOException {
        return ChartImages.png(this);
    }
}
