package org.filterscope.engine.device;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.filterscope.engine.device.CudaFinding.Unusable;
import org.filterscope.engine.device.CudaFinding.Usable;

/** Looks whether a backend can compute on a GPU of this machine, before any native code is loaded for it. */
public final class CudaCheck {
    private final Host host;

    public CudaCheck(final Host host) {
        this.host = host;
    }

    /**
     * Takes a moment, at most a few seconds: other programs are asked.
     *
     * @param installed whether the backend's own libraries are
     */
    public CudaFinding check(final CudaBackend backend, final boolean installed) {
        final Optional<Platform> platform = Platform.of(host.system(), host.architecture());
        if (platform.isEmpty()) {
            return new Unusable(installed, "there is no CUDA for %s %s; it takes Linux or Windows on x86_64".formatted(host.system(),
                    host.architecture()));
        }
        final GpuProbe.Found found = new GpuProbe(host).find();
        if (found.gpus().isEmpty()) {
            return new Unusable(installed, found.none());
        }
        // ND4J takes the first device; of ONNX Runtime's the first that it has code for.
        final int number = backend == CudaBackend.ND4J ? 0 : first(backend, found.gpus());
        final Gpu gpu = found.gpus().get(number);
        final Optional<String> unfit = unfit(backend, gpu, platform.get());
        if (unfit.isPresent()) {
            return new Unusable(installed, unfit.get());
        }
        if (!installed) {
            return new Unusable(false, "%s could be used, but the feature '%s' is not installed; the documentation's page Devices says how to get it"
                    .formatted(gpu.name(), backend.feature()));
        }
        return libraries(backend, new LibrarySearch(host, platform.get()), platform.get(), gpu, number);
    }

    /** The first that there is code for; else the first, to tell what is wrong with it. */
    private static int first(final CudaBackend backend, final List<Gpu> gpus) {
        for (int i = 0; i < gpus.size(); i++) {
            if (backend.hasCodeFor(gpus.get(i).capability())) {
                return i;
            }
        }
        return 0;
    }

    private static Optional<String> unfit(final CudaBackend backend, final Gpu gpu, final Platform platform) {
        if (!backend.hasCodeFor(gpu.capability())) {
            return Optional.of("%s has compute capability %s, and %s has machine code for %s only".formatted(gpu.name(), gpu.capability(),
                    backend.title(), backend.code().stream().map(ComputeCapability::toString).collect(Collectors.joining(", "))));
        }
        final int oldest = backend.oldestDriver(platform);
        return gpu.driverSeries() >= oldest ? Optional.empty() : Optional.of(
                "NVIDIA's driver %s is too old for %s, which needs %d or newer".formatted(gpu.driver(), backend.title(), oldest));
    }

    private static CudaFinding libraries(final CudaBackend backend, final LibrarySearch search, final Platform platform, final Gpu gpu,
            final int number) {
        final List<Path> there = new ArrayList<>();
        final Map<String, List<String>> missing = new LinkedHashMap<>();
        for (final CudaLibrary library : backend.libraries()) {
            final String file = library.file(platform);
            search.find(file).ifPresentOrElse(there::add, () -> missing.computeIfAbsent(library.bringer(), key -> new ArrayList<>()).add(file));
        }
        if (missing.isEmpty()) {
            return new Usable(gpu, number, there);
        }
        final String files = missing.entrySet().stream().map(entry -> "%s of %s".formatted(String.join(", ", entry.getValue()), entry.getKey()))
                .collect(Collectors.joining("; "));
        return new Unusable(true, "%s could be used, but libraries that %s needs are missing in %s (%s)".formatted(gpu.name(), backend.title(),
                search.places(), files));
    }
}
