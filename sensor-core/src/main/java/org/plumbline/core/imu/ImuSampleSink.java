package org.plumbline.core.imu;

/** Takes samples in the order of their arrival. */
@FunctionalInterface
public interface ImuSampleSink {
    /** Takes one sample; the carrier may be reused by the caller after the call returns. */
    void accept(ImuSample sample);
}
