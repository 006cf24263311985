package org.plumbline.server.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.plumbline.core.recording.RecordingHeader;
import org.plumbline.core.simulation.SimulatedWearable;
import org.plumbline.core.simulation.SimulationScript;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.Role;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.training.KeptCalibrations;
import org.plumbline.server.training.LimitAuthors;
import org.plumbline.server.training.NewSet;
import org.plumbline.server.training.PlannedSets;
import org.plumbline.server.training.SetSource;
import org.plumbline.server.training.TrainingLog;
import org.plumbline.server.wearable.simulated.SimulatedLink;

/** The sensors are reached, and what is done then breaks: nothing stays of the set that did not begin. */
class BrokenStartIT {
    private static final RunningServer SERVER = RunningServer.shared();

    private final LiveMeters meters = new LiveMeters(new SimpleMeterRegistry());
    private final LiveProperties properties = new LiveProperties(10, 10);
    private final BreakingScreens screens = new BreakingScreens();
    private final Person lifter = SERVER.personOf(SERVER.joined(Role.LIFTER));

    /** Screens that cannot be told of a set that begins. */
    private final class BreakingScreens extends Screens {
        private Optional<LiveSet> told = Optional.empty();
        private Optional<LiveSet> forgotten = Optional.empty();

        private BreakingScreens() {
            super(SERVER.bean(LiveEncoder.class), meters, properties);
        }

        @Override
        synchronized void began(LiveSet set) {
            told = Optional.of(set);
            throw new IllegalStateException("told nobody");
        }

        @Override
        synchronized void forget(LiveSet set) {
            forgotten = Optional.of(set);
        }
    }

    @Test
    void aSetWhoseStartBreaksStaysOnNoScreenAndNotInTheLog() {
        LiveSets sets = sets();
        SimulationScript script = SimulationScript.clean(SimulationScript.DEADLIFT, 2, 5);
        RecordingHeader header = new RecordingHeader(
                null,
                SimulationScript.DEADLIFT,
                null,
                null,
                new SimulatedWearable(script).sensors(),
                List.of(),
                Map.of());
        NewSet plan = new NewSet(SimulationScript.DEADLIFT, null, SetSource.SIMULATED, false, true, null, header);
        IllegalStateException broken = assertThrows(
                IllegalStateException.class,
                () -> sets.start(lifter, plan, new SimulatedLink(script, 10, false), () -> {}));
        assertEquals("told nobody", broken.getMessage());

        UUID set = screens.told.orElseThrow().id();
        assertEquals(Optional.empty(), sets.newestOf(lifter.id()));
        assertEquals(List.of(), sets.newestOfAll());
        assertEquals(Optional.empty(), sets.find(set));
        assertEquals(screens.told, screens.forgotten, "whoever was shown it already");
        assertEquals(Optional.empty(), SERVER.bean(TrainingLog.class).find(set));
    }

    private LiveSets sets() {
        return new LiveSets(
                SERVER.bean(TrainingLog.class),
                SERVER.bean(KeptCalibrations.class),
                SERVER.bean(LimitAuthors.class),
                SERVER.bean(PlannedSets.class),
                screens,
                SERVER.bean(LiveEncoder.class),
                SERVER.bean(SetOwners.class),
                meters,
                properties,
                Clock.systemUTC());
    }
}
