package org.filterscope.analysis.run;

/** The stages that a diagnosis can have, and how long each takes beside the others: measured on some hundred pictures through SqueezeNet. */
enum Stage {
    MODEL("Reading the model", 2), CHECK("Checking the pictures", 3), ENGINE("Starting the engine", 5),
    PICTURES("Showing pictures to the network", 60), FILTERS("Looking at the filters", 5), DISSECTION("Comparing filters with concepts", 15),
    INSTABILITY("Comparing filters with landmarks", 2), CLASSES("Comparing filters with classes", 10), ABLATION("Silencing filters", 60),
    FIELDS("Measuring receptive fields", 40), SIMILARITY("Comparing filters with each other", 5),
    MIRRORED("Showing mirrored pictures to the network", 40), GRAPH("Mining part patterns", 200),
    FLAWS("Looking for flaws", 40), THUMBNAILS("Drawing the top pictures", 8);

    private final String task;
    private final double weight;

    Stage(final String task, final double weight) {
        this.task = task;
        this.weight = weight;
    }

    /** For a person to read. */
    String task() {
        return task;
    }

    double weight() {
        return weight;
    }
}
