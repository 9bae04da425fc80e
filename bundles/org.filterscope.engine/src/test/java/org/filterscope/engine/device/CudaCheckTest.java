package org.filterscope.engine.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;

import org.filterscope.engine.device.Commands.Ending;
import org.filterscope.engine.device.CudaFinding.Unusable;
import org.filterscope.engine.device.CudaFinding.Usable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CudaCheckTest {
    private static final CudaBackend ORT = CudaBackend.ONNX_RUNTIME;

    @TempDir
    Path root;

    @Test
    void aMachineWithoutADriverIsToldSo() {
        assertThat(refusal(ORT, new DrawnHost(root).linux())).isEqualTo("no NVIDIA driver was found (there is no program nvidia-smi)");
    }

    @Test
    void aDriverThatDoesNotAnswerIsToldWithItsOwnWords() {
        assertThat(refusal(ORT, new DrawnHost(root).answer("nvidia-smi", Ending.FAILED, "Failed to initialize NVML", "").linux()))
                .isEqualTo("NVIDIA's driver does not answer (nvidia-smi: Failed to initialize NVML)");
        assertThat(refusal(ORT, new DrawnHost(root).answer("nvidia-smi", Ending.LATE).linux())).contains("stopped after 5 seconds");
        assertThat(refusal(ORT, new DrawnHost(root).gpus("nonsense").linux())).isEqualTo("NVIDIA's driver knows no GPU");
    }

    @Test
    void thereIsNoCudaForMacsAndArm() {
        assertThat(refusal(ORT, new DrawnHost(root).host("Mac OS X", "aarch64"))).startsWith("there is no CUDA for Mac OS X aarch64");
        assertThat(refusal(CudaBackend.ND4J, new DrawnHost(root).host("Linux", "aarch64"))).startsWith("there is no CUDA for Linux aarch64");
    }

    @Test
    void aGpuThatIsTooOldOrTooNewIsNamedWithItsCapability() {
        assertThat(refusal(ORT, new DrawnHost(root).gpus(DrawnHost.GTX_970).linux())).isEqualTo(
                "NVIDIA GeForce GTX 970 has compute capability 5.2, and ONNX Runtime has machine code for 6.0, 7.0, 7.5, 8.0, 8.6, 8.9, 9.0, 12.0 "
                        + "only");
        assertThat(refusal(ORT, new DrawnHost(root).gpus(DrawnHost.B200).linux())).startsWith("NVIDIA B200 has compute capability 10.0");
        assertThat(refusal(CudaBackend.ND4J, new DrawnHost(root).gpus(DrawnHost.H100).linux()))
                .startsWith("NVIDIA H100 80GB HBM3 has compute capability 9.0, and ND4J has machine code for 5.0,").endsWith("8.6 only");
    }

    @Test
    void aDriverThatIsTooOldIsToldWithWhatIsNeeded() {
        assertThat(refusal(ORT, new DrawnHost(root).gpus("NVIDIA A100, 8.0, 470.82.01, 40536, GPU-1").linux()))
                .isEqualTo("NVIDIA's driver 470.82.01 is too old for ONNX Runtime, which needs 525 or newer");
        assertThat(refusal(CudaBackend.ND4J, new DrawnHost(root).gpus("NVIDIA A100, 8.0, 470.82.01, 40536, GPU-1").linux())).contains("libraries");
    }

    @Test
    void whatIsNotInstalledIsToldWithItsName() {
        final CudaFinding found = new CudaCheck(new DrawnHost(root).gpus(DrawnHost.H100).linux()).check(ORT, false);
        assertThat(found).isEqualTo(new Unusable(false, "NVIDIA H100 80GB HBM3 could be used, but the feature 'Filterscope CUDA' is not installed; "
                + "the documentation's page Devices says how to get it"));
    }

    @Test
    void librariesThatAreMissingAreToldWithWhatBringsThem() throws Exception {
        final Path lib = Files.createDirectories(root.resolve("usr/local/cuda-12.8/lib64"));
        for (final String file : new String[] {"libcudart.so.12", "libcublasLt.so.12", "libcublas.so.12"}) {
            Files.createFile(lib.resolve(file));
        }
        assertThat(refusal(ORT, new DrawnHost(root).gpus(DrawnHost.H100).linux())).isEqualTo(
                "NVIDIA H100 80GB HBM3 could be used, but libraries that ONNX Runtime needs are missing in LD_LIBRARY_PATH, CUDA_PATH and the "
                        + "system's folders (libcurand.so.10 of CUDA 12; libcudnn.so.9 of cuDNN 9 for CUDA 12)");
        assertThat(refusal(CudaBackend.ND4J, new DrawnHost(root).gpus(DrawnHost.GTX_970).linux())).contains("(libcudart.so.11.0, libcublasLt.so.11,");
    }

    @Test
    void aGpuWithEverythingIsUsedAndItsLibrariesComeInTheOrderOfWhatTheyNeed() throws Exception {
        final Path lib = libraries(ORT);
        final Usable found = usable(ORT, new DrawnHost(root).gpus(DrawnHost.H100).with("LD_LIBRARY_PATH", ":" + lib).linux());
        assertThat(found.gpu()).isEqualTo(new Gpu("NVIDIA H100 80GB HBM3", new ComputeCapability(9, 0), "550.54.15", 81559, "GPU-aaaa1111"));
        assertThat(found.gpu().text()).isEqualTo("NVIDIA H100 80GB HBM3 (compute capability 9.0, 81559 MiB, driver 550.54.15)");
        assertThat(found.number()).isZero();
        assertThat(found.libraries()).hasSize(5).startsWith(lib.resolve("libcudart.so.12"), lib.resolve("libcublasLt.so.12"));
    }

    @Test
    void theFirstOfSeveralGpusThatThereIsCodeForIsUsedByOnnxRuntime() throws Exception {
        final Path lib = libraries(ORT);
        final DrawnHost host = new DrawnHost(root).gpus(DrawnHost.GTX_970, DrawnHost.H100).with("CUDA_PATH", lib.getParent().toString());
        final Usable found = usable(ORT, host.linux());
        assertThat(found.number()).isEqualTo(1);
        assertThat(found.gpu().name()).contains("H100");
    }

    @Test
    void gpusThatCudaDoesNotShowAreNotUsed() throws Exception {
        final Path lib = libraries(ORT);
        final DrawnHost host = new DrawnHost(root).gpus(DrawnHost.GTX_970, DrawnHost.H100).with("LD_LIBRARY_PATH", lib.toString());
        final Usable second = usable(ORT, host.with("CUDA_VISIBLE_DEVICES", "1").linux());
        assertThat(second.number()).as("CUDA counts those that it shows").isZero();
        assertThat(second.gpu().name()).contains("H100");
        assertThat(usable(ORT, host.with("CUDA_VISIBLE_DEVICES", "GPU-aaaa").linux()).gpu().name()).contains("H100");
        assertThat(refusal(ORT, host.with("CUDA_VISIBLE_DEVICES", "0").linux())).contains("GTX 970");
        assertThat(refusal(ORT, host.with("CUDA_VISIBLE_DEVICES", "-1").linux())).isEqualTo("CUDA_VISIBLE_DEVICES=-1 hides every GPU");
        assertThat(refusal(ORT, host.with("CUDA_VISIBLE_DEVICES", "").linux())).endsWith("hides every GPU");
    }

    @Test
    void librariesThatTheSystemsLoaderKnowsAreFound() throws Exception {
        final Path lib = libraries(CudaBackend.ND4J);
        final String[] lines = CudaBackend.ND4J.libraries().stream()
                .map(library -> "%s (libc6,x86-64) => %s".formatted(library.linux(), lib.resolve(library.linux()))).toArray(String[]::new);
        final DrawnHost host = new DrawnHost(root).gpus(DrawnHost.GTX_970);
        assertThat(refusal(CudaBackend.ND4J, host.linux())).contains("missing");
        assertThat(usable(CudaBackend.ND4J, host.answer("/sbin/ldconfig", Ending.ANSWERED, lines).linux()).libraries()).hasSize(5);
    }

    @Test
    void windowsHasItsOwnNamesAndPlaces() throws Exception {
        final Path toolkit = Files.createDirectories(root.resolve("Program Files/NVIDIA GPU Computing Toolkit/CUDA/v12.8/bin"));
        final Path cudnn = Files.createDirectories(root.resolve("Program Files/NVIDIA/CUDNN/v9.7/bin/12.8"));
        final DrawnHost host = new DrawnHost(root).gpus(DrawnHost.H100);
        assertThat(refusal(ORT, host.host("Windows 11", "amd64"))).contains("cudart64_12.dll");
        for (final CudaLibrary library : ORT.libraries()) {
            Files.createFile((library.windows().startsWith("cudnn") ? cudnn : toolkit).resolve(library.windows()));
        }
        assertThat(usable(ORT, host.host("Windows 11", "amd64")).libraries()).contains(cudnn.resolve("cudnn64_9.dll"));
    }

    @Test
    void everyFamilyBetweenPascalAndBlackwellIsHeldToItsMachineCode() {
        assertThat(ORT.hasCodeFor(new ComputeCapability(6, 1))).isTrue();
        assertThat(ORT.hasCodeFor(new ComputeCapability(8, 7))).isTrue();
        assertThat(ORT.hasCodeFor(new ComputeCapability(12, 1))).isTrue();
        assertThat(ORT.hasCodeFor(new ComputeCapability(10, 3))).isFalse();
        assertThat(CudaBackend.ND4J.hasCodeFor(new ComputeCapability(8, 9))).isTrue();
        assertThat(CudaBackend.ND4J.hasCodeFor(new ComputeCapability(3, 7))).isFalse();
    }

    private Path libraries(final CudaBackend backend) throws Exception {
        final Path lib = Files.createDirectories(root.resolve("elsewhere/lib64"));
        for (final CudaLibrary library : backend.libraries()) {
            Files.createFile(lib.resolve(library.linux()));
        }
        return lib;
    }

    private static Usable usable(final CudaBackend backend, final Host host) {
        final CudaFinding found = new CudaCheck(host).check(backend, true);
        assertThat(found).isInstanceOf(Usable.class);
        return (Usable) found;
    }

    private static String refusal(final CudaBackend backend, final Host host) {
        final CudaFinding found = new CudaCheck(host).check(backend, true);
        assertThat(found).isInstanceOf(Unusable.class);
        assertThat(((Unusable) found).sentence()).doesNotContain("\n").doesNotEndWith(".");
        return ((Unusable) found).sentence();
    }
}
