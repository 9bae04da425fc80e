package org.filterscope.analysis.graph;

import java.util.List;

/** Which maps of a layer are gone through: as they are, mirrored, both, or of each picture the one that the top layer took. */
final class ResponseSources {
    private ResponseSources() {
    }

    /** For the layer that chooses: the direct maps, then the mirrored ones if there are any. */
    static List<ResponseBlocks.Source> choosing(final GraphMaps maps) {
        return maps.mirrored() == null ? List.of(maps.direct()::forEach) : List.of(maps.direct()::forEach, maps.mirrored()::forEach);
    }

    /**
     * For the layers below.
     *
     * @param mirrored by picture, what was chosen
     */
    static List<ResponseBlocks.Source> chosen(final GraphMaps maps, final boolean[] mirrored) {
        boolean any = false;
        boolean all = true;
        for (final boolean one : mirrored) {
            any |= one;
            all &= one;
        }
        if (!any) {
            return List.of(maps.direct()::forEach);
        }
        if (maps.mirrored() == null) {
            throw new IllegalArgumentException("layer '%s' has no maps of mirrored pictures, which the layer above took".formatted(maps.layer()));
        }
        if (all) {
            return List.of(maps.mirrored()::forEach);
        }
        return List.of(visitor -> {
            maps.direct().forEach((picture, values) -> {
                if (!mirrored[picture]) {
                    visitor.visit(picture, values);
                }
            });
            maps.mirrored().forEach((picture, values) -> {
                if (mirrored[picture]) {
                    visitor.visit(picture, values);
                }
            });
        });
    }
}
