package org.filterscope.examples.parts;

/**
 * What PartWorld varies besides the animals.
 *
 * @param missing     probability that an animal lacks ears, horns or tail, for each of them; 0 to 0.1 is sensible
 * @param occluders   probability of a board before the animal
 * @param distractors half of the pictures hold a head without an animal
 * @param accessories half of the animals wear a collar, half a blanket, independently; planting F3 turns this on
 * @param crop        pictures show the animal's box, stretched to a square, instead of the whole scene
 */
public record PartWorldSettings(double missing, double occluders, boolean distractors, boolean accessories, boolean crop) {
    public static final PartWorldSettings USUAL = new PartWorldSettings(0.05, 0.1, false, false, false);

    /** With collars and blankets. */
    public PartWorldSettings dressed() {
        return new PartWorldSettings(missing, occluders, distractors, true, crop);
    }

    public PartWorldSettings cropped() {
        return new PartWorldSettings(missing, occluders, distractors, accessories, true);
    }
}
