package org.plumbline.server.training;

import java.util.Locale;
import org.plumbline.server.web.Words;

/**
 * Bounds of the traffic light that sorts a pain score. Clinics differ in where they put them (0–3, 4–5 and 6–10 in one, 4–7 and
 * 8–10 in another), so a therapist may choose other ones for a person.
 *
 * @param greenMost highest green score
 * @param amberMost highest amber score, above the green ones
 */
public record PainBounds(int greenMost, int amberMost) {
    /** 0 to 3, 4 and 5, 6 to 10. */
    public static final PainBounds USUAL = new PainBounds(3, 5);

    private static final int WORST = 10;

    public PainBounds {
        if (greenMost < 0 || amberMost <= greenMost || amberMost >= WORST) {
            throw new IllegalArgumentException(Words.say("pain.bounds.refused", greenMost, amberMost));
        }
    }

    /** A colour that is never shown without its shape. */
    public enum Light {
        GREEN(0),
        AMBER(2),
        RED(3);

        private final int level;

        Light(int level) {
            this.level = level;
        }

        /** The level whose colour and shape it has on pages. */
        public int level() {
            return level;
        }

        /** The word that is sent, and the end of its message key. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The light of a score from 0 to 10. */
    public Light light(int score) {
        return score <= greenMost ? Light.GREEN : score <= amberMost ? Light.AMBER : Light.RED;
    }
}
