package org.plumbline.bench.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Coaches whose boards ask once a second, as the page does, for everybody who lifts. */
final class LoadBoards implements AutoCloseable {
    private static final long SLOWEST_MICROS = 60_000_000;

    private final ScheduledExecutorService asking = Executors.newScheduledThreadPool(2);
    private final HttpClient http;
    private final Histogram answerMicros = new ConcurrentHistogram(SLOWEST_MICROS, 3);
    private volatile boolean measuring;

    LoadBoards(URI server, HttpClient http, List<GymPeople.Member> coaches) {
        this.http = http;
        int phaseMillis = 1000 / Math.max(1, coaches.size());
        for (int coach = 0; coach < coaches.size(); coach++) {
            HttpRequest request = HttpRequest.newBuilder(server.resolve("/api/board"))
                    .header("Authorization", "Bearer " + coaches.get(coach).token())
                    .build();
            ScheduledFuture<?> unused = asking.scheduleAtFixedRate(
                    () -> ask(request), (long) phaseMillis * coach, 1000, TimeUnit.MILLISECONDS);
        }
    }

    private void ask(HttpRequest request) {
        try {
            long begun = System.nanoTime();
            HttpResponse<Void> answer = http.send(request, HttpResponse.BodyHandlers.discarding());
            if (measuring && answer.statusCode() == 200) {
                answerMicros.recordValue(Math.min(SLOWEST_MICROS, (System.nanoTime() - begun) / 1000));
            } else if (answer.statusCode() != 200) {
                System.err.println("A board was answered " + answer.statusCode());
            }
        } catch (IOException failed) {
            System.err.println("A board was not answered: " + failed.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    void measure(boolean now) {
        measuring = now;
    }

    Histogram answerMicros() {
        return answerMicros;
    }

    @Override
    public void close() {
        asking.shutdownNow();
    }
}
