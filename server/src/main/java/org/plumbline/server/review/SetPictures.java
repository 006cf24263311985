package org.plumbline.server.review;

import java.io.IOException;
import java.util.Optional;
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
        ChartedSet charted = sets.ofOwn(set);
        if (charted.repetitions().isEmpty() || health.trouble() != null) {
            return Optional.empty();
        }
        return Optional.of(RepetitionChart.of(charted, ChartTheme.named(null), ChartSize.named(null))
                .svg());
    }
}
