package org.plumbline.core.form;

/** Hears a limit that is passed while the bar moves. */
@FunctionalInterface
public interface LiveFlagListener {
    /** A limit has been passed; the same flag may come again with a higher level. */
    void onFlag(FormFlag flag);
}
