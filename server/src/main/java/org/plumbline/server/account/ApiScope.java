package org.plumbline.server.account;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plumbline.server.web.Choice;

/** What a token may do. A person at a page may do all that is theirs. */
enum ApiScope {
    /** Read sets, progress, plans. */
    READ,
    /** Change them. */
    WRITE,
    /** Begin, watch and end live sets, and the sensors for them. */
    LIVE,
    /** Pain, symptoms, check-ins, reports: beside reading or changing, not instead. */
    HEALTH;

    /** The word that is stored and sent. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String authority() {
        return "SCOPE_" + word();
    }

    static ApiScope ofWord(String word) {
        return Choice.of(ApiScope.class, "scope", word);
    }

    static Set<ApiScope> split(String words) {
        EnumSet<ApiScope> scopes = EnumSet.noneOf(ApiScope.class);
        Stream.of(words.split(","))
                .filter(word -> !word.isEmpty())
                .map(ApiScope::ofWord)
                .forEach(scopes::add);
        return scopes;
    }

    static String join(Set<ApiScope> scopes) {
        return scopes.stream().sorted().map(ApiScope::word).collect(Collectors.joining(","));
    }
}
