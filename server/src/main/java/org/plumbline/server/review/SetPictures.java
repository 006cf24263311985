package org.plumbline.server.review;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.plumbline.server.training.SetPicture;
import org.plumbline.server.training.StoredRepetition;
import org.plumbline.server.training.TrainingLog;
import org.plumbline.server.training.TrainingSet;
import org.springframework.stereotype.Component;

/** The overlay of a set's repetitions, for exports. */
@Component
class SetPictures implements SetPicture {
    private final TrainingLog log;
    private final ChartHealth health;

    SetPictures(TrainingLog log, ChartHealth health) {
        this.log = log;
        this.health = health;
    }

    @Override
    public Optional<byte[]> svg(TrainingSet set) throws IOException {
        List<StoredRepetition> repetitions = log.repetitions(set.id());
        if (repetitions.isEmpty() || health.trouble() != null) {
            return Optional.empty();
        }
        SetFinding finding = SetFinding.of(repetitions, set.exercise());
        return Optional.of(ChartImages.svg(
                RepetitionChart.of(repetitions, finding, ChartTheme.named(null)),
                ChartSize.named(null),
                RepetitionChart.alternative(repetitions, finding)));
    }
}
