package org.plumbline.server.support;

import java.net.URI;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** A screen on {@code /ws/live} that keeps what it hears. */
public final class WatchingScreen implements WebSocket.Listener, AutoCloseable {
    /** At the speed of life the first repetition takes half a minute, on a busy machine more. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final List<JsonNode> events = new CopyOnWriteArrayList<>();
    private final List<Long> heardNanos = new CopyOnWriteArrayList<>();
    private final List<PoseTime> poseTimes = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger poses = new AtomicInteger();
    private final AtomicInteger largestPoseBytes = new AtomicInteger();
    private final CompletableFuture<String> closed = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private final WebSocket socket;

    /** When a pose was heard, and its time on the set's clock. */
    private record PoseTime(long heardNanos, double timeS) {}

    private WatchingScreen(Visitor viewer, String path) {
        socket = viewer.client()
                .newWebSocketBuilder()
                .buildAsync(URI.create(viewer.address(path).toString().replaceFirst("http", "ws")), this)
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }

    /** The screen of whoever set the server up. */
    public static WatchingScreen open(RunningServer server) {
        return open(server.me());
    }

    public static WatchingScreen open(Visitor viewer) {
        return new WatchingScreen(viewer, "/ws/live");
    }

    /** A screen that watches a set, of whoever it is. */
    public static WatchingScreen open(Visitor viewer, String set) {
        return new WatchingScreen(viewer, "/ws/live?set=" + set);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code + " " + reason);
        return null;
    }

    /** Waits until the server closes it; code and reason. */
    public String awaitClosed(Duration patience) {
        return closed.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS).join();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            String text = partial.toString();
            partial.setLength(0);
            JsonNode event = RunningServer.parse(text);
            if (event.get("type").asString().equals("pose")) {
                poses.incrementAndGet();
                poseTimes.add(new PoseTime(System.nanoTime(), event.get("timeS").asDouble()));
                largestPoseBytes.accumulateAndGet(text.length(), Math::max);
            } else {
                heardNanos.add(System.nanoTime());
                events.add(event);
            }
        }
        from.request(1);
        return null;
    }

    /** All but the poses, in the order heard. */
    public List<JsonNode> events() {
        return events;
    }

    public List<JsonNode> events(String type) {
        return events.stream()
                .filter(event -> event.get("type").asString().equals(type))
                .toList();
    }

    /** Numbers of the repetitions announced at least so long ago. */
    public List<Integer> repetitionsHeardBefore(Duration ago) {
        long latestNanos = System.nanoTime() - ago.toNanos();
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            JsonNode event = events.get(i);
            if (event.get("type").asString().equals("repetition") && heardNanos.get(i) <= latestNanos) {
                numbers.add(event.get("repetition").get("number").asInt());
            }
        }
        return numbers;
    }

    /** Time on the set's clock of the last pose that was heard at least so long ago; 0 where none was. */
    public double poseHeardBefore(Duration ago) {
        long latestNanos = System.nanoTime() - ago.toNanos();
        return List.copyOf(poseTimes).stream()
                .filter(pose -> pose.heardNanos() <= latestNanos)
                .mapToDouble(PoseTime::timeS)
                .max()
                .orElse(0);
    }

    /** How much of the set it has watched, on the clock of the set. */
    public double watchedS() {
        DoubleSummaryStatistics times =
                List.copyOf(poseTimes).stream().mapToDouble(PoseTime::timeS).summaryStatistics();
        return times.getCount() == 0 ? 0 : times.getMax() - times.getMin();
    }

    public int poses() {
        return poses.get();
    }

    public int largestPoseBytes() {
        return largestPoseBytes.get();
    }

    /** Waits for an event. */
    public JsonNode await(String type, Predicate<JsonNode> wanted) {
        return Awaitility.await("event " + type)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> events(type).stream().filter(wanted).findFirst().orElse(null), found -> found != null);
    }

    public JsonNode awaitStage(String set, String stage) {
        return await(
                "snapshot",
                event -> event.get("snapshot").get("set").asString().equals(set)
                        && event.get("snapshot").get("stage").asString().equals(stage));
    }

    @Override
    public void close() {
        socket.abort();
    }
}
