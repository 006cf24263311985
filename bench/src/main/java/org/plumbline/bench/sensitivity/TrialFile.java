package org.plumbline.bench.sensitivity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Trials in a file, each written as soon as it is done, so that an interrupted run can go on. The first line says of which core they
 * are: those of another are not mixed with them.
 */
final class TrialFile {
    private final @Nullable Path file;
    private final List<Trial> trials = new ArrayList<>();

    /**
     * @param file where the trials are kept; null to keep none
     * @throws IOException also where the trials of the file are those of another core, or of other figures
     */
    TrialFile(@Nullable Path file, Path sources, Map<String, Figure> usual) throws IOException {
        this.file = file;
        if (file == null) {
            return;
        }
        String head = "core " + digest(sources) + ", as it is:"
                + usual.entrySet().stream()
                        .map(one -> " " + one.getKey() + " " + one.getValue().value())
                        .collect(Collectors.joining(","));
        if (!Files.exists(file) || Files.size(file) == 0) {
            append(head);
            return;
        }
        String text = Files.readString(file);
        // an interrupted run may have left half a line
        String whole = text.substring(0, text.lastIndexOf('\n') + 1);
        if (!whole.startsWith(head + "\n")) {
            throw new IOException(file + " holds trials of another core or of other figures: give another file.");
        }
        if (!whole.equals(text)) {
            Files.writeString(file, whole);
        }
        whole.lines().skip(1).map(Trial::ofLine).forEach(trials::add);
    }

    private static String digest(Path sources) throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file : files.filter(Files::isRegularFile).sorted().collect(Collectors.toList())) {
                digest.update(file.toString().getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
            return String.format("%064x", new java.math.BigInteger(1, digest.digest()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void append(String line) throws IOException {
        if (file != null) {
            Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    synchronized void add(Trial trial) throws IOException {
        append(trial.line());
        trials.add(trial);
    }

    synchronized boolean has(String name) {
        return trials.stream().anyMatch(trial -> trial.name().equals(name));
    }

    /** All trials there are, those of earlier runs too. */
    synchronized List<Trial> trials() {
        return List.copyOf(trials);
    }
}
