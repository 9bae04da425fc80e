package org.filterscope.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import com.sun.management.ThreadMXBean;

import org.filterscope.engine.NetworkReader;
import org.filterscope.engine.graph.InvalidNetworkException;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.write.ModelCopy;
import org.filterscope.fuzz.mutation.HdfChecksums;
import org.filterscope.fuzz.mutation.ZipParts;
import org.filterscope.fuzz.mutation.ZipParts.Part;
import org.filterscope.fuzz.seed.Dl4jSeeds;
import org.filterscope.fuzz.seed.KerasSeeds;
import org.filterscope.fuzz.seed.Payload;
import org.filterscope.testkit.KerasModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models that somebody has made to do harm. */
class HostileModelsTest {
    private static final int MEGABYTE = 1 << 20;
    private static final int CENTRAL = 0x02014b50;
    private static final Path ROOT = Path.of(System.getProperty("filterscope.root"));

    @TempDir
    Path folder;

    @Test
    void serialisedObjectsBesideTheNetworkAreNeverLookedAt() throws Exception {
        final SerialTrap trap = SerialTrap.set();
        final long before = trap.tries();
        for (final byte[] model : Dl4jSeeds.all()) {
            final Path file = Files.write(folder.resolve("m.zip"), model);
            final NetworkGraph graph = read(file);
            new ModelCopy(file, Optional.empty()).write(graph, folder.resolve("copy.zip"));
            assertThat(graph.nodes()).isNotEmpty();
        }
        assertThat(trap.tries()).isEqualTo(before);
        assertThat(Payload.wasExecuted()).isFalse();
    }

    @Test
    void serialisedObjectsInsteadOfWeightsAreNoWeights() throws Exception {
        final SerialTrap trap = SerialTrap.set();
        final long before = trap.tries();
        refused(Dl4jSeeds.model(Dl4jSeeds.chain(), Payload.serialized()), "m.zip");
        refused(Dl4jSeeds.model(new String(Payload.serialized(), StandardCharsets.ISO_8859_1), Dl4jSeeds.array(false, 1, 1)), "m.zip");
        assertThat(trap.tries()).isEqualTo(before);
    }

    @Test
    void classesThatFilesNameAreNotLoaded() throws Exception {
        final String hostile = NeverLoaded.class.getName();
        refused(Dl4jSeeds.model(Dl4jSeeds.chain().replace("org.deeplearning4j.nn.conf.layers.ConvolutionLayer", hostile),
                Dl4jSeeds.array(false, 1, 1)), "m.zip").saying("layers of this kind are not supported");
        refused(Dl4jSeeds.model(Dl4jSeeds.chain().replace("org.nd4j.linalg.activations.impl.ActivationReLU", hostile),
                Dl4jSeeds.array(false, 1, 1)), "m.zip");
        assertThat(System.getProperty("filterscope.fuzz.loaded")).isNull();
    }

    @Test
    void entriesThatLeadOutOfTheZipLeadNowhere() throws Exception {
        final List<Part> parts = new ArrayList<>(ZipParts.read(Dl4jSeeds.all().get(0)));
        for (final String name : List.of("../../slipped", "/tmp/filterscope-slipped", "..\\slipped", "C:\\slipped", "a/../../slipped")) {
            parts.add(new Part(name, new byte[] {1}));
        }
        final Path inner = Files.createDirectories(folder.resolve("a/b"));
        final Path file = Files.write(inner.resolve("m.zip"), ZipParts.write(parts));
        new ModelCopy(file, Optional.empty()).write(read(file), inner.resolve("copy.zip"));
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile).map(Path::getFileName).map(Path::toString)).containsExactlyInAnyOrder("m.zip", "copy.zip");
        }
        assertThat(Path.of("/tmp/filterscope-slipped")).doesNotExist();
    }

    /** 256 MB of blanks in 256 kB, once as description, once as weights. */
    @ParameterizedTest
    @ValueSource(strings = {"m.zip configuration.json", "m.zip coefficients.bin", "m.keras config.json", "m.keras metadata.json",
            "m.keras model.weights.h5"})
    void zipBombsAreNotUnpacked(final String fileAndEntry) throws Exception {
        final String[] words = fileAndEntry.split(" ");
        final Path file = folder.resolve(words[0]);
        final byte[] whole = words[0].endsWith(".zip") ? Dl4jSeeds.all().get(0) : new KerasSeeds(ROOT, folder).archives().get(0);
        try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
            for (final Part part : ZipParts.read(whole)) {
                zip.putNextEntry(new ZipEntry(part.name()));
                zip.write(part.content());
                final byte[] blanks = new byte[MEGABYTE];
                Arrays.fill(blanks, (byte) ' ');
                for (int i = 0; part.name().equals(words[1]) && i < 256; i++) {
                    zip.write(blanks);
                }
                zip.closeEntry();
            }
        }
        refused(file).saying("claims to grow from").within(16);
    }

    /** As in David Fifield's "A better zip bomb" (2019): many entries of the table share one block of bytes. */
    @Test
    void aTableOfManyEntriesForTheSameBytesIsRefused() throws Exception {
        final List<Part> parts = new ArrayList<>();
        for (int i = 0; i < 1001; i++) {
            parts.add(new Part("entry" + i, new byte[0]));
        }
        final ByteBuffer zip = ByteBuffer.wrap(ZipParts.write(parts)).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at + 46 < zip.limit(); at++) {
            if (zip.getInt(at) == CENTRAL) {
                zip.putInt(at + 42, 0);
            }
        }
        refused(zip.array(), "m.zip").saying("the zip has 1001 entries").within(16);
    }

    /** The table claims 2 GB for each entry, packed and unpacked, so that it does not claim to grow. */
    @ParameterizedTest
    @ValueSource(strings = {"m.zip", "m.keras"})
    void entriesThatClaimMoreThanTheFileHasAreRefused(final String name) throws Exception {
        final byte[] whole = name.endsWith(".zip") ? Dl4jSeeds.all().get(0) : new KerasSeeds(ROOT, folder).archives().get(0);
        for (final int size : new int[] {60 * MEGABYTE, Integer.MAX_VALUE - 8}) {
            final ByteBuffer zip = ByteBuffer.wrap(whole.clone()).order(ByteOrder.LITTLE_ENDIAN);
            for (int at = 0; at + 46 < zip.limit(); at++) {
                if (zip.getInt(at) == CENTRAL) {
                    zip.putInt(at + 20, size).putInt(at + 24, size);
                }
            }
            refused(zip.array(), name).within(16);
        }
    }

    @Test
    void layersOfTerabytesAreRefusedByDeeplearning4jsReader() throws Exception {
        final byte[] few = Dl4jSeeds.array(false, 4, 4);
        for (final String change : List.of("\"nout\": 3>\"nout\": 2000000000", "[3, 3]>[2000000000, 2000000000]", "\"nin\": 2,>\"nin\": 2000000000,",
                "\"inputHeight\": 6>\"inputHeight\": 2000000000", "\"nin\": 12>\"nin\": 1e300",
                "\"kernelSize\": [2, 2]>\"kernelSize\": [-2147483648, 2]",
                "\"padding\": [0, 0]>\"padding\": [2000000000, 2000000000]", "\"stride\": [2, 2]>\"stride\": [0, 0]",
                "\"dilation\": [1, 1]>\"dilation\": [2147483647, 2147483647]")) {
            final String[] words = change.split(">");
            assertThat(Dl4jSeeds.chain()).contains(words[0]);
            refused(Dl4jSeeds.model(Dl4jSeeds.chain().replace(words[0], words[1]), few), "m.zip").within(16);
        }
        refused(Dl4jSeeds.model(Dl4jSeeds.chain(), Dl4jSeeds.array(false, 1L << 40, 4)), "m.zip").saying("claim to be 1099511627776 values")
                .within(16);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Conv2D {'filters':2147483647,'kernel_size':[2147483647,2147483647]}", "Dense {'units':2147483647}",
        "ZeroPadding2D {'padding':[[2147483647,2147483647],[2147483647,2147483647]]}", "UpSampling2D {'size':[1048576,1048576]}",
        "Resizing {'height':2147483647,'width':2147483647}", "Reshape {'target_shape':[2147483647,2147483647,2147483647]}",
        "MaxPooling2D {'pool_size':[2147483647,2147483647],'padding':'same'}",
        "Conv2DTranspose {'filters':1048576,'kernel_size':[1,1],'strides':[1048576,1048576]}",
        "DepthwiseConv2D {'depth_multiplier':2147483647,'kernel_size':[3,3]}", "Cropping2D {'cropping':[[-2147483648,-2147483648],[0,0]]}"})
    void layersOfTerabytesAreRefusedByKerassReader(final String layer) {
        final int space = layer.indexOf(' ');
        final Path file = folder.resolve("m.h5");
        new KerasModel().input(4, 4, 2).layer(layer.substring(0, space), "big", layer.substring(space + 1).replace('\'', '"')).write(file);
        refused(file).within(32);
    }

    @Test
    void anInputOfTerabytesIsRefused() {
        final Path file = folder.resolve("m.h5");
        new KerasModel().input(1 << 30, 1 << 30, 1 << 30).layer("ReLU", "relu", "{}").write(file);
        refused(file).within(32);
    }

    /** The one data set of the file says that it has 2^40 values. */
    @Test
    void aDataSetOfTerabytesIsRefused() throws Exception {
        final Path file = folder.resolve("m.h5");
        new KerasModel().input(2, 2, 3).layer("Dense", "dense", "{\"units\": 5, \"use_bias\": false}", Map.of("kernel", new float[3][5])).write(file);
        assertThat(read(file).output().name()).isEqualTo("dense");
        final byte[] bytes = Files.readAllBytes(file);
        final ByteBuffer hdf = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int changed = 0;
        for (int at = 0; at + 16 <= bytes.length; at++) {
            if (hdf.getLong(at) == 3 && hdf.getLong(at + 8) == 5) {
                hdf.putLong(at + 8, 1L << 40);
                changed++;
            }
        }
        assertThat(changed).isPositive();
        final byte[] signed = new HdfChecksums((whole, other, random) -> whole).mutate(bytes, bytes, null);
        refused(signed, "m.h5").within(32);
    }

    /** Sizes of headers, counts of entries, lengths of names, dimensions of attributes: whatever stands there. */
    @Test
    void anyNumberOfAnHdf5FileMayClaimAGigabyte() throws Exception {
        final byte[] whole = new KerasSeeds(ROOT, folder).hdf5().get(1);
        final ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (int at = 8; at + Integer.BYTES <= whole.length; at += 2) {
            final byte[] damaged = whole.clone();
            ByteBuffer.wrap(damaged).order(ByteOrder.LITTLE_ENDIAN).putInt(at, 1 << 30);
            final Path file = Files.write(folder.resolve("m.h5"), new HdfChecksums((bytes, other, random) -> bytes).mutate(damaged, damaged, null));
            final long before = thread.getCurrentThreadAllocatedBytes();
            try {
                read(file);
            } catch (final InvalidNetworkException e) {
                assertThat(e).hasMessageContaining("m.h5");
            }
            assertThat(thread.getCurrentThreadAllocatedBytes() - before).as("bytes with a gigabyte at %d", at).isLessThan(64L * MEGABYTE);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 100_000})
    void descriptionsNestedWithoutEndAreRefused(final int depth) throws Exception {
        final String deep = "[".repeat(depth) + "]".repeat(depth);
        refused(Dl4jSeeds.model(deep, Dl4jSeeds.array(false, 1, 1)), "m.zip");
        refused(Dl4jSeeds.model("{\"confs\": " + deep + "}", Dl4jSeeds.array(false, 1, 1)), "m.zip");
        final List<Part> parts = new ArrayList<>(ZipParts.read(new KerasSeeds(ROOT, folder).archives().get(0)));
        parts.replaceAll(part -> part.name().equals("config.json") ? new Part(part.name(), deep.getBytes(StandardCharsets.UTF_8)) : part);
        refused(ZipParts.write(parts), "m.keras");
    }

    private Refusal refused(final byte[] bytes, final String name) throws Exception {
        return refused(Files.write(folder.resolve(name), bytes));
    }

    private static Refusal refused(final Path file) {
        return Refusal.of(file, () -> read(file));
    }

    private static NetworkGraph read(final Path file) throws Exception {
        return new NetworkReader().read(file, Optional.empty());
    }
}
