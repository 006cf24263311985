package org.plumbline.server.demo;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.plumbline.server.account.People;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.RecordKind;
import org.plumbline.server.account.Role;
import org.plumbline.server.account.Settings;
import org.plumbline.server.live.DemoMode;
import org.plumbline.server.live.DemoProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Service;

/**
 * Whether the demo may be entered, and what stands behind the door: sample people. Anybody may be one of them, so that the
 * door is shut where other machines reach this server, unless the host opens it.
 */
@Service
public class DemoDoor {
    private static final Logger LOG = LoggerFactory.getLogger(DemoDoor.class);

    /** Setting that says how far the month is: a server killed while it was filled makes it anew. */
    static final String MONTH = "demo_month";

    /** For how long whoever enters waits for the first set: its bows are played without waiting. */
    private static final Duration PATIENCE = Duration.ofSeconds(6);

    private final People people;
    private final DemoMode mode;
    private final SampleMonth month;
    private final Settings settings;
    private final boolean withMonth;
    private final boolean open;
    private boolean monthWaits;

    DemoDoor(
            People people,
            DemoMode mode,
            SampleMonth month,
            Settings settings,
            DemoProperties properties,
            Environment environment) {
        this.settings = settings;
        this.people = people;
        this.mode = mode;
        this.month = month;
        this.withMonth = properties.month();
        this.open = properties.enabled() && (properties.allowNetwork() || isLoopback(environment));
    }

    /** Whether the demo may be entered here. */
    public boolean isOpen() {
        return open;
    }

    private static boolean isLoopback(Environment environment) {
        String address = environment.getProperty("server.address", "");
        try {
            return !address.isEmpty() && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException named) {
            return false;
        }
    }

    /**
     * The sample person of that role; all of them are made with the first, and the demo set begins. Whoever enters sees somebody lift,
     * where a set begins in time: the page says where none did.
     */
    Person enter(Role role) {
        Person entered = open(role);
        // nobody else waits for it
        if (!mode.awaitLifting(PATIENCE)) {
            LOG.warn("Somebody entered the demo, and nobody lifts in it after {} s", PATIENCE.toSeconds());
        }
        fillMonth();
        return entered;
    }

    private synchronized Person open(Role role) {
        boolean brokenOff = settings.get(MONTH).filter("filling"::equals).isPresent()
                && month.progress().isComplete()
                && !monthWaits;
        if (people.samples(Role.COACH).isEmpty() || brokenOff) {
            people.eraseSamples();
            make();
            monthWaits = withMonth;
        }
        mode.start();
        return people.samples(role).get(0);
    }

    private void make() {
        if (withMonth) {
            // a server killed before it is begun makes it anew as well
            settings.put(MONTH, "filling");
        }
        Person lifter = people.makeSample("Alex Sample", Set.of(Role.LIFTER));
        Person coach = people.makeSample("Kim Sample", Set.of(Role.COACH));
        Person therapist = people.makeSample("Robin Sample", Set.of(Role.THERAPIST));
        people.shareSample(lifter, coach, Set.of(RecordKind.FORM));
        people.shareSample(lifter, therapist, Set.of(RecordKind.values()));
        List<Person> others = List.of(
                people.makeSample("Jo Sample", Set.of(Role.LIFTER)),
                people.makeSample("Lee Sample", Set.of(Role.LIFTER)));
        others.forEach(other -> people.shareSample(other, coach, Set.of(RecordKind.FORM)));
    }

    /** The month comes after the first set, and once. */
    private synchronized void fillMonth() {
        if (!monthWaits) {
            return;
        }
        monthWaits = false;
        List<Person> lifters = people.samples(Role.LIFTER);
        month.start(
                lifters.get(0),
                lifters.subList(1, lifters.size()),
                people.samples(Role.COACH).get(0),
                people.samples(Role.THERAPIST).get(0));
    }

    /** Ends the demo for everybody in it and removes all that is sample. */
    synchronized void leave() {
        monthWaits = false;
        month.stop();
        mode.leave();
        people.eraseSamples();
    }
}
