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
        final Map<Path, List<ConceptSet>> sets = new LinkedHashMap<>();
        final Map<Path, List<PictureFile>> pictures = new LinkedHashMap<>();
        final Path own = configuration.images().folder();
        sets.put(own, new ArrayList<>());
        pictures.put(own, folder.pictures());
        if (plan.contains(Analysis.DISSECTION)) {
            masked(configuration, preparation, progress).forEach((images, found) -> {
                sets.computeIfAbsent(images, key -> new ArrayList<>()).addAll(found);
                if (!images.equals(own)) {
                    pictures.put(images, union(found));
                }
            });
        }
        final Optional<LandmarkSettings> landmarks = plan.contains(Analysis.INSTABILITY) ? configuration.landmarks() : Optional.empty();
        if (landmarks.isPresent() && !landmarks.get().images().equals(own)) {
            pictures.put(landmarks.get().images(), all(landmarks.get().images(), configuration.output()));
        }
        final List<PicturePool> pools = new ArrayList<>();
        for (final Map.Entry<Path, List<PictureFile>> pool : pictures.entrySet()) {
            final List<ConceptSet> aligned = aligned(sets.getOrDefault(pool.getKey(), List.of()), pool.getValue(), preparation.shape(), own);
            if (pool.getKey().equals(own) && plan.contains(Analysis.DISSECTION) && folder.classes().size() > 1) {
                aligned.add(new ClassPictures(folder, preparation.shape()));
            }
            pools.add(new PicturePool(pool.getValue(), pool.getKey().equals(own) ? folder.classes() : classes(pool.getValue()), aligned));
        }
        final int landmarkPool = landmarks.map(settings -> List.copyOf(pictures.keySet()).indexOf(settings.images())).orElse(0);
        final Optional<Landmarks> read = landmarks.isEmpty() ? Optional.empty()
                : Optional.of(LandmarkReader.read(landmarks.get(), pools.get(landmarkPool).pictures(), preparation, progress));
        return new Evidence(pools, read, landmarkPool);
    }

    private static Map<Path, List<MaskedPictures>> masked(final DiagnosisConfiguration configuration, final InputPreparation preparation,
            final Progress progress) throws InvalidInputException {
        final Map<Path, List<MaskedPictures>> sets = new LinkedHashMap<>();
        for (final var settings : configuration.concepts()) {
            final MaskedPictures set = MaskedPictures.list(settings, preparation, configuration.output());
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

    private static List<PictureFile> all(final Path images, final Path without) throws InvalidInputException {
        return PictureFolder.list(new PictureSettings(images, ClassSource.FOLDERS, 0, 0), without).pictures();
    }

    private static List<String> classes(final List<PictureFile> pictures) {
        return pictures.stream().map(PictureFile::label).filter(label -> !label.isEmpty()).distinct().sorted().toList();
    }

    private static List<ConceptSet> aligned(final List<ConceptSet> sets, final List<PictureFile> pictures, final Shape input, final Path own)
            throws InvalidInputException {
        final List<ConceptSet> aligned = new ArrayList<>();
        for (final ConceptSet set : sets) {
            final ConceptsAmong among = new ConceptsAmong(set, pictures, input);
            if (among.known() == 0) {
                throw new InvalidInputException("the concept set '%s' has masks for none of the pictures that were drawn from %s; raise 'limit'"
                        .formatted(set.name(), own));
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
