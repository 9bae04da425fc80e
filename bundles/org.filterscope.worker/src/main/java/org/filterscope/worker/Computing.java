package org.filterscope.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

import org.filterscope.core.InvalidInputException;
import org.filterscope.engine.device.CudaBackend;
import org.filterscope.engine.device.CudaCheck;
import org.filterscope.engine.device.CudaFinding;
import org.filterscope.engine.device.CudaFinding.Unusable;
import org.filterscope.engine.device.CudaFinding.Usable;
import org.filterscope.engine.device.Host;
import org.filterscope.engine.execution.Executor;
import org.filterscope.engine.execution.ExecutorLoader;
import org.filterscope.engine.execution.MemoryLimit;
import org.filterscope.engine.nd4j.Nd4jExecutor;
import org.filterscope.engine.onnxruntime.OnnxRuntimeExecutor;

/** What is to compute, and on what. The GPU is looked for once, when it is first needed. */
final class Computing {
    /** The system property that names the folder with ONNX Runtime's libraries for CUDA; whoever starts the worker knows where they are installed. */
    static final String FOLDER = "filterscope.cuda";

    private final ExecutorChoice executor;
    private final DeviceChoice device;
    private final MemoryLimit memory;
    private Executor gpu;
    private String refusal;
    private boolean told;

    /** Within the memory that the environment says. */
    Computing(final ExecutorChoice executor, final DeviceChoice device) {
        this(executor, device, null);
    }

    /** @param memory that all of it may take; null for what the environment says */
    Computing(final ExecutorChoice executor, final DeviceChoice device, final MemoryLimit memory) {
        this.executor = executor;
        this.device = device;
        this.memory = memory;
    }

    /** The same on the same device with what a request names. */
    Computing with(final ExecutorChoice other) {
        return other == executor ? this : new Computing(other, device, memory);
    }

    /**
     * @param notice gets one sentence, once, when a GPU was welcome and the CPU has to do it
     * @return gets ready what computes; refuses when a GPU was demanded and there is none
     */
    ExecutorLoader loader(final Consumer<String> notice) {
        return new LimitedLoader(() -> load(notice), memory);
    }

    private synchronized Executor load(final Consumer<String> notice) throws InvalidInputException {
        if (device == DeviceChoice.CPU) {
            return executor.load();
        }
        if (gpu == null && refusal == null) {
            find();
        }
        if (gpu != null) {
            return gpu;
        }
        if (device == DeviceChoice.CUDA) {
            throw new InvalidInputException("the GPU cannot be used: " + refusal);
        }
        if (!told) {
            notice.accept("Computing on the CPU: " + refusal);
            told = true;
        }
        try {
            return executor.load();
        } catch (final LinkageError | IllegalStateException e) {
            // ND4J keeps the backend with which it was loaded, also where that turned out not to compute.
            throw new InvalidInputException("the GPU cannot be used: %s; this process cannot compute without it, start again with 'cpu' as the device"
                    .formatted(refusal), e);
        }
    }

    /** What the GPU is and whether it can be used, in one sentence; nothing is loaded. */
    String gpuInWords() {
        final Candidate candidate = candidate();
        return switch (candidate.finding()) {
            case final Usable usable -> "%s can be used by %s.".formatted(usable.gpu().text(), candidate.backend().title());
            case final Unusable unusable -> "No GPU can be used: %s.".formatted(unusable.sentence());
        };
    }

    private void find() {
        final Candidate candidate = candidate();
        switch (candidate.finding()) {
            case final Unusable unusable -> refusal = unusable.sentence();
            case final Usable usable -> {
                try {
                    gpu = candidate.backend() == CudaBackend.ND4J ? Nd4jExecutor.loadCuda(usable)
                            : OnnxRuntimeExecutor.loadCuda(Engine.threads(), folder().orElseThrow(), usable);
                } catch (final InvalidInputException | IOException e) {
                    // Native libraries tell their troubles in many lines.
                    refusal = String.valueOf(e.getMessage()).lines().findFirst().orElse("").strip();
                }
            }
        }
    }

    /** What would compute on a GPU, and whether it can. */
    private record Candidate(CudaBackend backend, CudaFinding finding) {
    }

    private Candidate candidate() {
        final CudaCheck check = new CudaCheck(Host.present());
        if (executor == ExecutorChoice.ND4J) {
            return new Candidate(CudaBackend.ND4J, check.check(CudaBackend.ND4J, Nd4jExecutor.hasCuda()));
        }
        final CudaFinding first = check.check(CudaBackend.ONNX_RUNTIME, folder().isPresent());
        if (executor == ExecutorChoice.AUTO && first instanceof final Unusable unusable && Nd4jExecutor.hasCuda()) {
            final CudaFinding second = check.check(CudaBackend.ND4J, true);
            if (second instanceof Usable || !unusable.installed()) {
                return new Candidate(CudaBackend.ND4J, second);
            }
        }
        return new Candidate(CudaBackend.ONNX_RUNTIME, first);
    }

    /** Where ONNX Runtime's libraries for CUDA are installed. */
    private static Optional<Path> folder() {
        return Optional.ofNullable(System.getProperty(FOLDER)).filter(name -> !name.isBlank()).map(Path::of)
                .filter(OnnxRuntimeExecutor::hasCuda);
    }
}
