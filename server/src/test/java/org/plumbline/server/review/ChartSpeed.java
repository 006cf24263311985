package org.plumbline.server.review;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plumbline.core.simulation.SimulatedFault;
import org.plumbline.server.support.RecordedSets;
import org.plumbline.server.support.RunningServer;

/**
 * How long a chart of a set of twelve repetitions takes over HTTP, for docs/reference/speed.md. Not part of the build; run it
 * with {@code mvn test -pl sensor-core,server -Dtest=ChartSpeed -Dsurefire.failIfNoSpecifiedTests=false}.
 */
@Tag("soak")
class ChartSpeed {
    private static final int WARM_UP = 40;
    private static final int MEASURED = Integer.getInteger("charts.times", 100);
    private static final PrintStream CONSOLE =
            new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);

    @Test
    void prints() {
        try (RunningServer server = RunningServer.start("--plumbline.demo.enabled=false")) {
            UUID set = RecordedSets.upload(
                    server.me(), RecordedSets.of("deadlift", 12, 21, 140.0, new SimulatedFault.Rounding(9, 12)));
            String person = server.person().id().toString();
            CONSOLE.printf("%-28s %8s %8s %8s%n", "chart, 12 repetitions", "median", "95 %", "kB");
            for (String path : List.of(
                    "/sets/" + set + "/chart.svg",
                    "/sets/" + set + "/chart.png",
                    "/sets/" + set + "/charts/reps.svg",
                    "/sets/" + set + "/charts/heat.svg",
                    "/sets/" + set + "/charts/pace.svg",
                    "/sets/" + set + "/reps/9/charts/course.svg",
                    "/sets/" + set + "/reps/9/charts/samples.svg",
                    "/people/" + person + "/charts/progress.svg?exercise=deadlift&what=flexion",
                    "/people/" + person + "/charts/compare-courses.svg?exercise=deadlift")) {
                measure(server, path);
            }
        }
    }

    private static void measure(RunningServer server, String path) {
        double[] milliseconds = new double[MEASURED];
        int bytes = 0;
        for (int i = -WARM_UP; i < MEASURED; i++) {
            long begin = System.nanoTime();
            HttpResponse<String> response = server.get(path);
            double took = (System.nanoTime() - begin) * 1e-6;
            if (response.statusCode() != 200) {
                throw new AssertionError(path + " answered " + response.statusCode());
            }
            if (i >= 0) {
                milliseconds[i] = took;
                bytes = response.body().length();
            }
        }
        Arrays.sort(milliseconds);
        String name = path.replaceAll("^/(sets|people)/[^/]+/", "").replaceAll("\\?.*what=(\\w+).*|\\?.*", " $1");
        CONSOLE.printf(
                "%-28s %5.0f ms %5.0f ms %5d%n",
                name, milliseconds[MEASURED / 2], milliseconds[MEASURED * 95 / 100], bytes / 1024);
    }
}
