package org.filterscope.analysis.contribution;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.filterscope.analysis.attribution.ClassActivationMap;
import org.filterscope.analysis.attribution.GradCam;
import org.filterscope.analysis.attribution.HeatBox;
import org.filterscope.analysis.attribution.HeatMapMethod;
import org.filterscope.core.progress.Progress;
import org.filterscope.core.trace.ClassBox;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;

/** Which layer tells best where on a picture a class is, and where that is. */
public final class ClassPlace {
    private final NetworkGraph graph;
    private final List<String> layers;

    /** @param layers that are looked into, from the output down; preferred to others */
    public ClassPlace(final NetworkGraph graph, final List<String> layers) {
        this.graph = graph;
        this.layers = Stream.concat(layers.stream(), graph.nodes().reversed().stream().map(Node::name)).distinct()
                .filter(name -> graph.shape(name).hasMaps()).toList();
    }

    /** The first layer that a method can look at; empty where it can look at none. */
    public Optional<String> layer(final NamedMethod method) {
        return layers.stream().filter(name -> method.method(name).obstacle(graph).isEmpty()).findFirst();
    }

    /** By the class activation map, or by Grad-CAM where there is none; empty when nothing speaks for the class. */
    public Optional<ClassBox> box(final ShownPicture picture, final int label, final Progress progress) {
        final Optional<String> pooled = layer(NamedMethod.CAM);
        final Optional<String> layer = pooled.isPresent() ? pooled : layer(NamedMethod.GRAD_CAM);
        if (layer.isEmpty()) {
            return Optional.empty();
        }
        final HeatMapMethod method = pooled.isPresent() ? new ClassActivationMap(layer.get()) : new GradCam(layer.get());
        return new HeatBox().of(method.explain(picture.session(), picture.input(), label, progress))
                .map(box -> new ClassBox(method.name(), layer.get(), box));
    }
}
