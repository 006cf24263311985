package org.plumbline.server.support;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;

/** Skips before a test class starts its server, where the database chosen for it cannot run. */
final class ChosenDatabaseIsThere implements TestInstancePreConstructCallback {
    @Override
    public void preConstructTestInstance(TestInstanceFactoryContext factory, ExtensionContext context) {
        Installs.need(factory.getTestClass(), DatabaseKind.chosen().missing());
    }
}
