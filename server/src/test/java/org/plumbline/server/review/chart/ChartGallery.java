package org.plumbline.server.review.chart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.plumbline.core.form.FlagName;
import org.plumbline.core.form.FormLimits;
import org.plumbline.core.repetition.ExerciseProfile;
import org.plumbline.server.training.StoredRepetition;

/** Draws one chart of each kind into a folder, to be looked at. */
final class ChartGallery {
    private ChartGallery() {}

    public static void main(String... folder) throws IOException {
        Path to = Files.createDirectories(Path.of(folder.length == 0 ? "target/charts" : folder[0]));
        for (var chart : all().entrySet()) {
            Files.write(to.resolve(chart.getKey() + ".png"), chart.getValue().png());
            Files.write(to.resolve(chart.getKey() + ".svg"), chart.getValue().svg());
        }
    }

    static TreeMap<String, Chart> all() {
        TreeMap<String, Chart> charts = new TreeMap<>();
        ChartedSet set = twelve();
        for (ChartSize size : ChartSize.values()) {
            String end = "-" + size.name().toLowerCase(java.util.Locale.ROOT);
            ChartTheme theme = size == ChartSize.WIDE ? ChartTheme.LIGHT : ChartTheme.DARK;
            charts.put("overlay" + end, RepetitionChart.of(set, theme, size));
            charts.put("multiples" + end, SmallMultiples.of(set, theme, size));
            charts.put("heat" + end, HeatStrip.of(set, theme, size));
            charts.put("pace" + end, PaceChart.of(set, theme, size));
            charts.put(
                    "course" + end,
                    RepetitionCourseChart.of(set, set.repetitions().get(9), theme, size));
        }
        return charts;
    }

    static ChartedSet twelve() {
        List<StoredRepetition> repetitions = new ArrayList<>();
        for (int number = 1; number <= 12; number++) {
            if (number == 5) {
                repetitions.add(Repetitions.notAssessed(number));
            } else if (number < 10) {
                repetitions.add(Repetitions.clean(number, 40 + number % 3));
            } else {
                repetitions.add(Repetitions.flagged(
                        number, 46 + number, FlagName.ROUNDING_UNDER_LOAD, number == 10 ? 3 : 2, number));
            }
        }
        return Repetitions.charted(
                "deadlift", repetitions, List.of(), FormLimits.defaultsFor(ExerciseProfile.DEADLIFT));
    }
}
