package org.plumbline.server.review;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.server.review.chart.ChartSize;
import org.plumbline.server.review.chart.ChartTheme;
import org.plumbline.server.review.chart.ChartedSet;
import org.plumbline.server.review.chart.RepetitionChart;
import org.plumbline.server.training.SetPicture;
import org.plumbline.server.training.TrainingSet;
import org.springframework.stereotype.Component;

/** The overlay of a set's repetitions, for exports. */
@Component
class SetPictures implements SetPicture {
    private final ChartedSets sets;
    private final ChartHealth health;

    SetPictures(ChartedSets sets, ChartHealth health) {
        this.sets = sets;
        this.health = health;
    }

    @Override
    public Optional<byte[]> svg(TrainingSet set) throws IOException {
        return svg(sets.ofOwn(set, sets.approvedCourses(set.lifterId(), set.exercise(), set.simulated())));
    }

    /** What is usual. */
    private record Usual(UUID lifterId, String exercise, boolean simulated) {}

    @Override
    public SetPicture ofMany() {
        Map<Usual, List<double[]>> approved = new HashMap<>();
        return set -> svg(sets.ofOwn(
                set,
                approved.computeIfAbsent(
                        new Usual(set.lifterId(), set.exercise(), set.simulated()),
                        usual -> sets.approvedCourses(usual.lifterId(), usual.exercise(), usual.simulated()))));
    }

    private Optional<byte[]> svg(ChartedSet charted) throws IOException {
        if (charted.repetitions().isEmpty() || health.trouble() != null) {
            return Optional.empty();
        }
        return Optional.of(RepetitionChart.of(charted, ChartTheme.named(null), ChartSize.named(null))
                .svg());
    }
}
