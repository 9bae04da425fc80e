package org.filterscope.analysis.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import org.filterscope.analysis.concepts.ClassPictures;
import org.filterscope.analysis.concepts.ConceptSet;
import org.filterscope.analysis.concepts.ConceptsAmong;
import org.filterscope.analysis.concepts.MaskedPictures;
import org.filterscope.analysis.landmarks.LandmarkReader;
import org.filterscope.analysis.landmarks.Landmarks;
import org.filterscope.core.InvalidInputException;
import org.filterscope.core.configuration.Analysis;
import org.filterscope.core.configuration.ConceptSettings;
import org.filterscope.core.configuration.DiagnosisConfiguration;
import org.filterscope.core.configuration.LandmarkSettings;
import org.filterscope.core.configuration.PictureSettings;
import org.filterscope.core.configuration.PictureSettings.ClassSource;
import org.filterscope.core.progress.Progress;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.picture.InputPreparation;
import org.filterscope.engine.picture.PictureFile;
import org.filterscope.engine.picture.PictureFolder;

/**
 * All pictures of a run and what is known of them. Concept sets and landmarks of the run's own picture folder look at the run's pictures; those of
 * another folder bring their pictures along.
 *
 * @param pools        the run's own pictures first
 * @param landmarks    if they are needed
 * @param landmarkPool of whose pictures the landmarks are
 */
record Evidence(List<PicturePool> pools, Optional<Landmarks> landmarks, int landmarkPool) {

    /**
     * Reads tables and lists pictures; looks into no picture.
     *
     * @param folder the run's own pictures
     * @throws InvalidInputException when something cannot be used
     */
    static Evidence read(final DiagnosisConfiguration configuration, final Set<Analysis> plan, final InputPreparation preparation,
            final PictureFolder folder, final Progress progress) throws InvalidInputException {
        final Path own = configuration.images().folder();
        final Map<Path, List<MaskedPictures>> masked = needsMasks(plan)
                ? masked(configuration.concepts(), configuration.output(), preparation, progress) : Map.of();
        final List<ConceptSet> ownSets = aligned(masked.getOrDefault(own, List.of()), folder.pictures(), preparation.shape(), own);
        if (plan.contains(Analysis.DISSECTION) && folder.classes().size() > 1) {
            ownSets.add(new ClassPictures(folder, preparation.shape()));
        }
        final List<PicturePool> pools = new ArrayList<>(List.of(new PicturePool(folder.pictures(), folder.classes(), ownSets)));
        for (final Map.Entry<Path, List<MaskedPictures>> other : masked.entrySet()) {
            if (!other.getKey().equals(own)) {
                final List<PictureFile> pictures = union(other.getValue());
                pools.add(new PicturePool(pictures, List.of(), aligned(other.getValue(), pictures, preparation.shape(), other.getKey())));
            }
        }
        if (!needsLandmarks(configuration, plan)) {
            return new Evidence(pools, Optional.empty(), 0);
        }
        final LandmarkSettings landmarks = configuration.landmarks().orElseThrow();
        // Pictures of their own, even where a concept set has the same folder: they must not decide thresholds.
        if (!landmarks.images().equals(own)) {
            final PictureFolder others = PictureFolder.list(new PictureSettings(landmarks.images(), ClassSource.FOLDERS, 0, 0),
                    configuration.output());
            pools.add(new PicturePool(others.pictures(), others.classes(), List.of()));
        }
        final int pool = landmarks.images().equals(own) ? 0 : pools.size() - 1;
        return new Evidence(pools, Optional.of(LandmarkReader.read(landmarks, pools.get(pool).pictures(), preparation, progress)), pool);
    }

    /**
     * Some of the run's own pictures and nothing else, with the masks that there are of them.
     *
     * @param folder the pictures
     * @throws InvalidInputException when a mask cannot be used
     */
    static Evidence own(final DiagnosisConfiguration configuration, final InputPreparation preparation, final PictureFolder folder,
            final Progress progress) throws InvalidInputException {
        final Path own = configuration.images().folder();
        final List<ConceptSettings> concepts = configuration.concepts().stream().filter(settings -> settings.images().equals(own)).toList();
        final List<ConceptSet> sets = new ArrayList<>();
        for (final MaskedPictures set : masked(concepts, configuration.output(), preparation, progress).getOrDefault(own, List.of())) {
            final ConceptsAmong among = new ConceptsAmong(set, folder.pictures(), preparation.shape());
            if (among.known() > 0) {
                sets.add(among);
            }
        }
        return new Evidence(List.of(new PicturePool(folder.pictures(), folder.classes(), sets)), Optional.empty(), 0);
    }

    private static boolean needsMasks(final Set<Analysis> plan) {
        return plan.contains(Analysis.DISSECTION) || plan.contains(Analysis.FLAWS);
    }

    /** Patterns are compared with landmarks only where these are on the run's own pictures: the graph is mined from no others. */
    private static boolean needsLandmarks(final DiagnosisConfiguration configuration, final Set<Analysis> plan) {
        return plan.contains(Analysis.INSTABILITY) || plan.contains(Analysis.GRAPH)
                && configuration.landmarks().filter(landmarks -> landmarks.images().equals(configuration.images().folder())).isPresent();
    }

    private static Map<Path, List<MaskedPictures>> masked(final List<ConceptSettings> concepts, final Path report,
            final InputPreparation preparation, final Progress progress) throws InvalidInputException {
        final Map<Path, List<MaskedPictures>> sets = new LinkedHashMap<>();
        for (final ConceptSettings settings : concepts) {
            final MaskedPictures set = MaskedPictures.list(settings, preparation, report);
            set.check(progress);
            sets.computeIfAbsent(settings.images(), images -> new ArrayList<>()).add(set);
        }
        return sets;
    }

    private static List<PictureFile> union(final List<? extends ConceptSet> sets) {
        final SortedMap<String, PictureFile> all = new TreeMap<>();
        sets.forEach(set -> set.pictures().forEach(picture -> all.put(picture.path(), picture)));
        return List.copyOf(all.values());
    }

    private static List<ConceptSet> aligned(final List<MaskedPictures> sets, final List<PictureFile> pictures, final Shape input, final Path folder)
            throws InvalidInputException {
        final List<ConceptSet> aligned = new ArrayList<>();
        for (final ConceptSet set : sets) {
            final ConceptsAmong among = new ConceptsAmong(set, pictures, input);
            if (among.known() == 0) {
                throw new InvalidInputException("the concept set '%s' has masks for none of the pictures that were drawn from %s; raise 'limit'"
                        .formatted(set.name(), folder));
            }
            aligned.add(among);
        }
        return aligned;
    }

    /** The pictures that are shown to the network, all pools together. */
    long pictures() {
        return pools.stream().mapToLong(pool -> pool.pictures().size()).sum();
    }
}
