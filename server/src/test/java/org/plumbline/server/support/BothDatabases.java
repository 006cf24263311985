package org.plumbline.server.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * In place of {@code @Test}: the test runs once on H2 and once on PostgreSQL, each time on a fresh database with every table
 * and no rows, which it takes as a parameter ({@code JdbcClient} or {@link TestDatabase}).
 */
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(BothDatabasesExtension.class)
public @interface BothDatabases {
    /** Whether the tables are there; without, the test begins with nothing and migrates itself. */
    boolean migrated() default true;
}
