package org.plumbline.server.account;

import java.util.Locale;
import java.util.Optional;
import org.plumbline.server.web.Choice;
import org.plumbline.server.web.NothingHere;
import org.springframework.stereotype.Service;
import org.springframework.web.server.ResponseStatusException;

/** What the administrator said at first start that this server is for. Without clinic the therapist's part is off. */
@Service
public class ServerPurpose {
    private static final String SETTING = "purpose";

    private final Settings settings;

    ServerPurpose(Settings settings) {
        this.settings = settings;
    }

    /** The kinds of house. */
    public enum Purpose {
        GYM,
        CLINIC,
        BOTH;

        /** The word that is stored and sent. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Purpose ofWord(String word) {
            return Choice.of(Purpose.class, "purpose", word);
        }
    }

    /** What was chosen; empty before first start is done. */
    public Optional<Purpose> chosen() {
        return settings.get(SETTING).map(Purpose::ofWord);
    }

    /** Whether the therapist's part is on. Before the first start is done only sample people are here, and they show all of it. */
    public boolean clinic() {
        return chosen().map(purpose -> purpose != Purpose.GYM).orElse(true);
    }

    /**
     * Ends a request of the therapist's part where it is off.
     *
     * @throws ResponseStatusException 404
     */
    public void needClinic() {
        if (!clinic()) {
            throw NothingHere.problem();
        }
    }

    void choose(Purpose purpose) {
        settings.put(SETTING, purpose.word());
    }
}
