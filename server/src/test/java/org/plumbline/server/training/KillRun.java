package org.plumbline.server.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.plumbline.server.support.ChildServer;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.support.Visitor;
import org.plumbline.server.support.WatchingScreen;
import tools.jackson.databind.JsonNode;

/**
 * Kills a server at random moments of live sets of three lifters, again and again on one data directory, and looks in the
 * next one for what had been measured a second before. Prints a line a kill and a sum; ends with 1 where anything is missing.
 * Arguments: number of kills (50), seed (1). {@code docs/reference/faults.md} says how to run it.
 */
final class KillRun {
    private static final Duration ASKED = Duration.ofSeconds(1);
    private static final Pattern LINK = Pattern.compile("id=\"link\">https?://[^/]+(/join/[^<]+)<");
    private static final List<String> LIFTERS = List.of("you@example.org", "second@example.org", "third@example.org");
    /** Sets at the speed of life, and quick ones, of which more lies within one kill. */
    private static final int[] SPEEDS = {1, 4};

    private static final double LONGEST_SET_S = 60;

    private final Path data;
    private final Random random;
    private int failures;
    private double leastSpareS = Double.POSITIVE_INFINITY;

    private KillRun(Path data, long seed) {
        this.data = data;
        this.random = new Random(seed);
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        int kills = args.length > 0 ? Integer.parseInt(args[0]) : 50;
        long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
        KillRun run = new KillRun(Files.createTempDirectory("plumbline-kills"), seed);
        run.run(kills);
        System.exit(run.failures == 0 ? 0 : 1);
    }

    /**
     * What was seen of a set before the kill.
     *
     * @param measuredS time on the set's clock that the sensors had reached a second before: as the screen showed it, and as
     *     the simulated sensors send
     */
    private record Seen(String lifter, String set, double measuredS, List<Integer> announced) {}

    private void run(int kills) throws InterruptedException {
        List<Seen> seen = List.of();
        String said = "";
        int sets = 0;
        for (int kill = 0; kill <= kills; kill++) {
            int speed = SPEEDS[kill % SPEEDS.length];
            try (ChildServer server = ChildServer.start(
                    "--server.port=0",
                    "--plumbline.data-dir=" + data,
                    "--plumbline.demo.enabled=false",
                    "--plumbline.simulation.speed=" + speed)) {
                List<Visitor> visitors = kill == 0 ? join(server) : signIn(server);
                if (kill > 0) {
                    System.out.printf(Locale.ROOT, "kill %d, %s: %s%n", kill, said, check(seen, visitors));
                    sets += seen.size();
                }
                if (kill < kills) {
                    double afterS = 1 + random.nextDouble() * LONGEST_SET_S / speed;
                    said = String.format(Locale.ROOT, "speed %d, after %.1f s", speed, afterS);
                    seen = killAmidSets(server, visitors, afterS, speed);
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%d of %d kills lost nothing; %d sets; the closest call had %.2f s of the set more than asked%n",
                kills - failures,
                kills,
                sets,
                leastSpareS);
    }

    private static List<Visitor> join(ChildServer server) {
        Visitor first = server.awaitAdministrator();
        List<Visitor> visitors = new ArrayList<>(List.of(first));
        for (String email : LIFTERS.subList(1, LIFTERS.size())) {
            first.postForm("/invite", "role=lifter");
            Matcher link = LINK.matcher(first.page("/invite").body());
            if (!link.find()) {
                throw new AssertionError("no link was shown");
            }
            visitors.add(stranger(server).join(link.group(1), email.split("@", 2)[0], email));
        }
        return visitors;
    }

    private static List<Visitor> signIn(ChildServer server) {
        return LIFTERS.stream().map(email -> stranger(server).signIn(email)).toList();
    }

    private static Visitor stranger(ChildServer server) {
        return new Visitor("http://localhost:" + server.awaitPort());
    }

    private List<Seen> killAmidSets(ChildServer server, List<Visitor> visitors, double afterS, int speed)
            throws InterruptedException {
        List<WatchingScreen> screens = new ArrayList<>();
        List<String> sets = new ArrayList<>();
        List<Long> begunNanos = new ArrayList<>();
        for (Visitor visitor : visitors) {
            screens.add(WatchingScreen.open(visitor));
            String request = "{\"repetitions\":20,\"seed\":" + (1 + random.nextInt(1000)) + "}";
            sets.add(RunningServer.parse(visitor.post("/api/live", request).body())
                    .get("set")
                    .asString());
            begunNanos.add(System.nanoTime());
        }
        long end = System.nanoTime() + (long) (afterS * TimeUnit.SECONDS.toNanos(1));
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
        List<Seen> seen = new ArrayList<>();
        for (int i = 0; i < visitors.size(); i++) {
            double pacedS = (System.nanoTime() - begunNanos.get(i) - ASKED.toNanos()) / 1e9 * speed;
            seen.add(new Seen(
                    LIFTERS.get(i),
                    sets.get(i),
                    Math.max(pacedS, screens.get(i).poseHeardBefore(ASKED)),
                    screens.get(i).repetitionsHeardBefore(ASKED)));
        }
        server.kill();
        screens.forEach(WatchingScreen::close);
        return seen;
    }

    private String check(List<Seen> seen, List<Visitor> visitors) {
        List<String> wrong = new ArrayList<>();
        List<String> said = new ArrayList<>();
        for (int i = 0; i < seen.size(); i++) {
            said.add(check(seen.get(i), visitors.get(i), wrong));
        }
        if (!wrong.isEmpty()) {
            failures++;
        }
        return String.join("; ", said) + (wrong.isEmpty() ? ". Whole." : ". MISSING: " + String.join("; ", wrong));
    }

    private String check(Seen seen, Visitor visitor, List<String> wrong) {
        String who = seen.lifter().split("@", 2)[0];
        String state = state(visitor, seen.set());
        if (!state.equals("interrupted")) {
            wrong.add(who + " is " + state);
        }
        var answer = visitor.get("/api/sets/" + seen.set());
        if (answer.statusCode() != 200) {
            if (seen.measuredS() > 0) {
                wrong.add(who + " has no analysis");
            }
            return who + " nothing measured yet";
        }
        JsonNode found = RunningServer.parse(answer.body());
        double keptS = found.get("recording").get("durationS").asDouble();
        if (seen.measuredS() > 0) {
            leastSpareS = Math.min(leastSpareS, keptS - seen.measuredS());
        }
        if (keptS < seen.measuredS()) {
            wrong.add(who + " ends too early");
        }
        List<Integer> kept = new ArrayList<>();
        found.get("repetitions").forEach(one -> kept.add(one.get("number").asInt()));
        if (!kept.containsAll(seen.announced())) {
            wrong.add(who + " announced " + seen.announced());
        }
        JsonNode again = RunningServer.parse(
                visitor.post("/api/sets/" + seen.set() + "/analyses", "").body());
        boolean same = !again.get("changed").asBoolean()
                && again.get("now").get("repetitions").asInt() == kept.size();
        if (!same) {
            wrong.add(who + " analysed again gives " + again);
        }
        return String.format(
                Locale.ROOT,
                "asked to %.2f s and %d reps, kept to %.2f s and %d reps, again %d",
                seen.measuredS(),
                seen.announced().size(),
                keptS,
                kept.size(),
                again.get("now").get("repetitions").asInt());
    }

    private static String state(Visitor visitor, String set) {
        List<JsonNode> lines = new ArrayList<>();
        visitor.json("/api/sets").forEach(lines::add);
        return lines.stream()
                .filter(line -> line.get("id").asString().equals(set))
                .map(line -> line.get("state").asString())
                .collect(Collectors.joining());
    }
}
