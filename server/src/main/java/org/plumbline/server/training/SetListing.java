package org.plumbline.server.training;

/**
 * A line of the list of sets.
 *
 * @param set the set
 * @param repetitions repetitions counted
 * @param assessedRepetitions repetitions in which the lumbar spine was seen
 * @param flaggedRepetitions repetitions with a flag of level 2 or 3
 * @param strongestLevel highest level of any flag, 0 where there is none
 */
public record SetListing(
        TrainingSet set, int repetitions, int assessedRepetitions, int flaggedRepetitions, int strongestLevel) {}
