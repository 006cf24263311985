package org.plumbline.server.account;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.web.Paging;
import org.plumbline.server.web.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Accounts, for administrators at a page; keys of programs do not reach it. */
@RestController
@RequestMapping("/api/administration")
class AdministrationApi {
    private final Administration administration;

    AdministrationApi(Administration administration) {
        this.administration = administration;
    }

    /** An account. */
    private record Line(UUID id, String name, String email, List<String> roles, boolean closed) {
        private static Line of(Account account) {
            Person person = account.person();
            return new Line(
                    person.id(),
                    person.name(),
                    account.email(),
                    person.roles().stream().sorted().map(Role::word).toList(),
                    account.disabled());
        }
    }

    /** Roles that are wanted. */
    private record Roles(@Nullable List<String> roles) {
        private Set<Role> asked() {
            return roles == null ? Set.of() : roles.stream().map(Role::ofWord).collect(Collectors.toSet());
        }
    }

    /** Whether an account is closed. */
    private record Closed(boolean closed) {}

    /** What the server is for: gym, clinic or both. */
    private record House(String purpose) {}

    /** The path of a link that works once; it is not shown again. */
    private record Link(String path) {}

    @GetMapping("/people")
    List<Line> people(
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "0") int offset,
            @SignedIn Person me) {
        Paging part = new Paging(limit, offset);
        return administration.accounts(me, part.limit(), part.offset()).stream()
                .map(Line::of)
                .toList();
    }

    @PostMapping("/invitations")
    Link invite(@RequestBody Roles wish, @SignedIn Person me) {
        administration.invitable(me);
        return new Link(administration.invite(me, wish.asked()));
    }

    /** An invitation that still opens. */
    private record Open(
            String id, List<String> roles, @Nullable String by, Instant madeAt, Instant expiresAt) {
        private static Open of(OpenInvitation one) {
            return new Open(
                    one.id(),
                    one.roles().stream().sorted().map(Role::word).toList(),
                    one.by(),
                    one.madeAt(),
                    one.expiresAt());
        }
    }

    @GetMapping("/invitations")
    List<Open> invitations(@SignedIn Person me) {
        return administration.invitations(me).stream().map(Open::of).toList();
    }

    /** Answers the same whether or not it was still open. */
    @DeleteMapping("/invitations/{invitation}")
    ResponseEntity<Void> withdraw(@PathVariable String invitation, @SignedIn Person me) {
        administration.withdrawInvitation(me, invitation);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/people/{id}/reset")
    Link reset(@PathVariable UUID id, @SignedIn Person me) {
        return new Link(administration.reset(me, id));
    }

    @PutMapping("/people/{id}/roles")
    ResponseEntity<Void> roles(@PathVariable UUID id, @RequestBody Roles wish, @SignedIn Person me) {
        administration.setRoles(me, id, wish.asked());
        return ResponseEntity.noContent().build();
    }

    @PutMapping("/people/{id}/closed")
    ResponseEntity<Void> closed(@PathVariable UUID id, @RequestBody Closed wish, @SignedIn Person me) {
        if (wish.closed()) {
            administration.close(me, id);
        } else {
            administration.open(me, id);
        }
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/purpose")
    House purpose(@SignedIn Person me) {
        return new House(administration.purpose(me));
    }

    @PutMapping("/purpose")
    House choosePurpose(@RequestBody House house, @SignedIn Person me) {
        administration.choosePurpose(me, house.purpose());
        return house;
    }

    @ExceptionHandler
    ProblemDetail refused(AccountRefusedException refused) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, Words.say(refused.messageKey()));
    }

    @ExceptionHandler
    ProblemDetail misunderstood(IllegalArgumentException wrong) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, wrong.getMessage());
    }
}
