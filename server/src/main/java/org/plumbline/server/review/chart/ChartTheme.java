package org.plumbline.server.review.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Stroke;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.web.Words;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * The look of every chart, in one place: ink on paper, the flagged repetition strong, the others thin, limits a hairline.
 * The lines differ in weight and dash as well as in colour, so that a chart reads the same in black and white.
 */
public enum ChartTheme {
    LIGHT(0xFAFAF7, 0x1B1F23, 0x5C636B, 0xA9AFB6, 0xE4E4DE, 0xDCE9F1, 0x5B93B8, 0x005A8E, 0xA8480A, 0x8A5A00, 0x1F6FA3),
    DARK(0x101418, 0xE8E6E1, 0xA3A9B0, 0x5E666E, 0x262C32, 0x172A38, 0x3F6E8C, 0x7CC4EE, 0xF07A2B, 0xE69F00, 0x56B4E9),
    /** Ink on white, for paper that may be printed in black and white. */
    PRINT(0xFFFFFF, 0x000000, 0x444444, 0x707070, 0xE0E0E0, 0xE6E6E6, 0x808080, 0x444444, 0x000000, 0x303030, 0x505050);

    static final Color NO_PAINT = new Color(0, 0, 0, 0);

    /** Ink on a cell filled with a state's colour. */
    static final Color STATE_INK = new Color(0x0B0D0F);

    final Color paper;
    final Color ink;
    final Color quietInk;
    final Color repetition;
    final Color grid;
    /** The band of the usual, and its edges. */
    final Color band;

    final Color bandEdge;

    /** The name of the band, dark enough to be read. */
    final Color bandName;

    private final Color stop;
    private final Color caution;
    private final Color note;

    final Font title = new Font(Font.SANS_SERIF, Font.PLAIN, 18);
    final Font label = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
    final Font tick = new Font(Font.SANS_SERIF, Font.PLAIN, 12);

    final Stroke thin = new BasicStroke(1.2f);
    final Stroke medium = new BasicStroke(1.8f);
    final Stroke strong = new BasicStroke(3f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    final Stroke dashed = new BasicStroke(1.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, new float[] {6, 3}, 0);
    final Stroke hairline = new BasicStroke(1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, new float[] {5, 4}, 0);
    final Stroke dotted = new BasicStroke(1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, new float[] {2, 3}, 0);
    final Stroke gridLine = new BasicStroke(1f);

    ChartTheme(
            int paper,
            int ink,
            int quietInk,
            int repetition,
            int grid,
            int band,
            int bandEdge,
            int bandName,
            int stop,
            int caution,
            int note) {
        this.paper = new Color(paper);
        this.ink = new Color(ink);
        this.quietInk = new Color(quietInk);
        this.repetition = new Color(repetition);
        this.grid = new Color(grid);
        this.band = new Color(band);
        this.bandEdge = new Color(bandEdge);
        this.bandName = new Color(bandName);
        this.stop = new Color(stop);
        this.caution = new Color(caution);
        this.note = new Color(note);
    }

    /** Colour of a level, dark enough on the paper to be read as text. */
    Color level(int level) {
        return level >= 3 ? stop : level == 2 ? caution : note;
    }

    /** Colour of a surface that stands for a level (Okabe and Ito); the same in both themes, as on pages. */
    static Color field(int level) {
        return switch (level) {
            case 0 -> new Color(0x009E73);
            case 1 -> new Color(0x56B4E9);
            case 2 -> new Color(0xE69F00);
            case 3 -> new Color(0xD55E00);
            default -> new Color(0x8A8F98);
        };
    }

    /** The theme of that name; light where none is named. */
    public static ChartTheme named(@Nullable String name) {
        return switch (name == null ? "light" : name.toLowerCase(Locale.ROOT)) {
            case "light" -> LIGHT;
            case "dark" -> DARK;
            default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST, Words.say("chart.theme.refused"));
        };
    }
}
