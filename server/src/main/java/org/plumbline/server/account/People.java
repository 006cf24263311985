package org.plumbline.server.account;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people of this server. */
@Service
public class People {
    private final PersonRepository people;
    private final RecordShareRepository shares;
    private final List<PersonalData> data;
    private final ErasedPages pages;
    private final ApplicationEventPublisher events;

    People(
            PersonRepository people,
            RecordShareRepository shares,
            List<PersonalData> data,
            ErasedPages pages,
            ApplicationEventPublisher events) {
        this.events = events;
        this.people = people;
        this.shares = shares;
        this.data = data;
        this.pages = pages;
    }

    public Optional<Person> find(UUID id) {
        return people.find(id);
    }

    /** Everybody's identity, and nothing more of them. */
    public List<UUID> identities() {
        return people.identities();
    }

    /** Makes a person of the demo: no account, signed in by a click, gone with the demo. */
    @Transactional
    public Person makeSample(String name, Set<Role> roles) {
        Person person = new Person(UUID.randomUUID(), name, LoadUnit.KG, roles, true);
        people.insert(person, null, null, null);
        return person;
    }

    /** The sample people of that role. */
    public List<Person> samples(Role role) {
        return people.withRole(Set.of(role), true);
    }

    /** Shares on behalf of a sample person; real people do it themselves. */
    @Transactional
    public void shareSample(Person owner, Person viewer, Set<RecordKind> kinds) {
        if (!owner.sample() || !viewer.sample()) {
            throw new IllegalArgumentException("only people of the demo are shared for");
        }
        kinds.forEach(kind -> shares.grant(owner.id(), viewer.id(), kind));
    }

    /** Removes every sample person with all that is theirs. */
    @Transactional
    public void eraseSamples() {
        for (Person person : people.withRole(Set.of(Role.values()), true)) {
            erase(person.id());
        }
        people.deleteSamples();
    }

    /**
     * Removes a person with all that is theirs, in every table.
     *
     * @throws ConcurrencyFailureException where something of theirs was written at the same moment; nothing is removed then
     */
    @Transactional
    public void erase(UUID id) {
        try {
            data.forEach(part -> part.erase(id));
            people.delete(id);
        } catch (DataIntegrityViolationException writtenMeanwhile) {
            throw new PessimisticLockingFailureException("something of theirs was written meanwhile", writtenMeanwhile);
        }
        pages.remember();
        events.publishEvent(new AccessChanged(id));
    }
}
