package org.filterscope.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.filterscope.benchmark.engine.Architecture;
import org.filterscope.core.InvalidInputException;
import org.filterscope.core.progress.Progress;
import org.filterscope.engine.onnx.write.OnnxWriter;
import org.filterscope.examples.dataset.DataSet;
import org.filterscope.examples.dataset.DataSetPlan;
import org.filterscope.examples.scenes.SceneWorld;
import org.filterscope.examples.world.Plants;

/** ResNet-18 with random weights, drawn scenes with masks, and a configuration: something to time that needs no data. */
final class SceneProject {
    private static final int SIZE = 224;
    private static final int PICTURES = 300;

    private SceneProject() {
    }

    /** @return the configuration */
    static Path write(final Path folder) throws IOException, InvalidInputException {
        new OnnxWriter("benchmark").write(Architecture.RESNET_18.network(), folder.resolve("resnet18.onnx"));
        DataSet.write(folder.resolve("data"), new SceneWorld(1, SceneWorld.Labelling.SCENE, Plants.NONE),
                new DataSetPlan(SIZE, 0, PICTURES, 0, false), Progress.NONE);
        return Files.writeString(folder.resolve("scenes.filterscope"), """
                model: resnet18.onnx
                input: { scale: 0.00784313725490196, mean: 1 }
                images: { folder: data/test/pictures }
                concepts: { name: objects, masks: data/test/masks/object, names: data/concepts/object.csv }
                layers: [stage3.1, stage4.1]
                """);
    }
}
