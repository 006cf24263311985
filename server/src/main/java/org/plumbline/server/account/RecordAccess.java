package org.plumbline.server.account;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.plumbline.server.web.NothingHere;
import org.plumbline.server.web.Reader;
import org.plumbline.server.web.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;
import org.springframework.web.server.ResponseStatusException;

/**
 * Who may read and change whose record. The owner always reads their own; anybody else only what the owner shares with
 * them, of that kind, until it is revoked; and every such read is written down where the owner sees it. Who may not is told
 * that there is nothing, so that no one learns who trains here.
 */
@Service
public class RecordAccess {
    /** A list that is looked at again within this is one read. */
    private static final Duration LIST_AGAIN = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(RecordAccess.class);

    private final PersonRepository people;
    private final RecordShareRepository shares;
    private final RecordReadRepository reads;

    RecordAccess(PersonRepository people, RecordShareRepository shares, RecordReadRepository reads) {
        this.people = people;
        this.shares = shares;
        this.reads = reads;
    }

    /**
     * The owner of a record that is about to be read. A read by another person is written down.
     *
     * @param what what is read, as a stable word: {@code set}, {@code progress}, {@code pain_log}
     * @throws ResponseStatusException 404 where the viewer may not, or where there is no such person
     */
    public Person read(Person viewer, UUID owner, RecordKind kind, String what) {
        if (viewer.id().equals(owner)) {
            return viewer;
        }
        Person person = people.find(owner).orElseThrow(RecordAccess::nothing);
        if (!looksAfterOthers(viewer) || !shares.isShared(owner, viewer.id(), kind)) {
            throw nothing();
        }
        reads.add(owner, viewer.id(), what);
        Reader.isReadingAnother();
        return person;
    }

    /**
     * The owner of a record that is about to be changed. Form: the owner, and coaches and therapists it is shared with.
     * Pain: the owner alone. Rehab: therapists it is shared with, and not the owner.
     *
     * @throws ResponseStatusException 404 as {@link #read}; 403 where an owner may read and not change
     */
    public Person work(Person worker, UUID owner, RecordKind kind, String what) {
        Person person = read(worker, owner, kind, what);
        boolean own = worker.id().equals(owner);
        boolean may = switch (kind) {
            case FORM -> own || worker.is(Role.COACH) || worker.is(Role.THERAPIST);
            case PAIN -> own;
            case REHAB -> !own && worker.is(Role.THERAPIST);
        };
        if (!may) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, Words.say("training.read.only"));
        }
        return person;
    }

    /** Whether {@link #read} would succeed; nothing is written down. */
    public boolean mayRead(Person viewer, UUID owner, RecordKind kind) {
        return viewer.id().equals(owner) || (looksAfterOthers(viewer) && shares.isShared(owner, viewer.id(), kind));
    }

    /** Whether somebody who began to read something may go on, as their account is now. */
    public boolean stillMayRead(UUID viewer, UUID owner, RecordKind kind) {
        return people.active(viewer)
                .filter(person -> mayRead(person, owner, kind))
                .isPresent();
    }

    /** The people whose record of that kind the viewer may read, by name, without the viewer. */
    public List<Person> sharedWith(Person viewer, RecordKind kind) {
        return looksAfterOthers(viewer) ? shares.owners(viewer.id(), kind) : List.of();
    }

    /**
     * The same, for a list in which something of each of them is about to be read: that is written down for each, once in a while
     * and not each time the list is looked at.
     */
    public List<Person> readAll(Person viewer, RecordKind kind, String what) {
        List<Person> owners = sharedWith(viewer, kind);
        noteRead(viewer, owners.stream().map(Person::id).toList(), what);
        return owners;
    }

    /** Notes that something of each of them was read in a list, where the caller has asked whether the viewer may. */
    public void noteRead(Person viewer, Collection<UUID> owners, String what) {
        Reader.isReadingAnother();
        reads.addAll(owners, viewer.id(), what, LIST_AGAIN);
    }

    /**
     * Notes that something of a record was changed, after {@link #work} said that it may be. It is done: nothing is refused here, also
     * where a share ended meanwhile, and where it cannot be noted that is logged.
     *
     * @param what what was changed, as a stable word: {@code limits_changed}
     */
    public void noteChange(Person worker, UUID owner, String what) {
        if (worker.id().equals(owner)) {
            return;
        }
        try {
            reads.add(owner, worker.id(), what);
        } catch (DataAccessException | TransactionException failed) {
            LOG.error("That {} changed something of {} ({}) could not be noted", worker.id(), owner, what, failed);
        }
    }

    /** A share outlives nobody's role. */
    private static boolean looksAfterOthers(Person viewer) {
        return viewer.is(Role.COACH) || viewer.is(Role.THERAPIST);
    }

    private static ResponseStatusException nothing() {
        return NothingHere.problem();
    }
}
