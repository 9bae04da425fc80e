package org.filterscope.core.configuration;

import static org.filterscope.core.configuration.ConfigurationKey.block;
import static org.filterscope.core.configuration.ConfigurationKey.choice;
import static org.filterscope.core.configuration.ConfigurationKey.of;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.filterscope.core.configuration.ConfigurationKey.Form;
import org.filterscope.core.configuration.InputSettings.ChannelOrder;
import org.filterscope.core.configuration.InputSettings.Resampling;
import org.filterscope.core.configuration.InputSettings.Resize;
import org.filterscope.core.configuration.PictureSettings.ClassSource;
import org.filterscope.core.finding.FindingKind;
import org.filterscope.core.finding.Severity;
import org.filterscope.core.report.FilterNumbers;

/** Every key that a configuration may have. The reader accepts these and no others. */
public final class ConfigurationKeys {
    /** The configuration as a whole. */
    public static final ConfigurationKey ROOT = block("",
            of("model", Form.FILE),
            of("labels", Form.FILE),
            block("input", of("size", Form.NUMBER).several(), of("scale", Form.NUMBER), of("mean", Form.NUMBER).several(),
                    of("std", Form.NUMBER).several(), choice("order", ChannelOrder.class), choice("resize", Resize.class),
                    choice("resampling", Resampling.class)),
            block("images", of("folder", Form.FOLDER), choice("classes", ClassSource.class), of("limit", Form.NUMBER), of("seed", Form.NUMBER)),
            of("layers", Form.LAYER).several(),
            choice("analyses", Analysis.class).several(),
            block("filters", of("top", Form.NUMBER)),
            block("concepts", of("name", Form.TEXT), of("images", Form.FOLDER), of("masks", Form.FOLDER), of("names", Form.FILE),
                    of("category", Form.TEXT)).several(),
            of("landmarks", Form.FILE).orBlock(of("file", Form.FILE), of("images", Form.FOLDER)),
            block("dissection", choice("mode", DissectionSettings.Mode.class), choice("upsampling", DissectionSettings.Upsampling.class),
                    of("quantile", Form.NUMBER), of("detector", Form.NUMBER), of("permutations", Form.NUMBER)),
            of("sample", Form.NUMBER),
            block("fields", choice("method", FieldSettings.Method.class), of("top", Form.NUMBER), of("occluder", Form.NUMBER),
                    of("stride", Form.NUMBER)),
            block("graph", choice("constants", GraphSettings.Constants.class), of("classes", Form.CLASS).several(), of("pictures", Form.NUMBER),
                    of("patterns", Form.NUMBER), of("iterations", Form.NUMBER), choice("mirrored", Stream.of("true", "false"))),
            gates(),
            of("output", Form.FOLDER));

    private ConfigurationKeys() {
    }

    /**
     * What stands at a place.
     *
     * @param path the keys on the way, from the outermost; lists do not count
     * @return empty when no configuration has such a place
     */
    public static Optional<ConfigurationKey> at(final List<String> path) {
        Optional<ConfigurationKey> found = Optional.of(ROOT);
        for (final String name : path) {
            found = found.flatMap(key -> key.key(name));
        }
        return found;
    }

    /** The names of the keys at a place that there is. */
    static List<String> names(final String... path) {
        return at(List.of(path)).orElseThrow().names();
    }

    private static ConfigurationKey gates() {
        final ConfigurationKey[] flaws = {choice("severity", Severity.class),
                choice("kind", Arrays.stream(FindingKind.values()).map(FindingKind::key)).several(), of("max", Form.NUMBER)};
        final ConfigurationKey regressions = block("regressions", Stream.concat(Stream.of(of("baseline", Form.FOLDER), of("accuracy", Form.NUMBER),
                of("class-accuracy", Form.NUMBER), of("new-findings", Form.NUMBER).orBlock(flaws), of("detectors", Form.NUMBER),
                of("labels", Form.NUMBER)), scores("fall", "rise")).toArray(ConfigurationKey[]::new));
        return block("gates", Stream.concat(Stream.of(block("flaws", flaws).several(),
                block("accuracy", of("class", Form.CLASS), of("min", Form.NUMBER), of("min-class", Form.NUMBER)).several(), regressions),
                scores("min", "max")).toArray(ConfigurationKey[]::new));
    }

    private static Stream<ConfigurationKey> scores(final String one, final String other) {
        return FilterNumbers.names().stream().map(score -> block(score, of("layer", Form.LAYER), choice("aggregate", Aggregate.class),
                of("above", Form.NUMBER), of(one, Form.NUMBER), of(other, Form.NUMBER)).several());
    }
}
