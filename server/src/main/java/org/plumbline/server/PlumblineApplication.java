package org.plumbline.server;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application. Its commands are in {@code cli}. */
@SpringBootApplication
public class PlumblineApplication {
    public static void main(String[] args) {
        SpringApplication.run(PlumblineApplication.class, args);
    }
}
