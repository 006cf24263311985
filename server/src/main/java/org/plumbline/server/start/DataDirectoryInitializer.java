package org.plumbline.server.start;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Takes the data directory before anything else starts, and puts the embedded database into it. */
public final class DataDirectoryInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    /** How the embedded database speaks, so that one set of SQL runs on it and on PostgreSQL. */
    public static final String DIALECT = "MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";

    /**
     * WRITE_DELAY=100: what is committed is in the file a tenth of a second later, even if the server is killed then. With
     * 0 it would be there at once, but the database would not tidy up behind itself and the file would grow for ever.
     */
    private static final String DATABASE =
            "jdbc:h2:file:%s/plumbline;" + DIALECT + ";WRITE_DELAY=100;DB_CLOSE_ON_EXIT=FALSE";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        DataDirectory directory = DataDirectory.open(Path.of(environment.getRequiredProperty("plumbline.data-dir")));
        ((GenericApplicationContext) context).registerBean(DataDirectory.class, () -> directory);
        if (!environment.containsProperty("spring.datasource.url")) {
            String url = String.format(DATABASE, directory.path().toString().replace('\\', '/'));
            environment
                    .getPropertySources()
                    .addLast(new MapPropertySource("data-directory", Map.of("spring.datasource.url", url)));
        }
    }
}
