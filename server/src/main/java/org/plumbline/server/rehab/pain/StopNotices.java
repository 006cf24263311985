package org.plumbline.server.rehab.pain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.core.AnalysisResult;
import org.plumbline.server.account.RecordKind;
import org.plumbline.server.training.Moments;
import org.plumbline.server.training.SetNotice;
import org.plumbline.server.training.TrainingLog;
import org.plumbline.server.training.TrainingSet;
import org.plumbline.server.training.UnfinishedWords;
import org.plumbline.server.web.Words;
import org.springframework.stereotype.Component;

/** That a set was stopped for sharp pain, on its page: to those who may read of pain. */
@Component
class StopNotices implements SetNotice.Source {
    private final SharpStopRepository stops;
    private final TrainingLog log;
    private final Moments moments;

    StopNotices(SharpStopRepository stops, TrainingLog log, Moments moments) {
        this.stops = stops;
        this.log = log;
        this.moments = moments;
    }

    @Override
    public List<SetNotice> notices(TrainingSet set) {
        return stops.ofSet(set.id()).stream()
                .map(stop -> new SetNotice(RecordKind.PAIN, sentence(set, stop)))
                .toList();
    }

    private String sentence(TrainingSet set, SharpStop stop) {
        List<String> said = new ArrayList<>();
        said.add(stopped(log.analysis(set.id()), moments.say(stop.stoppedAt())));
        if (stop.score() != null) {
            said.add(Words.say("pain.set.score", stop.score()));
        }
        if (!stop.answered()) {
            said.add(Words.say("pain.set.unanswered"));
        }
        return String.join(" ", said);
    }

    /** Where in the set it was, unless the movement it was in says so. */
    private static String stopped(Optional<AnalysisResult> analysis, String when) {
        if (analysis.isEmpty() || analysis.get().unfinished() != null) {
            return Words.say("pain.set.stop", when);
        }
        AnalysisResult result = analysis.get();
        int done = result.set().repetitionCount();
        return Words.say(
                done == 0 ? "pain.set.stop.before" : "pain.set.stop.after",
                when,
                UnfinishedWords.tenths(result.recording().durationS()),
                done);
    }
}
