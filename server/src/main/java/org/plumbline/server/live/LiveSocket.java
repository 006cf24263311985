package org.plumbline.server.live;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.account.AccessChanged;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.RecordAccess;
import org.plumbline.server.account.RecordKind;
import org.plumbline.server.account.SignedInPeople;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import org.springframework.web.util.UriComponentsBuilder;

/** {@code /ws/live}: the viewer's own live sets for screens. With {@code ?set=} that set and no other, where the viewer may read it. What a screen says is ignored. */
@Component
class LiveSocket extends TextWebSocketHandler {
    private final LiveSets liveSets;
    private final Screens screens;
    private final RecordAccess access;
    private final SignedInPeople people;
    private final LiveEncoder encoder;
    private final LiveMeters meters;
    private final Map<String, Screen> bySession = new ConcurrentHashMap<>();

    LiveSocket(
            LiveSets liveSets,
            Screens screens,
            RecordAccess access,
            SignedInPeople people,
            LiveEncoder encoder,
            LiveMeters meters) {
        this.encoder = encoder;
        this.meters = meters;
        this.liveSets = liveSets;
        this.screens = screens;
        this.access = access;
        this.people = people;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) throws IOException {
        Optional<UUID> wanted;
        try {
            wanted = wantedSet(session);
        } catch (IllegalArgumentException noIdentity) {
            session.close(CloseStatus.BAD_DATA.withReason("set is not an identity"));
            return;
        }
        Person viewer = people.of(session.getPrincipal());
        @Nullable
        LiveSet set = wanted.map(liveSets::find)
                .orElseGet(() -> liveSets.newestOf(viewer.id()))
                .orElse(null);
        if (wanted.isPresent() && (set == null || !mayWatch(viewer, set))) {
            session.close(CloseStatus.NORMAL.withReason("the set is not live"));
            return;
        }
        Screen screen = new Screen(session, encoder, meters);
        bySession.put(session.getId(), screen);
        if (!screens.join(screen, set, viewer.id(), wanted.isEmpty())) {
            session.close(CloseStatus.SERVICE_OVERLOAD.withReason("too many screens"));
        } else if (!stillMayWatch(viewer.id(), screen, set)) {
            // a share that was taken back before it joined dismissed it from nothing
            screen.forbid();
            screens.leave(screen);
        }
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        Screen screen = bySession.remove(session.getId());
        if (screen != null) {
            screens.leave(screen);
        }
    }

    /** Whoever may not watch any more does not. */
    @TransactionalEventListener(fallbackExecution = true)
    void changed(AccessChanged change) {
        screens.dismiss(change.viewerId(), (screen, set) -> !stillMayWatch(change.viewerId(), screen, set));
    }

    private boolean stillMayWatch(UUID viewerId, Screen screen, @Nullable LiveSet set) {
        return people.stillIn(screen.openedBy())
                && (set == null || access.stillMayRead(viewerId, set.lifter().id(), RecordKind.FORM));
    }

    private boolean mayWatch(Person viewer, LiveSet set) {
        try {
            access.read(viewer, set.lifter().id(), RecordKind.FORM, "live_set");
            return true;
        } catch (ResponseStatusException notShared) {
            return false;
        }
    }

    private static Optional<UUID> wantedSet(WebSocketSession session) {
        if (session.getUri() == null) {
            return Optional.empty();
        }
        String set = UriComponentsBuilder.fromUri(session.getUri())
                .build()
                .getQueryParams()
                .getFirst("set");
        return Optional.ofNullable(set).map(UUID::fromString);
    }
}
