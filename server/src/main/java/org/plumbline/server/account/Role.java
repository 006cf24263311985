package org.plumbline.server.account;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plumbline.server.web.Choice;

/** What a person is on this server. One person may be several: most coaches lift too. */
public enum Role {
    LIFTER,
    COACH,
    THERAPIST,
    ADMINISTRATOR;

    /** The word that is stored and sent. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The role of that word.
     *
     * @throws IllegalArgumentException where there is none such; the message is for the person
     */
    public static Role ofWord(String word) {
        return Choice.of(Role.class, "role", word);
    }

    static String join(Set<Role> roles) {
        return roles.stream().sorted().map(Role::word).collect(Collectors.joining(","));
    }

    static Set<Role> split(String words) {
        EnumSet<Role> roles = EnumSet.noneOf(Role.class);
        Stream.of(words.split(","))
                .filter(word -> !word.isEmpty())
                .map(Role::ofWord)
                .forEach(roles::add);
        return Set.copyOf(roles);
    }
}
