package org.plumbline.server.cli;

/** A recording of a few rows. */
final class SmallRecording {
    static final String TEXT = """
            # trunk-imu-recording: 1
            # subject: P01
            # sensor: pelvis rate_hz=100
            # sensor: wrist rate_hz=100
            sensor,time_us,acc_x,acc_y,acc_z,gyr_x,gyr_y,gyr_z
            pelvis,0,0,0,9.81,0,0,0
            wrist,200,9.81,0,0,0,0,0
            pelvis,10000,0,0,9.81,0,0,0
            pelvis,10000,0,0,9.81,0,0,0
            wrist,10200,9.81,0,0,0,0,0
            """;

    private SmallRecording() {}
}
