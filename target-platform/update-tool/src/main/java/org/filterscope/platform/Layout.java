package org.filterscope.platform;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Where each release goes in a target definition: to the wrapping that takes it, else to the bundles. */
final class Layout {
    private static final String BUNDLES = "platform";
    private static final String EXTRAS = "extras";

    private final Recipe recipe;
    private final Repository repository;

    Layout(final Recipe recipe, final Repository repository) {
        this.recipe = recipe;
        this.repository = repository;
    }

    /** @throws Complaint when a release is no bundle and no wrapping takes it: better here than late in a build */
    List<Location> of(final Collection<Release> releases) {
        final List<Location> locations = new ArrayList<>();
        locations.add(new Location(BUNDLES, bundles(releases), List.of()));
        for (final Wrapping wrapping : recipe.wrapped()) {
            final List<Pin> taken = releases.stream().filter(release -> wrapping.takes(release.coordinates())).map(Release::pin).toList();
            locations.add(new Location(wrapping.label(), taken, wrapping.instructions()));
        }
        locations.add(new Location(EXTRAS, recipe.extras(), List.of()));
        return locations;
    }

    private List<Pin> bundles(final Collection<Release> releases) {
        final List<Release> unwrapped = releases.stream().filter(this::isUnwrapped).toList();
        final List<Jar> jars = Abreast.map(unwrapped, release -> Jar.read(repository.jar(release)));
        final String others = IntStream.range(0, jars.size()).filter(index -> !jars.get(index).isBundle())
                .mapToObj(index -> unwrapped.get(index).toString()).collect(Collectors.joining(", "));
        if (!others.isEmpty()) {
            throw new Complaint("No bundle: " + others + "; name them in a [wrapped …] section of the recipe, or below [left out].");
        }
        return unwrapped.stream().map(Release::pin).toList();
    }

    private boolean isUnwrapped(final Release release) {
        return recipe.wrapped().stream().noneMatch(wrapping -> wrapping.takes(release.coordinates()));
    }
}
