package org.plumbline.server.wearable.radio.simulated;

import java.util.List;
import java.util.Map;
import org.plumbline.core.simulation.SimulationScript;

/**
 * What the simulated radio hears where nobody says otherwise: a lifter with two sensors of the open profile, the same lifter
 * with two WitMotion sensors, and somebody's chest strap. Each pair of sensors is worn by a lifter of its own who does the
 * same script.
 */
public final class SimulatedGym {
    public static final String TIMU_PELVIS = "C0:FF:EE:00:00:01";
    public static final String TIMU_THORAX = "C0:FF:EE:00:00:02";
    public static final String WITMOTION_PELVIS = "C0:FF:EE:00:00:11";
    public static final String WITMOTION_THORAX = "C0:FF:EE:00:00:12";
    public static final String CHEST_STRAP = "C0:FF:EE:00:00:21";

    private final SimulatedLifter timuLifter;
    private final SimulatedLifter witMotionLifter;
    private final Map<String, WornSensor> worn;
    private final SimulatedRadio radio;

    private SimulatedGym(SimulatedLifter timuLifter, SimulatedLifter witMotionLifter) {
        this.timuLifter = timuLifter;
        this.witMotionLifter = witMotionLifter;
        worn = Map.of(
                TIMU_PELVIS, timuLifter.sensor(0),
                TIMU_THORAX, timuLifter.sensor(1),
                WITMOTION_PELVIS, witMotionLifter.sensor(0),
                WITMOTION_THORAX, witMotionLifter.sensor(1));
        radio = new SimulatedRadio(List.of(
                new TimuPeripheral(TIMU_PELVIS, "TIMU-0001 (on the pelvis)", sensor(TIMU_PELVIS)),
                new TimuPeripheral(TIMU_THORAX, "TIMU-0002 (on the ribs)", sensor(TIMU_THORAX)),
                new WitMotionPeripheral(WITMOTION_PELVIS, "WT901BLE67 (on the pelvis)", sensor(WITMOTION_PELVIS)),
                new WitMotionPeripheral(WITMOTION_THORAX, "WT901BLE68 (on the ribs)", sensor(WITMOTION_THORAX)),
                new ChestStrapPeripheral(CHEST_STRAP)));
    }

    /** The lifters begin as soon as a sensor of theirs streams. */
    public static SimulatedGym beginningWithStream(SimulationScript script) {
        return new SimulatedGym(
                SimulatedLifter.beginningWithStream(script, SimulatedLifter.TIMU_RATE_HZ),
                SimulatedLifter.beginningWithStream(script, WitMotionPeripheral.RATE_HZ));
    }

    /** The lifters stand until {@link #begin}. */
    public static SimulatedGym standing(SimulationScript script) {
        return new SimulatedGym(
                SimulatedLifter.standing(script, SimulatedLifter.TIMU_RATE_HZ),
                SimulatedLifter.standing(script, WitMotionPeripheral.RATE_HZ));
    }

    public SimulatedRadio radio() {
        return radio;
    }

    /** The script begins now, or anew. */
    public void begin() {
        timuLifter.begin();
        witMotionLifter.begin();
    }

    /**
     * Somebody knocks twice on the sensor with that address.
     *
     * @throws IllegalArgumentException where there is none
     */
    public void tap(String address) {
        sensor(address).tap();
    }

    private WornSensor sensor(String address) {
        WornSensor sensor = worn.get(address);
        if (sensor == null) {
            throw new IllegalArgumentException("nobody wears " + address);
        }
        return sensor;
    }
}
