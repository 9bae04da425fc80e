package org.filterscope.core.configuration;

/**
 * Settings of the analysis {@code filters}.
 *
 * @param top how many pictures with the highest peaks to keep for each filter
 */
public record FilterSettings(int top) {
    public static final FilterSettings DEFAULT = new FilterSettings(9);
}
