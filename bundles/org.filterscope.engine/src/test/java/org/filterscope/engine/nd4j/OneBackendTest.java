package org.filterscope.engine.nd4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;

import org.filterscope.engine.execution.Executor;
import org.filterscope.engine.execution.Trial;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OneBackendTest {
    private static final String OTHER_SERVICE = "META-INF/services/org.nd4j.linalg.compression.NDArrayCompressor";
    @TempDir
    Path folder;

    @BeforeEach
    void write() throws Exception {
        for (final String backend : List.of("Cpu", "Cuda")) {
            final Path services = Files.createDirectories(folder.resolve(backend).resolve("META-INF/services"));
            Files.writeString(services.resolve(Path.of(OneBackend.SERVICE).getFileName().toString()), "# comment\nexample." + backend + "Backend\n");
            Files.writeString(services.resolve(Path.of(OTHER_SERVICE).getFileName().toString()), "example." + backend);
        }
    }

    @Test
    void theOtherBackendIsHiddenWithAllThatItDeclares() throws Exception {
        final URL[] places = {folder.resolve("Cpu").toUri().toURL(), folder.resolve("Cuda").toUri().toURL()};
        try (URLClassLoader both = new URLClassLoader(places, null)) {
            assertThat(Collections.list(both.getResources(OneBackend.SERVICE))).hasSize(2);
            final OneBackend shown = new OneBackend(both, "example.CpuBackend");
            assertThat(Collections.list(shown.getResources(OneBackend.SERVICE))).singleElement().asString().contains("/Cpu/");
            assertThat(Collections.list(shown.getResources(OTHER_SERVICE))).singleElement().asString().contains("/Cpu/");
            assertThat(Collections.list(new OneBackend(both, "example.CudaBackend").getResources(OneBackend.SERVICE))).singleElement().asString()
                    .contains("/Cuda/");
        }
    }

    @Test
    void theBackendOfTheCpuComputesAndSaysSo() throws Exception {
        final Executor executor = Nd4jExecutor.load();
        assertThat(executor.device()).isEqualTo("cpu");
        assertThat(executor.software()).containsEntry("backend", "CpuBackend");
        Trial.run(executor);
    }
}
