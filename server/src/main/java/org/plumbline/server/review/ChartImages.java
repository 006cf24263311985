package org.plumbline.server.review;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.apache.batik.dom.GenericDOMImplementation;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.jfree.chart.JFreeChart;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Charts as bytes: SVG with text as text, and PNG at twice the size. */
final class ChartImages {
    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final int PNG_SCALE = 2;

    private ChartImages() {}

    /** @param alternative what the chart says, for those who do not see it */
    static byte[] svg(JFreeChart chart, String alternative) throws IOException {
        Document document = GenericDOMImplementation.getDOMImplementation().createDocument(SVG, "svg", null);
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
        context.setComment(null);
        SVGGraphics2D graphics = new SVGGraphics2D(context, false);
        chart.draw(graphics, new Rectangle2D.Double(0, 0, ChartTheme.WIDTH, ChartTheme.HEIGHT));
        Element root = graphics.getRoot();
        root.setAttribute("viewBox", "0 0 " + ChartTheme.WIDTH + " " + ChartTheme.HEIGHT);
        root.setAttribute("role", "img");
        Element title = document.createElementNS(SVG, "title");
        title.setTextContent(alternative);
        root.insertBefore(title, root.getFirstChild());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(96 * 1024);
        try (Writer writer = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
            graphics.stream(root, writer, true, false);
        }
        return bytes.toByteArray();
    }

    static byte[] png(JFreeChart chart) throws IOException {
        BufferedImage image = new BufferedImage(
                ChartTheme.WIDTH * PNG_SCALE, ChartTheme.HEIGHT * PNG_SCALE, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.scale(PNG_SCALE, PNG_SCALE);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            chart.draw(graphics, new Rectangle2D.Double(0, 0, ChartTheme.WIDTH, ChartTheme.HEIGHT));
        } finally {
            graphics.dispose();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(96 * 1024);
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }
}
