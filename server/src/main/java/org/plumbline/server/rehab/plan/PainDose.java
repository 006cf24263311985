package org.plumbline.server.rehab.plan;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.account.LoadUnit;
import org.plumbline.server.review.chart.Chart;
import org.plumbline.server.review.chart.ChartSize;
import org.plumbline.server.review.chart.ChartTheme;
import org.plumbline.server.review.chart.PainDoseChart;
import org.plumbline.server.web.Words;

/** Pain on the axis of dose: what it comes down to, and its chart. */
public final class PainDose {
    private PainDose() {}

    /** What the days come down to: what was said, and no more. */
    public static String finding(List<SessionResponse> responses) {
        int judged = 0;
        int rose = 0;
        int settled = 0;
        int nextDay = 0;
        int stopped = 0;
        for (SessionResponse response : responses) {
            @Nullable Integer worst = highest(response.during(), response.after());
            stopped += response.stopped() && worst == null ? 1 : 0;
            if (response.before() == null || worst == null) {
                continue;
            }
            judged++;
            boolean higher = worst - response.before() >= ExerciseResponse.RISE;
            rose += higher ? 1 : 0;
            if (higher && response.nextDay() != null) {
                nextDay++;
                settled += response.nextDay() - response.before() < ExerciseResponse.RISE ? 1 : 0;
            }
        }
        if (judged == 0) {
            String none = Words.say(
                    responses.stream().anyMatch(PainDose::isAnswered) ? "plan.response.no.pair" : "plan.response.none");
            return stopped == 0 ? none : none + Words.say("plan.response.stopped", stopped);
        }
        String said = Words.say("plan.response.rose", rose, judged);
        if (nextDay > 0) {
            said += Words.say("plan.response.settled", settled, nextDay);
        }
        return stopped == 0 ? said : said + Words.say("plan.response.stopped.more", stopped);
    }

    private static boolean isAnswered(SessionResponse response) {
        return response.before() != null
                || response.during() != null
                || response.after() != null
                || response.nextDay() != null;
    }

    private static @Nullable Integer highest(@Nullable Integer one, @Nullable Integer other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return Math.max(one, other);
    }

    /** The chart. Dose is repetitions times load; where no load was said on any day, repetitions. */
    public static Chart chart(List<SessionResponse> responses, LoadUnit unit, ChartTheme theme, ChartSize size) {
        boolean loads = responses.stream().anyMatch(response -> response.volumeKg() != null && response.volumeKg() > 0);
        List<PainDoseChart.Day> days = new ArrayList<>();
        for (SessionResponse response : responses) {
            days.add(new PainDoseChart.Day(
                    response.day().toEpochDay(),
                    dose(response, loads, unit),
                    response.before(),
                    response.during(),
                    response.after(),
                    response.nextDay(),
                    response.mayBeMasked()));
        }
        String axis =
                loads ? Words.say("plan.chart.dose.load", unit.symbol()) : Words.say("plan.chart.dose.repetitions");
        return PainDoseChart.of(finding(responses), axis, days, theme, size);
    }

    private static double dose(SessionResponse response, boolean loads, LoadUnit unit) {
        if (!loads) {
            return response.repetitions();
        }
        return response.volumeKg() == null ? Double.NaN : unit.fromKg(response.volumeKg());
    }
}
