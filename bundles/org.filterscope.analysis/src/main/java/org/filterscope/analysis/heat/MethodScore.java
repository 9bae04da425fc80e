package org.filterscope.analysis.heat;

import java.util.List;

/**
 * What became of a method's maps. Numbers are means over pictures, and not a number where no picture could say.
 *
 * @param method    its name
 * @param layer     that it looks at; empty for none
 * @param forward   pictures that go forwards for a map
 * @param backward  of these, those whose gradient comes back
 * @param seconds   for a map
 * @param pointing  how often the map's peak lies in the object
 * @param energy    share of what speaks for the class that lies in the object
 * @param found     how often the map's box is the object's, by whatever class the network takes it for
 * @param located   how often it is, and the network right about the class: the benchmark's localisation accuracy
 * @param deletion  area under the probability while the hottest pixels are taken away
 * @param insertion area under the probability while the hottest pixels are brought in
 * @param changes   by changed network, how alike its maps are
 * @param forgotten places by networks that have forgotten everything, each with its weights in another order
 */
public record MethodScore(String method, String layer, double forward, double backward, double seconds, Share pointing, double energy, Share found,
        Share located, double deletion, double insertion, List<Double> changes, List<Forgotten> forgotten) {

    public MethodScore {
        changes = List.copyOf(changes);
        forgotten = List.copyOf(forgotten);
    }

    /**
     * What the maps find of a network with shuffled weights.
     *
     * @param pointing as that of the method
     * @param found    as that of the method
     */
    public record Forgotten(Share pointing, Share found) {
    }

    /** How often peaks lie in the object at best when the network has forgotten everything; not a number when that was not tried. */
    public double forgottenPointing() {
        return forgotten.stream().mapToDouble(one -> one.pointing().value()).max().orElse(Double.NaN);
    }

    /** How often boxes are the object's at best when the network has forgotten everything; not a number when that was not tried. */
    public double forgottenFound() {
        return forgotten.stream().mapToDouble(one -> one.found().value()).max().orElse(Double.NaN);
    }

    MethodScore withBox(final Share boxFound, final Share boxLocated) {
        return new MethodScore(method, layer, forward, backward, seconds, pointing, energy, boxFound, boxLocated, deletion, insertion, changes,
                forgotten);
    }
}
