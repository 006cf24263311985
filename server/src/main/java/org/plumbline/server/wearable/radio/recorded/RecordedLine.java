package org.plumbline.server.wearable.radio.recorded;

import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.wearable.radio.ConnectionState;
import org.plumbline.server.wearable.radio.RadioState;
import org.plumbline.server.wearable.radio.recorded.RecordedEvent.Kind;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lines of a notification recording as text. */
final class RecordedLine {
    static final String FORMAT = "plumbline-notifications";
    static final int VERSION = 1;

    /** The most an attribute can hold (Bluetooth Core, attribute protocol). */
    private static final int MOST_BYTES = 512;

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final HexFormat HEX = HexFormat.of();

    private RecordedLine() {}

    static String header(String radio) {
        return MAPPER.createObjectNode()
                .put("format", FORMAT)
                .put("version", VERSION)
                .put("radio", radio)
                .toString();
    }

    /** The kind of radio that a good header names. */
    static String radio(String header) {
        return MAPPER.readTree(header).path("radio").asString("");
    }

    /** What is wrong with a header, or null. */
    static @Nullable String refusal(@Nullable String line) {
        try {
            JsonNode header = line == null ? MAPPER.createObjectNode() : MAPPER.readTree(line);
            if (!header.path("format").asString("").equals(FORMAT)) {
                return "it is no recording of notifications";
            }
            int version = header.path("version").asInt(0);
            return version == VERSION ? null : "its version is " + version + ", known is " + VERSION;
        } catch (JacksonException unreadable) {
            return "it is no recording of notifications";
        }
    }

    static String write(RecordedEvent event) {
        ObjectNode line = MAPPER.createObjectNode()
                .put("nanos", event.nanos())
                .put("event", event.kind().name().toLowerCase(Locale.ROOT));
        if (!event.address().isEmpty()) {
            line.put("address", event.address());
        }
        if (event.characteristic() != null) {
            line.put("characteristic", event.characteristic().toString());
        }
        switch (event.kind()) {
            case DISCOVERED -> {
                line.put("name", event.text()).put("rssiDbm", event.number());
                putAll(line.putArray("services"), event.identifiers());
            }
            case STATE, RADIO -> line.put("state", event.text()).put("reason", event.reason());
            case IDENTIFIERS -> putAll(line.putArray("identifiers"), event.identifiers());
            case READ, WRITE, NOTIFICATION -> line.put("hex", HEX.formatHex(event.bytes()));
            case REFUSED -> line.put("reason", event.reason());
            case MISSING -> line.put("lines", event.number());
            case SUBSCRIBE -> {}
        }
        return line.toString();
    }

    private static void putAll(ArrayNode array, Set<UUID> identifiers) {
        identifiers.stream().map(UUID::toString).sorted().forEach(array::add);
    }

    /**
     * Reads a line.
     *
     * @throws IllegalArgumentException where it is damaged, with the reason
     */
    static RecordedEvent read(String text) {
        JsonNode line;
        try {
            line = MAPPER.readTree(text);
        } catch (JacksonException unreadable) {
            throw new IllegalArgumentException("it is not JSON, or only part of it", unreadable);
        }
        Kind kind = Kind.valueOf(need(line, "event").asString("").toUpperCase(Locale.ROOT));
        JsonNode nanos = need(line, "nanos");
        if (!nanos.isIntegralNumber()) {
            throw new IllegalArgumentException("nanos is no whole number");
        }
        boolean ofDevice = kind != Kind.RADIO && kind != Kind.MISSING;
        String address = ofDevice ? need(line, "address").asString("") : "";
        boolean ofValue = kind == Kind.READ || kind == Kind.WRITE || kind == Kind.NOTIFICATION;
        boolean ofCharacteristic = ofValue || kind == Kind.SUBSCRIBE;
        String state = line.path("state").asString("");
        if (kind == Kind.STATE) {
            ConnectionState.valueOf(state);
        } else if (kind == Kind.RADIO) {
            RadioState.valueOf(state);
        }
        byte[] bytes = ofValue ? HEX.parseHex(need(line, "hex").asString("")) : new byte[0];
        if (bytes.length > MOST_BYTES) {
            throw new IllegalArgumentException("a value has " + bytes.length + " bytes, more than any can");
        }
        return new RecordedEvent(
                nanos.asLong(),
                kind,
                address,
                kind == Kind.DISCOVERED ? line.path("name").asString("") : state,
                line.path("reason").asString(""),
                ofCharacteristic ? UUID.fromString(need(line, "characteristic").asString("")) : null,
                bytes,
                identifiers(line.path(kind == Kind.DISCOVERED ? "services" : "identifiers")),
                line.path(kind == Kind.DISCOVERED ? "rssiDbm" : "lines").asInt(0));
    }

    private static JsonNode need(JsonNode line, String field) {
        JsonNode value = line.path(field);
        if (value.isMissingNode() || value.isNull()) {
            throw new IllegalArgumentException("it has no " + field);
        }
        return value;
    }

    private static Set<UUID> identifiers(JsonNode array) {
        Set<UUID> identifiers = new HashSet<>();
        for (JsonNode one : array) {
            identifiers.add(UUID.fromString(one.asString("")));
        }
        return identifiers;
    }
}
