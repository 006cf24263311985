package org.plumbline.server.wearable.radio.choice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.server.wearable.LinkAvailability;
import org.plumbline.server.wearable.LinkException;
import org.plumbline.server.wearable.radio.Radio;
import org.plumbline.server.wearable.radio.RadioListener;
import org.plumbline.server.wearable.radio.RadioSession;
import org.plumbline.server.wearable.radio.recorded.RecordingRadio;
import org.plumbline.server.wearable.radio.simulated.SimulatedRadio;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class RadioChoiceTest {
    /** A way to a real radio where there is none. */
    private static final class NoRadio implements Radio {
        @Override
        public String kind() {
            return "gateway";
        }

        @Override
        public LinkAvailability probe() {
            return LinkAvailability.unusable("no adapter");
        }

        @Override
        public RadioSession open(RadioListener listener) throws LinkException {
            throw new LinkException("no adapter");
        }
    }

    @Test
    void withoutSettingsItIsTheWayToARealRadio() {
        assertEquals("gateway", kind(Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "tinyb", "dbus"})
    void realRadiosAreNeverReplacedBySimulatedOnes(String link) {
        assertEquals("gateway", kind(Map.of("wearable.link", link)));
    }

    @Test
    void simulatedAndReplayAreOpenedHere() {
        assertEquals("simulated", kind(Map.of("wearable.link", "simulated")));
        assertEquals("replay", kind(Map.of("wearable.link", "replay", "wearable.replay-file", "field.jsonl")));
    }

    @Test
    void aReplayWithoutAFileIsRefused() {
        assertThrows(BindException.class, () -> properties(Map.of("wearable.link", "replay")));
    }

    @Test
    void anyRadioCanBeRecordedAndKeepsItsKind() {
        Map<String, String> settings = Map.of("wearable.link", "simulated", "wearable.record-file", "field.jsonl");
        assertInstanceOf(RecordingRadio.class, choice(properties(settings)).radio());
        assertEquals("simulated", kind(settings));
        assertEquals(Path.of("field.jsonl"), properties(settings).recordFile());
    }

    private static String kind(Map<String, String> settings) {
        return choice(properties(settings)).radio().kind();
    }

    private static RadioChoice choice(WearableProperties properties) {
        return new RadioChoice(properties, NoRadio::new, () -> new SimulatedRadio(List.of()));
    }

    private static WearableProperties properties(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("wearable", WearableProperties.class);
    }
}
