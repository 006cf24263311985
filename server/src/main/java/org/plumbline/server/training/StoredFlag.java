package org.plumbline.server.training;

import org.plumbline.core.form.FormFlag;

/**
 * A flag in the log.
 *
 * @param repetitionNumber the repetition it belongs to
 * @param flag the flag
 */
public record StoredFlag(int repetitionNumber, FormFlag flag) {}
