package org.plumbline.server.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test of a started server that runs a second time in {@code mvn verify}, with the server on PostgreSQL. For those that write
 * and read much; every other one can be run so by hand with {@code -Dplumbline.test.database=postgresql}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("both-databases")
@ExtendWith(ChosenDatabaseIsThere.class)
public @interface OnBothDatabases {}
