package org.plumbline.server.live;

/**
 * That the sensors were silent for a while, so that what was done then is not assessed: said until the next repetition is counted.
 *
 * @param counted repetitions that were counted until then
 * @param sentence what was going on, in a sentence
 */
public record LiveSilence(int counted, String sentence) {}
