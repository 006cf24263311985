package org.plumbline.server.review.chart;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.apache.batik.dom.GenericDOMImplementation;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.jfree.chart.text.TextUtils;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Charts as bytes: SVG with text as text, and PNG at twice the size. */
final class ChartImages {
    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final int PNG_SCALE = 2;

    static {
        // otherwise the label of an upright axis is drawn as outlines and not as text
        TextUtils.setUseDrawRotatedStringWorkaround(false);
    }

    private ChartImages() {}

    static byte[] svg(Chart chart) throws IOException {
        Document document = GenericDOMImplementation.getDOMImplementation().createDocument(SVG, "svg", null);
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
        context.setComment(null);
        SVGGraphics2D graphics = new SVGGraphics2D(context, false);
        chart.drawing().draw(graphics, new Rectangle2D.Double(0, 0, chart.width(), chart.height()));
        Element root = graphics.getRoot();
        root.setAttribute("viewBox", "0 0 " + chart.width() + " " + chart.height());
        root.setAttribute("role", "img");
        Element title = document.createElementNS(SVG, "title");
        title.setTextContent(chart.alternative());
        root.insertBefore(title, root.getFirstChild());
        StringWriter text = new StringWriter(96 * 1024);
        graphics.stream(root, text, true, false);
        return text.toString()
                .replaceAll("font-family:('Dialog'|sans-serif)", "font-family:system-ui,'DejaVu Sans',sans-serif")
                .getBytes(StandardCharsets.UTF_8);
    }

    static byte[] png(Chart chart) throws IOException {
        BufferedImage image =
                new BufferedImage(chart.width() * PNG_SCALE, chart.height() * PNG_SCALE, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.scale(PNG_SCALE, PNG_SCALE);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            chart.drawing().draw(graphics, new Rectangle2D.Double(0, 0, chart.width(), chart.height()));
        } finally {
            graphics.dispose();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(96 * 1024);
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }
}
