package org.filterscope.engine.read;

import java.util.List;

import org.filterscope.engine.graph.InvalidNetworkException;

/** Some layers of a model cannot be read; knows all of them. */
public final class UnsupportedLayerException extends InvalidNetworkException {
    private static final long serialVersionUID = 1L;

    private final transient List<Refusal> refusals;

    /**
     * Why one layer cannot be read.
     *
     * @param layer  its name
     * @param kind   its class in the model's own framework
     * @param reason for a person
     */
    public record Refusal(String layer, String kind, String reason) {
        @Override
        public String toString() {
            return "layer '%s' (%s): %s".formatted(layer, kind, reason);
        }
    }

    /**
     * @param file     the model, for people
     * @param refusals never empty
     */
    public UnsupportedLayerException(final String file, final List<Refusal> refusals) {
        super("%s: %s%s".formatted(file, refusals.get(0), refusals.size() == 1 ? "" : " (and %d more)".formatted(refusals.size() - 1)));
        this.refusals = List.copyOf(refusals);
    }

    /** In the order of the layers; never empty. */
    public List<Refusal> refusals() {
        return refusals;
    }
}
