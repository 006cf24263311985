package org.plumbline.server.account;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Links by which accounts are made and passwords are chosen anew. Nobody gets an account without one. */
@Service
class Invitations {
    static final Duration INVITATION_LASTS = Duration.ofDays(7);
    private static final int MOST_OPEN = 100;
    static final Duration RESET_LASTS = Duration.ofHours(24);

    private final PersonRepository people;
    private final RecordShareRepository shares;
    private final OneTimeLinkRepository links;
    private final ApiTokens tokens;
    private final RecordReadRepository reads;
    private final PasswordEncoder encoder;

    Invitations(
            PersonRepository people,
            RecordShareRepository shares,
            OneTimeLinkRepository links,
            ApiTokens tokens,
            RecordReadRepository reads,
            PasswordEncoder encoder) {
        this.tokens = tokens;
        this.reads = reads;
        this.people = people;
        this.shares = shares;
        this.links = links;
        this.encoder = encoder;
    }

    /** The secret of a link for the first administrator; earlier ones open nothing any more. Empty where there is one. */
    @Transactional
    public Optional<String> firstStart() {
        if (people.activeAdministrators() > 0) {
            return Optional.empty();
        }
        OneTimeLink link =
                new OneTimeLink(OneTimeLink.Purpose.ADMINISTRATOR, null, Set.of(Role.LIFTER, Role.ADMINISTRATOR), null);
        links.withdraw(link);
        return Optional.of(make(link, INVITATION_LASTS));
    }

    /** The secret of a link that makes an account with these roles. */
    @Transactional
    public String invite(Person by, Set<Role> roles) {
        if (roles.isEmpty()) {
            throw new AccountRefusedException("administration.refused.roles");
        }
        return make(new OneTimeLink(OneTimeLink.Purpose.INVITATION, null, roles, by.id()), INVITATION_LASTS);
    }

    /** The secret of a link by which a person chooses a new password; an earlier one opens nothing any more. */
    @Transactional
    public String reset(Person by, UUID personId) {
        OneTimeLink link = new OneTimeLink(OneTimeLink.Purpose.RESET, personId, Set.of(), by.id());
        links.withdraw(link);
        return make(link, RESET_LASTS);
    }

    /** Invitations that still open: those of a person, or all for an administrator. */
    List<OpenInvitation> open(Person me) {
        return links.invitations(whose(me), MOST_OPEN);
    }

    /** Takes an invitation back; false where it does not open any more or is somebody else's. */
    @Transactional
    public boolean withdraw(Person me, String id) {
        return links.withdrawInvitation(id, whose(me));
    }

    private static @Nullable UUID whose(Person me) {
        return me.is(Role.ADMINISTRATOR) ? null : me.id();
    }

    private String make(OneTimeLink link, Duration lasts) {
        String secret = Secrets.make();
        links.insert(Secrets.hash(secret), link, lasts);
        return secret;
    }

    /** What a link opens, while it does. */
    Optional<OneTimeLink> open(String secret) {
        return links.open(Secrets.hash(secret)).filter(this::stillMeant);
    }

    /** A link of somebody who may not make such any more opens nothing. */
    private boolean stillMeant(OneTimeLink link) {
        UUID maker = link.madeBy();
        return maker == null
                || people.active(maker)
                        .filter(person -> person.is(Role.ADMINISTRATOR)
                                || (link.roles().equals(Set.of(Role.LIFTER))
                                        && (person.is(Role.COACH) || person.is(Role.THERAPIST))))
                        .isPresent();
    }

    /**
     * Makes the account a link is for.
     *
     * @param shareWithInviter kinds the new person shares with whoever invited them
     * @throws AccountRefusedException where something typed cannot be; the link still opens
     */
    @Transactional
    public Person join(String secret, NewAccount typed, Set<RecordKind> shareWithInviter) {
        OneTimeLink link = open(secret).orElseThrow(() -> new AccountRefusedException("join.refused.link"));
        typed.check();
        String name = Objects.requireNonNull(typed.name()).strip();
        String email = Objects.requireNonNull(typed.email());
        if (people.emailTaken(email)) {
            throw new AccountRefusedException("join.refused.taken");
        }
        use(secret);
        String hash = String.valueOf(encoder.encode(typed.password()));
        Person person = account(link, name, email, hash, typed.adult() ? null : typed.guardian());
        if (link.madeBy() != null) {
            shareWithInviter.forEach(kind -> shares.grant(person.id(), link.madeBy(), kind));
        }
        return person;
    }

    private Person account(OneTimeLink link, String name, String email, String hash, @Nullable String guardian) {
        // a log that was begun before there were accounts belongs to whoever sets the server up
        Optional<Person> earlier =
                link.purpose() == OneTimeLink.Purpose.ADMINISTRATOR ? people.withoutAccount() : Optional.empty();
        if (earlier.isPresent()) {
            people.becomeAccount(earlier.get().id(), name, email, hash, link.roles(), guardian);
            return people.find(earlier.get().id()).orElseThrow();
        }
        Person person = new Person(UUID.randomUUID(), name, LoadUnit.KG, link.roles(), false);
        people.insert(person, email, hash, guardian);
        return person;
    }

    /** Chooses a new password; sessions under the old one end. */
    @Transactional
    public Person chooseAnew(String secret, String password) {
        OneTimeLink link = open(secret).orElseThrow(() -> new AccountRefusedException("join.refused.link"));
        UUID id = Objects.requireNonNull(link.personId(), "a reset is of a person");
        NewAccount.checkPassword(password, people.email(id).orElse(""));
        use(secret);
        people.setPassword(id, String.valueOf(encoder.encode(password)));
        tokens.deleteAll(id);
        if (link.madeBy() != null && !link.madeBy().equals(id)) {
            // whoever made the link could have used it themselves: the owner sees that there was one
            reads.add(id, link.madeBy(), "password_reset");
        }
        return people.find(id).orElseThrow(() -> new AccountRefusedException("join.refused.link"));
    }

    private void use(String secret) {
        if (!links.use(Secrets.hash(secret))) {
            throw new AccountRefusedException("join.refused.link");
        }
    }
}
