package org.plumbline.server.account;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.plumbline.server.web.NothingHere;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

/** What an administrator may do to accounts, and who may invite whom. Nothing of anybody's record is reached from here. */
@Service
class Administration {
    /** Name of the setting that says after which backup that was put back the accounts were looked through. */
    private static final String LOOKED_THROUGH = "put_back_looked_through";

    private final PersonRepository people;
    private final Invitations invitations;
    private final ServerPurpose purpose;
    private final Settings settings;
    private final ApplicationEventPublisher events;

    Administration(
            PersonRepository people,
            Invitations invitations,
            ServerPurpose purpose,
            Settings settings,
            ApplicationEventPublisher events) {
        this.settings = settings;
        this.events = events;
        this.people = people;
        this.invitations = invitations;
        this.purpose = purpose;
    }

    /** Accounts by name. */
    List<Account> accounts(Person me, int limit, int offset) {
        administrator(me);
        return people.accounts(limit, offset);
    }

    /** When a backup was put back, with which accounts that were closed may be open again; empty once they were looked through. */
    Optional<PutBack> putBack(Person me) {
        administrator(me);
        return PutBack.last(settings)
                .filter(back -> settings.get(LOOKED_THROUGH)
                        .filter(back.content()::equals)
                        .isEmpty());
    }

    /** An administrator has looked through the accounts since a backup was put back. */
    void lookedThrough(Person me) {
        putBack(me).ifPresent(back -> settings.put(LOOKED_THROUGH, back.content()));
    }

    /** What the server is for; empty before it was chosen. */
    String purpose(Person me) {
        administrator(me);
        return purpose.chosen().map(ServerPurpose.Purpose::word).orElse("");
    }

    /** Whether a therapist finds pages here. */
    boolean hasTherapistsPages() {
        return purpose.clinic();
    }

    void choosePurpose(Person me, String word) {
        administrator(me);
        purpose.choose(ServerPurpose.Purpose.ofWord(word));
    }

    /**
     * Roles a person may invite others to; a therapist finds no page where this server is a gym's alone.
     *
     * @throws ResponseStatusException 404 where they may invite nobody
     */
    Set<Role> invitable(Person me) {
        if (!me.sample() && me.is(Role.ADMINISTRATOR)) {
            return purpose.clinic() ? EnumSet.allOf(Role.class) : EnumSet.complementOf(EnumSet.of(Role.THERAPIST));
        }
        if (!me.sample() && (me.is(Role.COACH) || me.is(Role.THERAPIST))) {
            return EnumSet.of(Role.LIFTER);
        }
        throw nothing();
    }

    /** The path of a link that makes one account. */
    String invite(Person me, Set<Role> roles) {
        if (roles.isEmpty() || !invitable(me).containsAll(roles)) {
            throw new AccountRefusedException("invite.refused");
        }
        return "/join/" + invitations.invite(me, roles);
    }

    /** Invitations that still open: a coach's or therapist's own, for an administrator all. */
    List<OpenInvitation> invitations(Person me) {
        invitable(me);
        return invitations.open(me);
    }

    /** Takes an invitation back; false where it does not open any more. */
    boolean withdrawInvitation(Person me, String id) {
        invitable(me);
        return invitations.withdraw(me, id);
    }

    /** The path of a link by which a person chooses a new password. */
    String reset(Person me, UUID id) {
        return "/join/" + invitations.reset(me, account(me, id).id());
    }

    @Transactional
    public void setRoles(Person me, UUID id, Set<Role> roles) {
        Person person = account(me, id);
        if (roles.isEmpty()) {
            throw new AccountRefusedException("administration.refused.roles");
        }
        keepOne(person, roles.contains(Role.ADMINISTRATOR));
        people.setRoles(id, roles);
        events.publishEvent(new AccessChanged(id));
    }

    @Transactional
    public void close(Person me, UUID id) {
        keepOne(account(me, id), false);
        people.setDisabled(id, true);
        events.publishEvent(new AccountClosed(id));
        events.publishEvent(new AccessChanged(id));
    }

    void open(Person me, UUID id) {
        account(me, id);
        people.setDisabled(id, false);
    }

    /** The account of that identity, for an administrator. */
    Person account(Person me, UUID id) {
        administrator(me);
        return people.find(id).filter(person -> !person.sample()).orElseThrow(Administration::nothing);
    }

    /** The server is never left without an administrator. */
    private void keepOne(Person person, boolean staysAdministrator) {
        if (person.is(Role.ADMINISTRATOR) && !staysAdministrator && people.lockAdministrators() <= 1) {
            throw new AccountRefusedException("administration.refused.last");
        }
    }

    private static void administrator(Person me) {
        if (!me.is(Role.ADMINISTRATOR)) {
            throw nothing();
        }
    }

    private static ResponseStatusException nothing() {
        return NothingHere.problem();
    }
}
