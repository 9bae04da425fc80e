package org.filterscope.engine.device;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.filterscope.engine.device.Commands.Answer;
import org.filterscope.engine.device.Commands.Ending;

/** A machine as a test wants it. */
final class DrawnHost {
    static final String H100 = "NVIDIA H100 80GB HBM3, 9.0, 550.54.15, 81559, GPU-aaaa1111";
    static final String GTX_970 = "NVIDIA GeForce GTX 970, 5.2, 525.60.13, 4096, GPU-bbbb2222";
    static final String B200 = "NVIDIA B200, 10.0, 570.86.10, 183359, GPU-cccc3333";

    private final Map<String, Answer> answers = new HashMap<>();
    private final Map<String, String> environment = new HashMap<>();
    private final Path root;

    DrawnHost(final Path root) {
        this.root = root;
    }

    /** With a driver that knows these GPUs. */
    DrawnHost gpus(final String... lines) {
        return answer("nvidia-smi", Ending.ANSWERED, lines);
    }

    DrawnHost answer(final String program, final Ending ending, final String... lines) {
        answers.put(program, new Answer(ending, List.of(lines)));
        return this;
    }

    DrawnHost with(final String variable, final String value) {
        environment.put(variable, value);
        return this;
    }

    Host linux() {
        return host("Linux", "amd64");
    }

    Host host(final String system, final String architecture) {
        return new Host(system, architecture, Map.copyOf(environment),
                command -> answers.getOrDefault(command.getFirst(), new Answer(Ending.ABSENT, List.of())), List.of(root));
    }
}
