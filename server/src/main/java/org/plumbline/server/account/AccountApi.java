package org.plumbline.server.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.web.NothingHere;
import org.plumbline.server.web.Paging;
import org.plumbline.server.web.StorableText;
import org.plumbline.server.web.Words;
import org.springframework.http.HttpHeaders;
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
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A person's sharing, reads and keys for programs. For pages' sessions only: a key makes no keys and shares nothing. */
@RestController
@RequestMapping("/api/account")
class AccountApi {
    private final Sharing sharing;
    private final RecordReadRepository reads;
    private final ApiTokens tokens;
    private final PersonRepository people;

    AccountApi(Sharing sharing, RecordReadRepository reads, ApiTokens tokens, PersonRepository people) {
        this.sharing = sharing;
        this.reads = reads;
        this.tokens = tokens;
        this.people = people;
    }

    /** What one viewer may read. */
    private record ShareLine(UUID viewer, String name, List<String> kinds) {}

    /** Kinds a viewer may read from now on; none where the list is empty. */
    private record Kinds(
            @JsonProperty(required = true) @Nullable List<String> kinds) {}

    /** A key for a program, without its secret. */
    private record TokenLine(
            UUID id,
            String name,
            List<String> scopes,
            Instant createdAt,
            @Nullable Instant lastUsedAt) {
        private static TokenLine of(ApiToken token) {
            return new TokenLine(
                    token.id(), token.name(), words(token.scopes()), token.createdAt(), token.lastUsedAt());
        }
    }

    /** A key that is wanted. */
    private record TokenWish(
            @Nullable String name, @Nullable List<String> scopes) {}

    /** A new key: its secret is given this once. */
    private record NewToken(String secret) {}

    /** Unit to show loads in. */
    private record Unit(@Nullable String unit) {}

    @GetMapping("/shares")
    ResponseEntity<List<ShareLine>> shares(@SignedIn Person me) {
        return AsRead.marked(lines(sharing.of(me)));
    }

    private static List<ShareLine> lines(List<Sharing.Shared> shared) {
        return shared.stream()
                .map(one -> new ShareLine(
                        one.viewer().id(),
                        one.viewer().name(),
                        one.kinds().stream().sorted().map(RecordKind::word).toList()))
                .toList();
    }

    /** @param asRead mark of what was read as shared; without it the last word stands */
    @PutMapping("/shares/{viewer}")
    ResponseEntity<List<ShareLine>> share(
            @PathVariable UUID viewer,
            @RequestBody Kinds wish,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String asRead,
            @SignedIn Person me) {
        if (wish.kinds() == null) {
            throw new IllegalArgumentException(Words.say("account.share.kinds"));
        }
        Set<RecordKind> kinds = wish.kinds().stream().map(RecordKind::ofWord).collect(Collectors.toSet());
        sharing.share(me, viewer, kinds, now -> AsRead.isOf(asRead, lines(now)));
        return shares(me);
    }

    @GetMapping("/reads")
    List<RecordRead> reads(
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "0") int offset,
            @SignedIn Person me) {
        Paging part = new Paging(limit, offset);
        return reads.readsOf(me.id(), part.limit(), part.offset());
    }

    @PutMapping("/load-unit")
    Unit loadUnit(@RequestBody Unit wish, @SignedIn Person me) {
        people.setLoadUnit(me.id(), LoadUnit.ofSymbol(String.valueOf(wish.unit())));
        return wish;
    }

    @GetMapping("/tokens")
    List<TokenLine> tokens(
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "0") int offset,
            @SignedIn Person me) {
        Paging part = new Paging(limit, offset);
        return part.of(tokens.of(me)).stream().map(TokenLine::of).toList();
    }

    @PostMapping("/tokens")
    ResponseEntity<NewToken> makeToken(@RequestBody TokenWish wish, @SignedIn Person me) {
        String name = wish.name();
        if (name == null
                || !StorableText.isName(name, NewAccount.NAME_LETTERS)
                || wish.scopes() == null
                || wish.scopes().isEmpty()) {
            throw new IllegalArgumentException(Words.say("account.token.refused"));
        }
        Set<ApiScope> scopes = wish.scopes().stream().map(ApiScope::ofWord).collect(Collectors.toSet());
        return ResponseEntity.created(URI.create("/api/account/tokens"))
                .body(new NewToken(tokens.make(me, name.strip(), scopes)));
    }

    @DeleteMapping("/tokens/{id}")
    ResponseEntity<Void> deleteToken(@PathVariable UUID id, @SignedIn Person me) {
        if (!tokens.delete(me, id)) {
            throw NothingHere.problem();
        }
        return ResponseEntity.noContent().build();
    }

    private static List<String> words(Set<ApiScope> scopes) {
        return scopes.stream().sorted().map(ApiScope::word).toList();
    }

    @ExceptionHandler
    ProblemDetail misunderstood(IllegalArgumentException wrong) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, wrong.getMessage());
    }
}
