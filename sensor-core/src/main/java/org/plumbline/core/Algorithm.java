package org.plumbline.core;

/** Versions written into every result. */
public final class Algorithm {
    /** Changes whenever the same samples may give another result. */
    public static final String VERSION = "line-12";

    /** Version of the software, from the jar's manifest; {@code development} outside a jar. */
    public static String softwareVersion() {
        String version = Algorithm.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    private Algorithm() {}
}
