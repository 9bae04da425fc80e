package org.filterscope.examples.world;

/**
 * Two pictures that differ in one thing.
 *
 * @param flaw    the flaw that the pair tests for
 * @param first   as the world is
 * @param second  the same with one thing swapped
 * @param swapped what was swapped, for a person
 */
public record CounterfactualPair(Flaw flaw, WorldPicture first, WorldPicture second, String swapped) {
}
