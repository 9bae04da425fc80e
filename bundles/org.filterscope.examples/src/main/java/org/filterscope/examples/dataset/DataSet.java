package org.filterscope.examples.dataset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

import org.filterscope.core.InvalidInputException;
import org.filterscope.core.progress.Progress;
import org.filterscope.examples.render.ConceptCategory;
import org.filterscope.examples.world.CounterfactualPair;
import org.filterscope.examples.world.Flaw;
import org.filterscope.examples.world.Split;
import org.filterscope.examples.world.World;

/** Writes a world to disk as class folders of pictures, with masks, tables and the list of planted flaws. The layout: docs/world.md. */
public final class DataSet {
    private final World world;
    private final DataSetPlan plan;
    private final Progress progress;

    private DataSet(final World world, final DataSetPlan plan, final Progress progress) {
        this.world = world;
        this.plan = plan;
        this.progress = progress;
    }

    /**
     * The folder appears when all is written; when writing fails or is cancelled, nothing is left behind.
     *
     * @param folder must not exist, or be empty
     * @throws InvalidInputException when it holds something or is a file
     * @throws org.filterscope.core.progress.CancelledException when somebody asked to stop
     */
    public static void write(final Path folder, final World world, final DataSetPlan plan, final Progress progress)
            throws IOException, InvalidInputException {
        NewFolder.fill(folder, "the data set", new DataSet(world, plan, progress)::writeAll);
    }

    private void writeAll(final Path folder) throws IOException {
        progress.begin("Drawing " + world.name(), plan.pictures(world.pairedFlaws().size()), 1);
        describe(folder);
        try (Table splits = new Table(folder.resolve("splits.csv"), "picture", "split")) {
            write(folder, Split.TRAIN, plan.train(), plan.trainMasks(), splits);
            write(folder, Split.TEST, plan.test(), true, splits);
        }
        if (plan.pairs() > 0) {
            writePairs(folder.resolve("pairs"));
        }
    }

    private void describe(final Path folder) throws IOException {
        Files.write(folder.resolve("labels.txt"), world.classes(), StandardCharsets.UTF_8);
        for (final ConceptCategory category : ConceptCategory.values()) {
            final List<String> names = world.concepts().names(category);
            if (!names.isEmpty()) {
                try (Table table = new Table(folder.resolve("concepts").resolve(category.label() + ".csv"), "id", "name")) {
                    for (int i = 0; i < names.size(); i++) {
                        table.row(i + 1, names.get(i));
                    }
                }
            }
        }
        try (Table table = new Table(folder.resolve("world.csv"), "fact", "value")) {
            table.row("world", world.name());
            table.row("seed", world.seed());
            table.row("size", plan.size());
            world.plants().strengths().entrySet().stream().sorted(Comparator.comparing(entry -> entry.getKey().ordinal()))
                    .forEach(entry -> table.row(entry.getKey().id(), entry.getValue()));
        }
    }

    private void write(final Path folder, final Split split, final int number, final boolean masks, final Table splits) throws IOException {
        try (SplitFolder target = new SplitFolder(folder.resolve(split.label()), world.concepts(), masks)) {
            for (int i = 0; i < number; i++) {
                progress.checkCancelled();
                final String path = target.add(world.picture(split, i, plan.size()), "%05d".formatted(i));
                splits.row(split.label() + "/pictures/" + path, split.label());
                progress.advance(1);
            }
        }
    }

    private void writePairs(final Path folder) throws IOException {
        try (Table pairs = new Table(folder.resolve("pairs.csv"), "flaw", "first", "second", "swapped");
                SplitFolder target = new SplitFolder(folder, world.concepts(), true)) {
            for (final Flaw flaw : world.pairedFlaws()) {
                for (int i = 0; i < plan.pairs(); i++) {
                    progress.checkCancelled();
                    final CounterfactualPair pair = world.pair(flaw, i, plan.size());
                    final String name = "%s-%05d".formatted(flaw.id(), i);
                    pairs.row(flaw.id(), target.add(pair.first(), name + "-a"), target.add(pair.second(), name + "-b"), pair.swapped());
                    progress.advance(2);
                }
            }
        }
    }
}
