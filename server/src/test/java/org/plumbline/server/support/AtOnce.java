package org.plumbline.server.support;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Requests that arrive at the same moment. */
public final class AtOnce {
    private AtOnce() {}

    /** What each of these was answered, in their order. */
    public static List<HttpResponse<String>> send(List<Supplier<HttpResponse<String>>> requests) {
        ExecutorService senders = Executors.newFixedThreadPool(requests.size());
        CountDownLatch go = new CountDownLatch(1);
        try {
            List<Future<HttpResponse<String>>> answers = requests.stream()
                    .map(request -> senders.submit(() -> {
                        go.await();
                        return request.get();
                    }))
                    .toList();
            go.countDown();
            return answers.stream().map(AtOnce::answer).toList();
        } finally {
            senders.shutdown();
        }
    }

    private static HttpResponse<String> answer(Future<HttpResponse<String>> request) {
        try {
            return request.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        } catch (ExecutionException failed) {
            throw new AssertionError(failed);
        }
    }
}
