package org.filterscope.engine.device;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.filterscope.engine.device.Commands.Answer;

/** Asks NVIDIA's driver for its GPUs, through its program {@code nvidia-smi}: nothing native is loaded. */
final class GpuProbe {
    private static final List<String> QUESTION = List.of("nvidia-smi", "--query-gpu=name,compute_cap,driver_version,memory.total,uuid",
            "--format=csv,noheader,nounits");
    private static final String VISIBLE = "CUDA_VISIBLE_DEVICES";
    private static final int FIELDS = 5;

    private final Host host;

    GpuProbe(final Host host) {
        this.host = host;
    }

    /**
     * The GPUs that CUDA shows to this process, in its order; none with a sentence why.
     *
     * @param gpus by CUDA's number of the device, as long as it counts as {@code nvidia-smi} does ({@code CUDA_DEVICE_ORDER=PCI_BUS_ID})
     * @param none why there are none; empty when there are
     */
    record Found(List<Gpu> gpus, String none) {
    }

    Found find() {
        final Answer answer = host.commands().ask(QUESTION);
        return switch (answer.ending()) {
            case ABSENT -> none("no NVIDIA driver was found (there is no program nvidia-smi)");
            case LATE -> none("NVIDIA's driver does not answer (nvidia-smi was stopped after 5 seconds)");
            case FAILED -> none("NVIDIA's driver does not answer (nvidia-smi: %s)".formatted(
                    answer.lines().isEmpty() ? "no word" : answer.lines().getFirst()));
            case ANSWERED -> visible(answer.lines().stream().map(GpuProbe::gpu).flatMap(Optional::stream).toList());
        };
    }

    private Found visible(final List<Gpu> all) {
        if (all.isEmpty()) {
            return none("NVIDIA's driver knows no GPU");
        }
        final String chosen = host.environment().get(VISIBLE);
        if (chosen == null) {
            return new Found(all, "");
        }
        final List<Gpu> shown = new ArrayList<>();
        for (final String word : chosen.split(",")) {
            final Optional<Gpu> gpu = named(all, word.strip());
            if (gpu.isEmpty()) {
                // CUDA, too, stops at the first name that it does not know.
                break;
            }
            shown.add(gpu.get());
        }
        return shown.isEmpty() ? none("%s=%s hides every GPU".formatted(VISIBLE, chosen)) : new Found(List.copyOf(shown), "");
    }

    private static Optional<Gpu> named(final List<Gpu> all, final String word) {
        if (word.matches("\\d{1,4}")) {
            return all.stream().skip(Integer.parseInt(word)).findFirst();
        }
        return word.startsWith("GPU-") ? all.stream().filter(gpu -> gpu.uuid().startsWith(word)).findFirst() : Optional.empty();
    }

    /** @return empty for a line that is no GPU: drivers warn among them */
    private static Optional<Gpu> gpu(final String line) {
        final List<String> fields = Stream.of(line.split(",")).map(String::strip).toList();
        if (fields.size() != FIELDS) {
            return Optional.empty();
        }
        final long memory = fields.get(3).matches("\\d{1,12}") ? Long.parseLong(fields.get(3)) : 0;
        return ComputeCapability.parse(fields.get(1)).map(capability -> new Gpu(fields.get(0), capability, fields.get(2), memory, fields.get(4)));
    }

    private static Found none(final String why) {
        return new Found(List.of(), why);
    }
}
