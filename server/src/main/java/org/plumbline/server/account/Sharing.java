package org.plumbline.server.account;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plumbline.server.web.NothingHere;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.web.server.ResponseStatusException;

/** What an owner lets others read: for each coach and therapist which kinds. The owner alone changes it, at any time. */
@Service
class Sharing {
    private final PersonRepository people;
    private final RecordShareRepository shares;
    private final AsSeen seen;
    private final Settings settings;
    private final ApplicationEventPublisher events;

    Sharing(
            PersonRepository people,
            RecordShareRepository shares,
            AsSeen seen,
            Settings settings,
            ApplicationEventPublisher events) {
        this.settings = settings;
        this.seen = seen;
        this.events = events;
        this.people = people;
        this.shares = shares;
    }

    /**
     * A person and what is shared with them.
     *
     * @param viewer who
     * @param kinds what they may read
     */
    record Shared(Person viewer, Set<RecordKind> kinds) {}

    /** Whom the owner shares with now. */
    List<Shared> of(Person owner) {
        Map<UUID, Set<RecordKind>> kinds = new LinkedHashMap<>();
        for (Share share : shares.sharesOf(owner.id())) {
            kinds.computeIfAbsent(share.viewerId(), absent -> EnumSet.noneOf(RecordKind.class))
                    .add(share.kind());
        }
        List<Shared> shared = new ArrayList<>();
        kinds.forEach((viewer, what) -> people.find(viewer).ifPresent(person -> shared.add(new Shared(person, what))));
        return shared;
    }

    /** When a backup was put back after which something stands as shared that the owner may have revoked. */
    Optional<PutBack> putBack(Person owner) {
        return PutBack.last(settings)
                .filter(back -> grantedBefore(back.at(), owner).findAny().isPresent());
    }

    private Stream<Share> grantedBefore(Instant moment, Person owner) {
        return shares.sharesOf(owner.id()).stream()
                .filter(share -> share.grantedAt().isBefore(moment));
    }

    /**
     * Changes what a page shows as shared, and grants anew what is ticked still: its owner has looked through what came back with a
     * backup.
     *
     * @see #change(Person, Map, Map)
     */
    public void confirm(Person owner, Map<UUID, Set<RecordKind>> shown, Map<UUID, Set<RecordKind>> ticked) {
        change(
                owner,
                shown,
                ticked,
                () -> PutBack.last(settings)
                        .ifPresent(back -> grantedBefore(back.at(), owner)
                                .filter(share -> ticked.getOrDefault(share.viewerId(), Set.of())
                                        .contains(share.kind()))
                                .forEach(share -> {
                                    shares.revoke(owner.id(), share.viewerId(), share.kind());
                                    shares.grant(owner.id(), share.viewerId(), share.kind());
                                })));
    }

    /** Coaches and therapists of the house with whom nothing is shared yet. */
    List<Person> othersFor(Person owner) {
        Set<UUID> already =
                shares.sharesOf(owner.id()).stream().map(Share::viewerId).collect(Collectors.toSet());
        return people.withRole(Set.of(Role.COACH, Role.THERAPIST), owner.sample()).stream()
                .filter(person -> !person.id().equals(owner.id()) && !already.contains(person.id()))
                .toList();
    }

    /**
     * Changes what a page shows as shared: what was ticked or unticked there, and nothing that was changed elsewhere since.
     *
     * @param shown what the page showed as shared, by viewer
     * @param ticked what is ticked now, by viewer
     * @throws ResponseStatusException as {@link #share}; then nothing is changed
     */
    public void change(Person owner, Map<UUID, Set<RecordKind>> shown, Map<UUID, Set<RecordKind>> ticked) {
        change(owner, shown, ticked, () -> {});
    }

    private void change(
            Person owner, Map<UUID, Set<RecordKind>> shown, Map<UUID, Set<RecordKind>> ticked, Runnable afterwards) {
        Set<UUID> viewers = new LinkedHashSet<>(shown.keySet());
        viewers.addAll(ticked.keySet());
        seen.write(owner.id(), () -> {
            viewers.forEach(viewer ->
                    change(owner, viewer, shown.getOrDefault(viewer, Set.of()), ticked.getOrDefault(viewer, Set.of())));
            afterwards.run();
            return viewers;
        });
    }

    private void change(Person owner, UUID viewer, Set<RecordKind> shown, Set<RecordKind> ticked) {
        if (shown.equals(ticked)) {
            return;
        }
        Set<RecordKind> now = kinds(owner, viewer);
        Set<RecordKind> kinds = EnumSet.noneOf(RecordKind.class);
        for (RecordKind kind : RecordKind.values()) {
            boolean touched = shown.contains(kind) != ticked.contains(kind);
            if ((touched ? ticked : now).contains(kind)) {
                kinds.add(kind);
            }
        }
        put(owner, viewer, kinds);
    }

    /**
     * Lets a coach or therapist read exactly these kinds from now on.
     *
     * @param asRead whether what is shared now is what its author has read
     * @throws ResponseStatusException 404 where there is no such coach or therapist
     */
    public void share(Person owner, UUID viewer, Set<RecordKind> kinds, Predicate<List<Shared>> asRead) {
        seen.write(owner.id(), () -> of(owner), asRead, now -> {
            put(owner, viewer, kinds);
            return kinds;
        });
    }

    private void put(Person owner, UUID viewer, Set<RecordKind> kinds) {
        checkViewer(owner, viewer, kinds);
        for (RecordKind kind : RecordKind.values()) {
            if (kinds.contains(kind)) {
                shares.grant(owner.id(), viewer, kind);
            } else {
                shares.revoke(owner.id(), viewer, kind);
            }
        }
        events.publishEvent(new AccessChanged(viewer));
    }

    private Set<RecordKind> kinds(Person owner, UUID viewer) {
        return shares.sharesOf(owner.id()).stream()
                .filter(share -> share.viewerId().equals(viewer))
                .map(Share::kind)
                .collect(Collectors.toSet());
    }

    private void checkViewer(Person owner, UUID viewer, Set<RecordKind> kinds) {
        boolean may = people.find(viewer)
                .filter(person -> person.is(Role.COACH) || person.is(Role.THERAPIST))
                .filter(person ->
                        person.sample() == owner.sample() && !person.id().equals(owner.id()))
                .isPresent();
        if (!may && !kinds.isEmpty()) {
            throw NothingHere.problem();
        }
    }
}
