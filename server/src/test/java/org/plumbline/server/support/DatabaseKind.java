package org.plumbline.server.support;

import java.util.Locale;
import java.util.Optional;

/** The two databases the product runs on. */
public enum DatabaseKind {
    H2,
    POSTGRESQL;

    /** Says which one servers in tests run on: {@code h2} (where nothing is said) or {@code postgresql}. */
    public static final String PROPERTY = "plumbline.test.database";

    static DatabaseKind chosen() {
        return valueOf(System.getProperty(PROPERTY, "h2").toUpperCase(Locale.ROOT));
    }

    /** What is not there, empty where nothing is missing. */
    public Optional<String> missing() {
        return this == H2 ? Optional.empty() : Postgresql.missing();
    }
}
