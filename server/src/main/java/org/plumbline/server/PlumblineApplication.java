package org.plumbline.server;

import java.util.Arrays;
import org.plumbline.server.start.BundledFonts;
import org.plumbline.server.start.DataDirectoryInitializer;
import org.plumbline.server.start.StartFailure;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;

/** The application. Its commands are in {@code cli}. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class PlumblineApplication {
    /** Starts the server, or says in plain words why it cannot and ends with exit code 1. */
    public static void main(String[] args) {
        try {
            start(args);
        } catch (RuntimeException failure) {
            System.err.println("Plumbline did not start. " + StartFailure.sentence(failure));
            if (Arrays.asList(args).contains("--debug")) {
                failure.printStackTrace();
            }
            System.exit(1);
        }
    }

    /** Starts the server and returns when it answers. */
    public static ConfigurableApplicationContext start(String... args) {
        // before the first class of AWT is loaded
        BundledFonts.install();
        SpringApplication application = new SpringApplication(PlumblineApplication.class);
        DataDirectoryInitializer dataDirectory = new DataDirectoryInitializer();
        application.addInitializers(dataDirectory);
        try {
            return application.run(args);
        } catch (RuntimeException failure) {
            throw dataDirectory.explain(failure);
        }
    }
}
