package org.filterscope.reference;

import java.nio.file.Path;
import java.util.Optional;

import org.filterscope.core.configuration.InputSettings;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.picture.InputPreparation;
import org.filterscope.engine.picture.PictureDecoder;

/** The references' exact inputs, prepared for a network. */
record ReferenceInputs(InputPreparation preparation) {

    static ReferenceInputs of(final NetworkGraph graph, final double scale) throws Exception {
        final InputSettings defaults = InputSettings.DEFAULT;
        return new ReferenceInputs(new InputPreparation(new InputSettings(Optional.empty(), scale, defaults.mean(), defaults.std(),
                defaults.order(), defaults.resize(), defaults.resampling()), graph.input()));
    }

    FeatureMaps read(final Path file) throws Exception {
        final float[] values = new float[(int) preparation.shape().size()];
        preparation.write(preparation.fit(new PictureDecoder().read(file)), values, 0);
        return new FeatureMaps(1, preparation.shape(), values);
    }
}
