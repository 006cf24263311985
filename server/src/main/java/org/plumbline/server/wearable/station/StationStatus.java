package org.plumbline.server.wearable.station;

import java.util.List;

/**
 * Everything the sensors page shows to one person.
 *
 * @param radio kind of radio in use
 * @param simulated whether its sensors are simulated
 * @param replayed whether a recording of a radio is played
 * @param working whether the radio works
 * @param starting whether it is being started, so that nobody knows yet whether it works
 * @param reason why it does not, and what to do; or how it was chosen
 * @param finding whether devices are being looked for
 * @param found what was heard and is not paired, nearest first
 * @param sensors the viewer's own sensors, then those of the house
 * @param placing how placing by tapping goes
 */
public record StationStatus(
        String radio,
        boolean simulated,
        boolean replayed,
        boolean working,
        boolean starting,
        String reason,
        boolean finding,
        List<FoundSensor> found,
        List<SensorStatus> sensors,
        PlacingStatus placing) {}
