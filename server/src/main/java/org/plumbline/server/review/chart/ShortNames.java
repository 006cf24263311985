package org.plumbline.server.review.chart;

import org.plumbline.core.form.Metric;
import org.plumbline.server.training.FormWords;
import org.plumbline.server.web.Words;

/** Names of metrics short enough for the edge of a chart or the head of a column. */
public final class ShortNames {
    private ShortNames() {}

    /** The short name; the full one where there is none. */
    public static String of(Metric metric) {
        String key = "metric." + metric.jsonName();
        String said = Words.say(key);
        return said.equals(key) ? FormWords.metric(metric.jsonName()) : said;
    }
}
