package org.plumbline.server.year;

import java.lang.management.ManagementFactory;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.plumbline.server.support.Visitor;

/** Asks for addresses again and again and says how long the answers took. */
final class PageTimes {
    private static final int WARM_UPS = 3;
    private static final int TIMES = 20;

    private PageTimes() {}

    /** @param path with {@code {id}} and the like in the name that is printed, filled in here */
    record Route(String name, Visitor visitor, String path) {}

    /** Prints a line of a table for each route and gives those that were not answered with 200 or took longer than the target. */
    static List<String> measure(List<Route> routes, double targetMs) {
        List<String> missed = new ArrayList<>();
        System.out.println("| page | median ms | p95 ms | max ms | CPU ms | kB |");
        System.out.println("|---|---:|---:|---:|---:|---:|");
        for (Route route : routes) {
            double[] ms = new double[TIMES];
            int bytes = 0;
            long cpuBefore = 0;
            for (int i = -WARM_UPS; i < TIMES; i++) {
                if (i == 0) {
                    cpuBefore = cpuNanos();
                }
                long start = System.nanoTime();
                HttpResponse<byte[]> answer = route.visitor()
                        .send(
                                HttpRequest.newBuilder(route.visitor().address(route.path()))
                                        .build(),
                                HttpResponse.BodyHandlers.ofByteArray());
                double took = (System.nanoTime() - start) / 1e6;
                bytes = answer.body().length;
                if (answer.statusCode() != 200) {
                    missed.add(route.name() + " answered " + answer.statusCode());
                    break;
                }
                if (i >= 0) {
                    ms[i] = took;
                }
            }
            double cpuMs = (cpuNanos() - cpuBefore) / 1e6 / TIMES;
            Arrays.sort(ms);
            double p95 = ms[(int) Math.ceil(0.95 * TIMES) - 1];
            System.out.println(String.format(
                    Locale.ROOT,
                    "| `%s` | %.0f | %.0f | %.0f | %.0f | %.0f |",
                    route.name(),
                    ms[TIMES / 2],
                    p95,
                    ms[TIMES - 1],
                    cpuMs,
                    bytes / 1024.0));
            if (p95 > targetMs) {
                missed.add(String.format(Locale.ROOT, "%s took %.0f ms", route.name(), p95));
            }
        }
        return missed;
    }

    /** Of this process, server and asking together: what an answer takes where nothing else runs. */
    private static long cpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
