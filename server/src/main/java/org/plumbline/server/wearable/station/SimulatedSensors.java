package org.plumbline.server.wearable.station;

import java.util.List;
import java.util.Map;
import org.plumbline.core.simulation.SimulationScript;
import org.plumbline.server.wearable.radio.simulated.SimulatedLifter;
import org.plumbline.server.wearable.radio.simulated.SimulatedRadio;
import org.plumbline.server.wearable.radio.simulated.TimuPeripheral;
import org.plumbline.server.wearable.radio.simulated.WornSensor;

/**
 * Two simulated sensors to try everything with where there is no hardware: found, paired, placed and worn like real ones, by a
 * lifter who stands still until a set begins.
 */
public final class SimulatedSensors {
    private static final String PELVIS = "C0:FF:EE:00:00:01";
    private static final String THORAX = "C0:FF:EE:00:00:02";

    private final SimulatedLifter lifter;
    private final Map<String, WornSensor> worn;
    private final SimulatedRadio radio;

    public SimulatedSensors(SimulationScript script) {
        lifter = SimulatedLifter.standing(script, SimulatedLifter.TIMU_RATE_HZ);
        WornSensor pelvis = lifter.sensor(0);
        WornSensor thorax = lifter.sensor(1);
        worn = Map.of(PELVIS, pelvis, THORAX, thorax);
        radio = new SimulatedRadio(List.of(
                new TimuPeripheral(PELVIS, "TIMU-0001", pelvis), new TimuPeripheral(THORAX, "TIMU-0002", thorax)));
    }

    /** The radio in whose reach they are. */
    public SimulatedRadio radio() {
        return radio;
    }

    /** The lifter begins to stand still, bow and lift, from the start. */
    public void begin() {
        lifter.begin();
    }

    /** Taps a sensor twice with a fingertip. */
    public void tap(String address) {
        WornSensor sensor = worn.get(address);
        if (sensor != null) {
            sensor.tap();
        }
    }
}
