package org.filterscope.worker;

import java.util.Optional;

import org.filterscope.core.configuration.InputSettings.Size;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The option {@code --size} of commands that read a model. */
final class SizeOption {
    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--size", paramLabel = "ROWSxCOLS", description = "Input size, for models that leave it open.")
    private String size;

    /** @throws ParameterException when it is not two numbers */
    Optional<Size> get() {
        if (size == null) {
            return Optional.empty();
        }
        if (!size.matches("[1-9]\\d{0,3}x[1-9]\\d{0,3}")) {
            throw new ParameterException(spec.commandLine(), "--size wants rows and columns like 227x227, not '%s'".formatted(size));
        }
        final String[] sides = size.split("x");
        return Optional.of(new Size(Integer.parseInt(sides[0]), Integer.parseInt(sides[1])));
    }
}
