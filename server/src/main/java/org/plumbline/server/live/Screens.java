package org.plumbline.server.live;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * All screens and what each watches. Handing over never waits for a network; the lock is held for a few queue steps, so
 * that a screen that joins gets first the set as it stands and then every event after it.
 */
@Component
class Screens {
    private static final int SCREENS = 100;

    private final LiveEncoder encoder;
    private final Map<Screen, Watching> screens = new HashMap<>();

    Screens(LiveEncoder encoder) {
        this.encoder = encoder;
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
        if (screens.size() >= SCREENS) {
            return false;
        }
        screens.put(screen, new Watching(set, viewer, follows));
        screen.event(set == null ? encoder.idle(false) : encoder.snapshot(set.snapshot()));
        return true;
    }

    synchronized void leave(Screen screen) {
        screens.remove(screen);
        screen.close();
    }

    /** A set has begun: screens that follow go on to it. */
    synchronized void began(LiveSet set) {
        String snapshot = encoder.snapshot(set.snapshot());
        screens.replaceAll((screen, watching) -> {
            if (!watching.follows() || !set.lifter().id().equals(watching.viewer())) {
                return watching;
            }
            screen.event(snapshot);
            return new Watching(set, watching.viewer(), true);
        });
    }

    /** Closes the screens of a viewer that show a set they may not watch any more. */
    synchronized void dismiss(UUID viewer, Predicate<LiveSet> forbidden) {
        screens.forEach((screen, watching) -> {
            if (watching.viewer().equals(viewer) && watching.set() != null && forbidden.test(watching.set())) {
                screen.close();
            }
        });
    }

    /** The set screens may be showing is gone from the log. */
    synchronized void forget(LiveSet set) {
        String idle = encoder.idle(true);
        screens.replaceAll((screen, watching) -> {
            if (watching.set() != set) {
                return watching;
            }
            screen.event(idle);
            return new Watching(null, watching.viewer(), watching.follows());
        });
    }

    synchronized void event(LiveSet set, String event) {
        screens.forEach((screen, watching) -> {
            if (watching.set() == set) {
                screen.event(event);
            }
        });
    }

    synchronized void pose(LiveSet set, String frame) {
        screens.forEach((screen, watching) -> {
            if (watching.set() == set) {
                screen.pose(frame);
            }
        });
    }

    synchronized boolean isWatched(LiveSet set) {
        return screens.values().stream().anyMatch(watching -> watching.set() == set);
    }
}
