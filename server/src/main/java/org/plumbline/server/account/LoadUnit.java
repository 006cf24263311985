package org.plumbline.server.account;

import java.util.Locale;
import org.plumbline.server.web.Words;

/** The unit a person reads loads in. Loads are stored in kilograms. */
public enum LoadUnit {
    KG(1.0),
    /** International avoirdupois pound. */
    LB(0.45359237);

    private final double kilograms;

    LoadUnit(double kilograms) {
        this.kilograms = kilograms;
    }

    /** The unit as written beside a number. */
    public String symbol() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A load in this unit, in kilograms. */
    public double toKg(double load) {
        return load * kilograms;
    }

    /** A load in kilograms, in this unit. */
    public double fromKg(double loadKg) {
        return loadKg / kilograms;
    }

    /** A load in kilograms, in this unit, to the half as loads are shown. */
    public double shown(double loadKg) {
        return Math.round(fromKg(loadKg) * 2) / 2.0;
    }

    /** A load as a person reads it: to the half, with its unit. */
    public String format(double loadKg) {
        double load = shown(loadKg);
        String number = load == Math.rint(load) ? String.valueOf((long) load) : String.valueOf(load);
        return number + " " + symbol();
    }

    /**
     * Ends where a load would not be shown as what it is.
     *
     * @throws IllegalArgumentException where it is one and would be shown as none; the message is for the person
     */
    public void checkShown(double loadKg) {
        if (!isShown(loadKg)) {
            throw new IllegalArgumentException(saySmall());
        }
    }

    /** Whether a load that is one is shown as one. */
    public boolean isShown(double loadKg) {
        return loadKg <= 0 || shown(loadKg) > 0;
    }

    /** What is said of a load that is one and would be shown as none. */
    public String saySmall() {
        return Words.say("account.load.small", format(toKg(0.5)), format(0));
    }

    /**
     * The unit of that symbol.
     *
     * @throws IllegalArgumentException where there is none such; the message is for the person
     */
    public static LoadUnit ofSymbol(String symbol) {
        for (LoadUnit unit : values()) {
            if (unit.symbol().equalsIgnoreCase(symbol)) {
                return unit;
            }
        }
        throw new IllegalArgumentException(Words.say("account.unit.refused"));
    }
}
