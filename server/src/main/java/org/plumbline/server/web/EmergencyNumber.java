package org.plumbline.server.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whom to call. 112 is answered in the European Union and by most mobile networks; elsewhere the host sets the number of the place.
 *
 * @param emergencyNumber the number as people know it
 */
@ConfigurationProperties("plumbline")
public record EmergencyNumber(@DefaultValue("112") String emergencyNumber) {
    /** Address of the page for emergencies, which asks nobody and nothing. */
    public static final String PAGE = "/emergency";

    public EmergencyNumber {
        if (!emergencyNumber.matches("[+0-9][0-9 ]{1,19}")) {
            throw new IllegalArgumentException(
                    "plumbline.emergency-number must be a telephone number, it was \"" + emergencyNumber + "\".");
        }
    }
}
