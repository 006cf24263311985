package org.plumbline.server.live;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.web.Spoken;
import org.springframework.stereotype.Component;

/**
 * All screens and what each watches. Handing over never waits for a network; the lock is held for a few queue steps, so
 * that a screen that joins gets first the set as it stands and then every event after it. What nobody watches is not even
 * written as JSON, what many watch is written once.
 */
@Component
class Screens {
    private final LiveEncoder encoder;
    private final int most;
    private final Map<Screen, Watching> screens = new HashMap<>();
    /** Who watches a set; read without the lock to see that nobody does. */
    private final Map<LiveSet, Set<Screen>> watchers = new ConcurrentHashMap<>();

    Screens(LiveEncoder encoder, LiveMeters meters, LiveProperties properties) {
        this.encoder = encoder;
        this.most = properties.mostScreens();
        meters.gauge("plumbline.screens", "Screens that watch", this::count);
    }

    /**
     * @param set the set it is shown, or null while there is none
     * @param viewer who looks
     * @param follows whether it goes on to the viewer's next set when one begins
     */
    private record Watching(@Nullable LiveSet set, UUID viewer, boolean follows) {}

    /**
     * Lets a screen watch.
     *
     * @param set what it is shown first, or null for nothing yet
     * @param viewer who looks
     * @param follows whether it goes on to the viewer's next set
     * @return false where no more screens are taken
     */
    synchronized boolean join(Screen screen, @Nullable LiveSet set, UUID viewer, boolean follows) {
        if (screens.size() >= most) {
            return false;
        }
        show(screen, new Watching(set, viewer, follows));
        screen.event(set == null ? encoder.idle(false) : encoder.snapshot(set.snapshotFor(viewer)));
        return true;
    }

    private void show(Screen screen, Watching now) {
        unwatch(screen, screens.put(screen, now));
        if (now.set() != null) {
            watchers.computeIfAbsent(now.set(), unwatched -> new LinkedHashSet<>())
                    .add(screen);
        }
    }

    private void unwatch(Screen screen, @Nullable Watching before) {
        if (before != null && before.set() != null) {
            watchers.computeIfPresent(before.set(), (set, others) -> {
                others.remove(screen);
                return others.isEmpty() ? null : others;
            });
        }
    }

    synchronized void leave(Screen screen) {
        unwatch(screen, screens.remove(screen));
        screen.close();
    }

    private synchronized int count() {
        return screens.size();
    }

    /** A set has begun: screens that follow go on to it. */
    synchronized void began(LiveSet set) {
        List<Screen> following = screens.entrySet().stream()
                .filter(entry -> entry.getValue().follows()
                        && set.lifter().id().equals(entry.getValue().viewer()))
                .map(Map.Entry::getKey)
                .toList();
        if (following.isEmpty()) {
            return;
        }
        String snapshot = encoder.snapshot(set.snapshot());
        for (Screen screen : following) {
            screen.event(snapshot);
            show(screen, new Watching(set, set.lifter().id(), true));
        }
    }

    /**
     * Closes screens of a viewer.
     *
     * @param forbidden whether a screen, with the set it shows or null, must not go on
     */
    synchronized void dismiss(UUID viewer, BiPredicate<Screen, @Nullable LiveSet> forbidden) {
        screens.forEach((screen, watching) -> {
            if (watching.viewer().equals(viewer) && forbidden.test(screen, watching.set())) {
                unwatch(screen, watching);
                screen.forbid();
            }
        });
    }

    /** The set screens may be showing is gone from the log. */
    synchronized void forget(LiveSet set) {
        String idle = encoder.idle(true);
        for (Screen screen : List.copyOf(watchers.getOrDefault(set, Set.of()))) {
            Watching watching = screens.get(screen);
            if (watching != null) {
                screen.event(idle);
                show(screen, new Watching(null, watching.viewer(), watching.follows()));
            }
        }
    }

    /** @param event asked for only where somebody watches; the set's snapshot must show it already */
    void event(LiveSet set, Supplier<String> event) {
        said(set, () -> Spoken.same(event.get()));
    }

    /** The same of what is said otherwise to the lifter than to whoever watches. */
    void said(LiveSet set, Supplier<Spoken<String>> event) {
        if (!isWatched(set)) {
            return;
        }
        Spoken<String> json = event.get();
        synchronized (this) {
            watchers.getOrDefault(set, Set.of()).forEach(screen -> {
                Watching watching = screens.get(screen);
                screen.event(json.to(watching != null && set.isWatcher(watching.viewer())));
            });
        }
    }

    synchronized void pose(LiveSet set, String frame) {
        watchers.getOrDefault(set, Set.of()).forEach(screen -> screen.pose(frame));
    }

    boolean isWatched(LiveSet set) {
        return watchers.containsKey(set);
    }
}
