package org.plumbline.server.review.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** On how many pages a report is set. */
class ReportPdfTest {
    private static final String END = "Signature";

    /** A report of so many lines; at the usual size about fifty go on a page. */
    private static PDDocument report(int lines) throws IOException {
        List<Block> blocks = new ArrayList<>();
        for (int i = 1; i <= lines; i++) {
            blocks.add(new Block.Text("Line " + i + ".", false));
        }
        blocks.add(new Block.SignatureLine(END, "Date"));
        return Loader.loadPDF(ReportPdf.of("Report", "foot", blocks));
    }

    @Test
    void whatIsALittleMoreThanAPageIsSetOnOne() throws IOException {
        for (int lines : new int[] {20, 48, 52, 56}) {
            try (PDDocument report = report(lines)) {
                assertEquals(1, report.getNumberOfPages(), lines + " lines");
                assertTrue(new PDFTextStripper().getText(report).contains(END), lines + " lines");
            }
        }
    }

    @Test
    void whatIsMuchMoreThanAPageFillsASecondOne() throws IOException {
        try (PDDocument report = report(90)) {
            assertEquals(2, report.getNumberOfPages());
            PDFTextStripper second = new PDFTextStripper();
            second.setStartPage(2);
            assertTrue(second.getText(report).lines().count() > 20, second.getText(report));
        }
    }
}
