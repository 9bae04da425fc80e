package org.filterscope.analysis.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.filterscope.core.InvalidInputException;
import org.filterscope.core.configuration.DiagnosisConfiguration;
import org.filterscope.core.graph.GraphFile;
import org.filterscope.core.graph.GraphPicture;
import org.filterscope.engine.picture.PictureFile;
import org.filterscope.engine.picture.PictureFolder;

/** The files of the pictures that stored graphs were mined from. */
final class MinedPictures {
    private final DiagnosisConfiguration configuration;
    private final Map<String, PictureFile> files = new HashMap<>();

    /** @throws InvalidInputException when the configuration's pictures cannot be listed */
    MinedPictures(final DiagnosisConfiguration configuration) throws InvalidInputException {
        this.configuration = configuration;
        PictureFolder.list(configuration.images(), configuration.output()).pictures().forEach(picture -> files.put(picture.path(), picture));
    }

    /** In the graph's order; @throws InvalidInputException when one is not there any more */
    List<PictureFile> of(final GraphFile graph) throws InvalidInputException {
        final List<PictureFile> pictures = new ArrayList<>();
        for (final GraphPicture picture : graph.heading().pictures()) {
            if (!files.containsKey(picture.path())) {
                throw new InvalidInputException("%s: the picture '%s' of the report is not there any more; run the diagnosis again".formatted(
                        configuration.images().folder(), picture.path()));
            }
            pictures.add(files.get(picture.path()));
        }
        return pictures;
    }
}
