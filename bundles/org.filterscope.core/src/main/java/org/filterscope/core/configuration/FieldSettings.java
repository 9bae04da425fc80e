package org.filterscope.core.configuration;

/**
 * Settings of the analysis {@code fields}.
 *
 * @param method   how the field is measured
 * @param top      pictures averaged for each filter, at most as many as {@link FilterSettings#top()}
 * @param occluder side of the square that hides a part of the picture, in input pixels; 0 for a twentieth of the input's shorter side
 * @param stride   of its places, in input pixels; 0 for a quarter of the occluder, at least 1
 */
public record FieldSettings(Method method, int top, int occluder, int stride) {
    public static final FieldSettings DEFAULT = new FieldSettings(Method.GRADIENT, 5, 0, 0);

    /** {@code GRADIENT}: quick, by the gradient of the peak; {@code OCCLUSION}: by hiding parts of the picture. */
    public enum Method {
        GRADIENT, OCCLUSION
    }
}
