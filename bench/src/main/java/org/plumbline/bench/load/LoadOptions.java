package org.plumbline.bench.load;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * What to run.
 *
 * @param jar the server's jar
 * @param work where data directories are made, which are removed afterwards
 * @param port the server's
 * @param lifters how many lift at once, one run each
 * @param seconds how long is measured, after everybody has begun
 * @param warmUpSeconds how long is waited for everybody to begin, at most
 * @param settleSeconds how long they lift before it is measured, so that the server's machine has compiled what is run often
 * @param screens lifters who watch their own screen, at most
 * @param boards coaches who watch everybody
 * @param repetitions repetitions of a set
 * @param rateHz samples a second of each sensor
 * @param database address of a PostgreSQL, with user and password in it; empty for the embedded database
 * @param javaOptions options of the server's machine
 * @param keep whether the data directory stays
 */
record LoadOptions(
        Path jar,
        Path work,
        int port,
        List<Integer> lifters,
        int seconds,
        int warmUpSeconds,
        int settleSeconds,
        int screens,
        int boards,
        int repetitions,
        double rateHz,
        String database,
        List<String> javaOptions,
        boolean keep) {
    static final String USAGE = "java -cp bench/target/benchmarks.jar org.plumbline.bench.load.LoadRun"
            + " [--jar FILE] [--work DIRECTORY] [--port N] [--lifters N,N,...] [--seconds N] [--warm-up N] [--settle N] [--screens N] [--boards N]"
            + " [--repetitions N] [--rate HZ] [--database jdbc:postgresql:...] [--java-options \"-Xmx1g ...\"] [--keep]";

    /** @throws IllegalArgumentException where an option is not known */
    static LoadOptions of(String[] arguments) {
        Path jar = Path.of("server/target/server.jar");
        Path work = Path.of(System.getProperty("java.io.tmpdir"), "plumbline-load");
        int port = 8189;
        List<Integer> lifters = List.of(10);
        int seconds = 60;
        int warmUpSeconds = 120;
        int settleSeconds = 0;
        int screens = 100;
        int boards = 3;
        int repetitions = 8;
        double rateHz = 104;
        String database = "";
        List<String> javaOptions = List.of();
        boolean keep = false;
        for (int i = 0; i < arguments.length; i++) {
            String name = arguments[i];
            if (name.equals("--keep")) {
                keep = true;
                continue;
            }
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException(USAGE);
            }
            String value = arguments[++i];
            switch (name) {
                case "--jar" -> jar = Path.of(value);
                case "--work" -> work = Path.of(value);
                case "--port" -> port = Integer.parseInt(value);
                case "--lifters" ->
                    lifters = Arrays.stream(value.split(","))
                            .map(Integer::valueOf)
                            .toList();
                case "--seconds" -> seconds = Integer.parseInt(value);
                case "--warm-up" -> warmUpSeconds = Integer.parseInt(value);
                case "--settle" -> settleSeconds = Integer.parseInt(value);
                case "--screens" -> screens = Integer.parseInt(value);
                case "--boards" -> boards = Integer.parseInt(value);
                case "--repetitions" -> repetitions = Integer.parseInt(value);
                case "--rate" -> rateHz = Double.parseDouble(value);
                case "--database" -> database = value;
                case "--java-options" -> javaOptions = List.of(value.strip().split(" +"));
                default -> throw new IllegalArgumentException(USAGE);
            }
        }
        return new LoadOptions(
                jar,
                work,
                port,
                lifters,
                seconds,
                warmUpSeconds,
                settleSeconds,
                screens,
                boards,
                repetitions,
                rateHz,
                database,
                javaOptions,
                keep);
    }
}
