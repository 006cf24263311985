package org.plumbline.server.review;

import java.util.function.Function;
import org.plumbline.server.review.chart.Chart;
import org.plumbline.server.review.chart.ChartSize;
import org.plumbline.server.review.chart.ChartTheme;
import org.plumbline.server.review.chart.ChartedSet;
import org.plumbline.server.review.chart.HeatStrip;
import org.plumbline.server.review.chart.PaceChart;
import org.plumbline.server.review.chart.RepetitionChart;
import org.plumbline.server.review.chart.SmallMultiples;
import org.springframework.ui.Model;

/** The charts on the page of a set: those there is something to draw for. */
final class SetCharts {
    private final ChartedSet set;
    private final String path;
    private final String query;

    private SetCharts(ChartedSet set, String path, String query) {
        this.set = set;
        this.path = path;
        this.query = query;
    }

    /**
     * @param path address of the set's page
     * @param query which part of the set they show, as more of their addresses' query; empty of the first
     */
    static void addTo(Model model, ChartedSet set, String path, String query) {
        new SetCharts(set, path, query).addTo(model);
    }

    private void addTo(Model model) {
        boolean drawable = set.isDrawable();
        model.addAttribute("drawable", drawable);
        model.addAttribute("holdsOfBefore", set.hasHoldsOfBefore() ? set.withoutCourse() : null);
        if (drawable) {
            model.addAttribute("overlay", picture("/chart", size -> RepetitionChart.of(set, ChartTheme.LIGHT, size)));
        }
        if (drawable && !set.isHold()) {
            model.addAttribute(
                    "multiples", picture("/charts/reps", size -> SmallMultiples.of(set, ChartTheme.LIGHT, size)));
        }
        if (HeatStrip.isDrawable(set)) {
            model.addAttribute("heat", picture("/charts/heat", size -> HeatStrip.of(set, ChartTheme.LIGHT, size)));
        }
        if (PaceChart.isDrawable(set)) {
            model.addAttribute("pace", picture("/charts/pace", size -> PaceChart.of(set, ChartTheme.LIGHT, size)));
        }
    }

    private ChartPicture picture(String name, Function<ChartSize, Chart> drawn) {
        return ChartPicture.of(path + name, query, drawn.apply(ChartSize.WIDE), drawn.apply(ChartSize.NARROW));
    }
}
