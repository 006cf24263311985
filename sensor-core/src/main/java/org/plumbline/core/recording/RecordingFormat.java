package org.plumbline.core.recording;

/** The fixed words and limits of {@code trunk-imu-recording}, shared by reader and writer. */
public final class RecordingFormat {
    /** The header key that every recording has. */
    public static final String VERSION_KEY = "trunk-imu-recording";

    /** The version read and written. */
    public static final int VERSION = 1;

    /** Largest magnitude of one component of specific force, m/s²: about 100 g, beyond any wearable sensor. */
    public static final double MAX_ACCELERATION_MS2 = 1000;

    /** Largest magnitude of one component of angular rate, rad/s: about 11 000 °/s, beyond any wearable sensor. */
    public static final double MAX_ANGULAR_RATE_RADPS = 200;

    /** Heaviest load of a set, kg: more than twice what anybody has lifted. */
    public static final double MAX_LOAD_KG = 1000;

    /** Longest line, bytes; reading never holds more than one line. */
    public static final int MAX_LINE_BYTES = 16_384;

    /** Longest header, bytes: titles, notes and the marks of some thousand repetitions. */
    public static final int MAX_HEADER_BYTES = 1 << 20;

    /** How many bytes more blank lines and comments among the rows may have than the rows: a packed file can hold them for hours. */
    public static final int MAX_IDLE_BYTES = 1 << 20;

    /** A stretch without rows of a sensor that is worth saying, microseconds. */
    public static final long GAP_MICROS = 5_000_000;

    /** How far rows of different sensors may stand out of time order, microseconds: what the analysis can put right. */
    public static final long INTERLEAVING_MICROS = 250_000;

    /** A jump forward that no training session holds, microseconds: the unit or the clock is wrong. */
    public static final long MAX_JUMP_MICROS = 24L * 3600 * 1_000_000;

    static final String COLUMNS = "sensor,time_us,acc_x,acc_y,acc_z,gyr_x,gyr_y,gyr_z";
    static final String ARRIVAL_COLUMN = "arrival_us";
    static final String[] COLUMN_NAMES = (COLUMNS + "," + ARRIVAL_COLUMN).split(",");
    static final int COLUMN_COUNT = COLUMN_NAMES.length - 1;

    private RecordingFormat() {}
}
