package org.filterscope.analysis.run;

import java.util.ArrayList;
import java.util.List;

import org.filterscope.analysis.concepts.ConceptSet;
import org.filterscope.analysis.concepts.ConceptsAmong;
import org.filterscope.analysis.concepts.MaskedPictures;
import org.filterscope.analysis.heat.ObjectMasks;
import org.filterscope.core.InvalidInputException;
import org.filterscope.core.configuration.ConceptSettings;
import org.filterscope.core.configuration.DiagnosisConfiguration;
import org.filterscope.engine.picture.PictureFile;

/** The masks of the configuration's own pictures in which the objects of the network's classes are. */
record HeatMasks(DiagnosisConfiguration configuration, TracedNetwork network) {
    private static final String NOTHING = ": nothing is said of pointing, energy and boxes.";

    /**
     * @param pictures that maps are made of
     * @param remarks  gets a sentence when the masks can tell nothing
     * @throws InvalidInputException when a set of masks cannot be used
     */
    ObjectMasks of(final List<PictureFile> pictures, final List<String> remarks) throws InvalidInputException {
        final List<ConceptSet> sets = new ArrayList<>();
        for (final ConceptSettings settings : configuration.concepts()) {
            if (settings.images().equals(configuration.images().folder())) {
                final ConceptsAmong set = new ConceptsAmong(MaskedPictures.list(settings, network.preparation(), configuration.output()), pictures,
                        network.preparation().shape());
                if (set.known() > 0) {
                    sets.add(set);
                }
            }
        }
        final ObjectMasks objects = new ObjectMasks(sets, network.labels(), network.preparation().shape());
        if (sets.isEmpty()) {
            remarks.add("There are no masks of these pictures ('concepts' in the configuration)" + NOTHING);
        } else if (pictures.stream().noneMatch(picture -> network.labels().contains(picture.label()))) {
            remarks.add("No picture is in a folder named like an output of the network" + NOTHING);
        } else if (pictures.stream().noneMatch(picture -> objects.knows(network.labels().indexOf(picture.label())))) {
            remarks.add("No concept of the masks has the name of a class" + NOTHING);
        }
        return objects;
    }
}
