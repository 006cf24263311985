package org.plumbline.server.review.print;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.Image;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.FontMapper;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.review.chart.Chart;
import org.plumbline.server.web.Words;

/** Sets a report on A4, in ink on white with the bundled font, so that it prints in black and white and its text can be found. */
public final class ReportPdf {
    /** Nobody reads a third page. */
    private static final int MOST_PAGES = 2;

    private static final String FONT = "/fonts/DejaVuSans.ttf";
    private static final float MARGIN = 42;
    private static final float FOOT = 24;
    private static final float BODY = 8.5f;
    private static final float HEADING = 11;
    private static final float TITLE = 16;

    /** How small it is set, of its usual size, so that it goes on two pages at all. */
    private static final float SMALLEST = 0.7f;

    /** How small it is set so that little need not stand on a second page: small print for its own sake is no gain. */
    private static final float SMALLEST_FOR_LOOKS = 0.8f;

    private static final float STEP = 0.05f;

    /** A second page with less than this share of it filled is hardly one. */
    private static final float LITTLE = 0.35f;

    private static final Color INK = Color.BLACK;
    private static final Color QUIET = new Color(0x44, 0x44, 0x44);
    private static final Color RULE = new Color(0x99, 0x99, 0x99);

    /** Of the width of the page: charts of 800 × 440. */
    private static final float CHART_SHARE = 0.78f;

    private final BaseFont face;
    private final float scale;

    /** Whether nothing but the signature stands on the last page. */
    private boolean signatureAlone;

    /** How much of the last page is filled, from 0 to 1. */
    private float lastPageFilled;

    private ReportPdf(BaseFont face, float scale) {
        this.face = face;
        this.scale = scale;
    }

    /**
     * Sets a report. Where it does not go on two pages, the signature would stand alone on the last, or next to nothing on the second, it
     * is set smaller.
     *
     * @param title the title, also that of the file
     * @param foot what stands at the foot of every page, before its number
     */
    public static byte[] of(String title, String foot, List<Block> blocks) throws IOException {
        BaseFont face = face();
        byte @Nullable [] legible = null;
        for (int step = 0; ; step++) {
            float scale = 1 - step * STEP;
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(128 * 1024);
            ReportPdf report = new ReportPdf(face, scale);
            int pages = report.write(title, foot, blocks, bytes);
            if (pages <= MOST_PAGES && !report.signatureAlone) {
                if (pages < MOST_PAGES || report.lastPageFilled >= LITTLE) {
                    return bytes.toByteArray();
                }
                legible = legible == null ? bytes.toByteArray() : legible;
            }
            if (legible != null && scale - STEP < SMALLEST_FOR_LOOKS) {
                return legible;
            }
            if (scale - STEP < SMALLEST) {
                return bytes.toByteArray();
            }
        }
    }

    private static BaseFont face() throws IOException {
        try (InputStream in = ReportPdf.class.getResourceAsStream(FONT)) {
            byte[] bytes = Objects.requireNonNull(in, FONT).readAllBytes();
            BaseFont face =
                    BaseFont.createFont("DejaVuSans.ttf", BaseFont.IDENTITY_H, BaseFont.EMBEDDED, true, bytes, null);
            face.setSubset(true);
            return face;
        }
    }

    private int write(String title, String foot, List<Block> blocks, ByteArrayOutputStream bytes) throws IOException {
        Document document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN + FOOT);
        PdfWriter writer = PdfWriter.getInstance(document, bytes);
        Foot pages = new Foot(foot);
        writer.setPageEvent(pages);
        document.addTitle(title);
        document.addCreator("Plumbline");
        document.open();
        document.setDocumentLanguage(Words.language().getLanguage());
        document.add(new Paragraph(TITLE * scale * 1.3f, title, font(TITLE, INK)));
        for (int i = 0; i < blocks.size(); i++) {
            Block next = i + 1 < blocks.size() ? blocks.get(i + 1) : null;
            if (blocks.get(i) instanceof Block.Heading heading && next instanceof Block.Figure figure) {
                document.add(together(heading(heading.text()), document, writer, figure));
                i++;
            } else {
                add(document, writer, blocks.get(i));
            }
        }
        lastPageFilled = (document.top() - writer.getVerticalPosition(false)) / (document.top() - document.bottom());
        document.close();
        return pages.count;
    }

    private void add(Document document, PdfWriter writer, Block block) throws IOException {
        if (block instanceof Block.Heading heading) {
            document.add(heading(heading.text()));
        } else if (block instanceof Block.Text text) {
            Paragraph paragraph =
                    new Paragraph(BODY * scale * 1.4f, text.text(), font(BODY, text.quiet() ? QUIET : INK));
            paragraph.setSpacingAfter(2 * scale);
            document.add(paragraph);
        } else if (block instanceof Block.Table table) {
            document.add(table(table));
        } else if (block instanceof Block.Figure figure) {
            document.add(together(null, document, writer, figure));
        } else if (block instanceof Block.SignatureLine line) {
            int page = writer.getPageNumber();
            document.add(signature(line));
            signatureAlone = writer.getPageNumber() > page;
        }
    }

    private PdfPTable heading(String text) {
        PdfPTable set = new PdfPTable(1);
        set.setWidthPercentage(100);
        set.setSpacingBefore(10 * scale);
        set.setSpacingAfter(3 * scale);
        PdfPCell cell = new PdfPCell(new Phrase(HEADING * scale * 1.3f, text, font(HEADING, INK)));
        cell.setBorder(Rectangle.BOTTOM);
        cell.setBorderWidth(0.6f);
        cell.setBorderColor(RULE);
        cell.setPadding(0);
        cell.setPaddingBottom(3 * scale);
        set.addCell(cell);
        return set;
    }

    private PdfPTable table(Block.Table table) {
        float[] widths = new float[table.widths().size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = table.widths().get(i);
        }
        PdfPTable set = new PdfPTable(widths);
        set.setWidthPercentage(100);
        set.setSpacingBefore(2 * scale);
        set.setSpacingAfter(3 * scale);
        set.setHeaderRows(1);
        for (String name : table.head()) {
            set.addCell(cell(name, QUIET, 0.8f));
        }
        for (List<String> row : table.rows()) {
            for (String value : row) {
                set.addCell(cell(value, INK, 0.3f));
            }
        }
        return set;
    }

    private PdfPCell cell(String text, Color color, float rule) {
        PdfPCell cell = new PdfPCell(new Phrase(BODY * scale * 1.3f, text, font(BODY, color)));
        cell.setBorder(Rectangle.BOTTOM);
        cell.setBorderWidth(rule);
        cell.setBorderColor(RULE);
        cell.setPadding(2 * scale);
        cell.setPaddingLeft(0);
        cell.setPaddingRight(6 * scale);
        return cell;
    }

    /** A figure with its caption, and with its heading where it has one, on one page. */
    private PdfPTable together(@Nullable PdfPTable heading, Document document, PdfWriter writer, Block.Figure figure)
            throws IOException {
        PdfPTable set = new PdfPTable(1);
        set.setWidthPercentage(100);
        set.setSpacingBefore(10 * scale);
        set.setKeepTogether(true);
        set.setSplitRows(false);
        if (heading != null) {
            PdfPCell cell = new PdfPCell(heading);
            cell.setBorder(Rectangle.NO_BORDER);
            cell.setPadding(0);
            set.addCell(cell);
        }
        PdfPCell drawn = new PdfPCell(figure(document, writer, figure), false);
        drawn.setBorder(Rectangle.NO_BORDER);
        drawn.setPadding(0);
        drawn.setPaddingTop(4 * scale);
        set.addCell(drawn);
        PdfPCell caption = new PdfPCell(new Phrase(BODY * scale * 1.3f, figure.caption(), font(BODY, QUIET)));
        caption.setBorder(Rectangle.NO_BORDER);
        caption.setPadding(0);
        caption.setPaddingTop(3 * scale);
        set.addCell(caption);
        return set;
    }

    /** Drawn, and not a picture: its text can be found, and it is sharp at any size. */
    private Image figure(Document document, PdfWriter writer, Block.Figure figure) throws IOException {
        Chart chart = figure.chart();
        PdfTemplate template = writer.getDirectContent().createTemplate(chart.width(), chart.height());
        Graphics2D graphics = template.createGraphics(chart.width(), chart.height(), new OneFace(face));
        chart.drawing().draw(graphics, new Rectangle2D.Double(0, 0, chart.width(), chart.height()));
        graphics.dispose();
        Image image = Image.getInstance(template);
        float width = (document.right() - document.left()) * CHART_SHARE * scale;
        image.scaleToFit(width, width);
        return image;
    }

    private PdfPTable signature(Block.SignatureLine line) {
        PdfPTable set = new PdfPTable(new float[] {3, 2});
        set.setWidthPercentage(100);
        set.setSpacingBefore(30 * scale);
        set.setKeepTogether(true);
        for (String under : List.of(line.name(), line.date())) {
            PdfPCell cell = new PdfPCell(new Phrase(under, font(BODY, QUIET)));
            cell.setBorder(Rectangle.TOP);
            cell.setBorderWidth(0.8f);
            cell.setPaddingTop(3 * scale);
            set.addCell(cell);
        }
        return set;
    }

    private Font font(float size, Color color) {
        return new Font(face, size * scale, Font.NORMAL, color);
    }

    /** Whatever font a chart asks for, it is the bundled one. */
    private record OneFace(BaseFont face) implements FontMapper {
        @Override
        public BaseFont awtToPdf(java.awt.Font font) {
            return face;
        }

        @Override
        public java.awt.Font pdfToAwt(BaseFont font, int size) {
            return new java.awt.Font(java.awt.Font.SANS_SERIF, java.awt.Font.PLAIN, size);
        }
    }

    /** The foot of every page with its number, and how many there are. */
    private final class Foot extends PdfPageEventHelper {
        private final String text;
        private int count;

        private Foot(String text) {
            this.text = text;
        }

        @Override
        public void onEndPage(PdfWriter writer, Document document) {
            count = writer.getPageNumber();
            Phrase phrase = new Phrase(text + " · " + count, font(BODY - 1, QUIET));
            ColumnText.showTextAligned(
                    writer.getDirectContent(),
                    Element.ALIGN_LEFT,
                    phrase,
                    document.left(),
                    document.bottom() - FOOT + 4,
                    0);
        }
    }
}
