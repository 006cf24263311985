package org.plumbline.server.wearable.radio.recorded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plumbline.server.wearable.LinkException;

/**
 * What a file of notifications holds.
 *
 * @param radio kind of the radio that heard it
 * @param events its lines, in their order, up to the first broken one
 * @param damage what is wrong with that line and its number, empty where all are good
 */
record RadioRecording(String radio, List<RecordedEvent> events, Optional<String> damage) {
    /**
     * Reads a file.
     *
     * @throws LinkException where it cannot be read at all or is no such file
     */
    static RadioRecording read(Path file) throws LinkException {
        List<RecordedEvent> events = new ArrayList<>();
        int number = 1;
        String radio = "";
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            String header = lines.readLine();
            String refusal = RecordedLine.refusal(header);
            if (refusal != null) {
                throw new LinkException(file + " cannot be replayed: " + refusal);
            }
            radio = RecordedLine.radio(header);
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    events.add(RecordedLine.read(line));
                }
            }
            return new RadioRecording(radio, List.copyOf(events), Optional.empty());
        } catch (IllegalArgumentException broken) {
            return new RadioRecording(
                    radio, List.copyOf(events), Optional.of("line " + number + " is broken: " + broken.getMessage()));
        } catch (LinkException refused) {
            throw refused;
        } catch (IOException unreadable) {
            if (events.isEmpty()) {
                throw new LinkException(file + " cannot be read: " + unreadable, unreadable);
            }
            return new RadioRecording(
                    radio,
                    List.copyOf(events),
                    Optional.of("after line " + number + " it cannot be read: " + unreadable));
        }
    }
}
