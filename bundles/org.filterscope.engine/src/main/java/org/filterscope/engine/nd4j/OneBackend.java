package org.filterscope.engine.nd4j;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

import org.nd4j.linalg.factory.Nd4jBackend;

/**
 * Shows ND4J one of the backends on the class path. By itself ND4J takes the one for GPUs wherever there is a GPU, and only environment variables,
 * set before the process begins, say otherwise; we choose when the GPU has been looked at. Classes are the same ones for all, as native code demands.
 */
final class OneBackend extends ClassLoader {
    static final String SERVICE = "META-INF/services/" + Nd4jBackend.class.getName();
    private final List<String> hidden = new ArrayList<>();

    /**
     * @param parent  with the backends
     * @param backend class name of the one to show
     * @throws IOException when what the class path says of backends cannot be read
     */
    OneBackend(final ClassLoader parent, final String backend) throws IOException {
        super(parent);
        for (final URL declaration : Collections.list(parent.getResources(SERVICE))) {
            if (!text(declaration).contains(backend)) {
                final String place = declaration.toString();
                hidden.add(place.substring(0, place.length() - SERVICE.length()));
            }
        }
    }

    /** What else a hidden backend declares is hidden with it. */
    @Override
    public Enumeration<URL> getResources(final String name) throws IOException {
        return Collections.enumeration(Collections.list(super.getResources(name)).stream()
                .filter(resource -> hidden.stream().noneMatch(root -> resource.toString().equals(root + name))).toList());
    }

    private static String text(final URL declaration) throws IOException {
        try (InputStream in = declaration.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
