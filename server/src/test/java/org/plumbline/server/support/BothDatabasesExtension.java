package org.plumbline.server.support;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Runs a test of {@link BothDatabases} on each. */
final class BothDatabasesExtension implements TestTemplateInvocationContextProvider {
    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        return Stream.of(DatabaseKind.values()).map(Run::new);
    }

    private record Run(DatabaseKind kind) implements TestTemplateInvocationContext {
        @Override
        public String getDisplayName(int number) {
            return kind.name();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(new OwnDatabase(kind));
        }
    }

    private static final class OwnDatabase implements BeforeEachCallback, AfterEachCallback, ParameterResolver {
        private final DatabaseKind kind;
        private TestDatabase database;

        OwnDatabase(DatabaseKind kind) {
            this.kind = kind;
        }

        @Override
        public void beforeEach(ExtensionContext context) {
            Installs.need(context.getRequiredTestClass(), kind.missing());
            boolean migrated = AnnotationSupport.findAnnotation(context.getRequiredTestMethod(), BothDatabases.class)
                    .orElseThrow()
                    .migrated();
            database = migrated ? TestDatabase.migrated(kind) : TestDatabase.empty(kind);
        }

        @Override
        public void afterEach(ExtensionContext context) {
            if (database != null) {
                database.close();
            }
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            Class<?> type = parameter.getParameter().getType();
            return type == JdbcClient.class || type == TestDatabase.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == JdbcClient.class ? database.jdbc() : database;
        }
    }
}
