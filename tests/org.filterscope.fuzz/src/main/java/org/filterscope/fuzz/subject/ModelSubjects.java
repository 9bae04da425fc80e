package org.filterscope.fuzz.subject;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.filterscope.core.InvalidInputException;
import org.filterscope.fuzz.mutation.Bytes;
import org.filterscope.fuzz.mutation.HdfChecksums;
import org.filterscope.fuzz.mutation.InZip;
import org.filterscope.fuzz.mutation.Mutator;
import org.filterscope.fuzz.mutation.ProtocolBuffers;
import org.filterscope.fuzz.mutation.Text;
import org.filterscope.fuzz.mutation.ZipHeaders;
import org.filterscope.fuzz.seed.Dl4jSeeds;
import org.filterscope.fuzz.seed.KerasSeeds;
import org.filterscope.fuzz.seed.OnnxSeeds;

/**
 * The readers of models.
 *
 * @param root   of the project's sources
 * @param folder to write good files in
 */
record ModelSubjects(Path root, Path folder) {
    /** A small entry of a zip may grow as it likes; so may a piece of HDF5, to {@code 1032} times its size. */
    private static final Allowance PACKED = new Allowance(64 * Subjects.MEGABYTE, 2048);
    private static final Allowance PLAIN = new Allowance(64 * Subjects.MEGABYTE, 256);

    List<Subject> all() throws IOException {
        final KerasSeeds keras = new KerasSeeds(root, folder);
        // Numbers and flags are what a structure stands on; damage of whole parts mostly hits the weights.
        final List<Mutator> hdf = List.of(new HdfChecksums(Bytes::any), new HdfChecksums(Bytes.NUMBER), new HdfChecksums(Bytes.OVERWRITE),
                new HdfChecksums(Bytes.FLIP), new HdfChecksums(new Text()));
        final List<Seed> external = new ArrayList<>(Subjects.seeds("model.onnx", List.of(OnnxSeeds.external())));
        external.add(new Seed(OnnxSeeds.WEIGHTS, new byte[40]));
        return List.of(
                new Subject("Deeplearning4j zip", Subjects.seeds("model.zip", Dl4jSeeds.all()), zip(Map.of(".json", Subjects.TEXT)), PACKED,
                        ModelSubjects::read),
                new Subject("Keras archive", Subjects.seeds("model.keras", keras.archives()), zip(Subjects.endings(hdf)), PACKED,
                        ModelSubjects::read),
                new Subject("Keras HDF5", Subjects.seeds("model.h5", keras.hdf5()), hdf, PACKED, ModelSubjects::read),
                new Subject("ONNX", Subjects.seeds("model.onnx", OnnxSeeds.all()), List.of(new ProtocolBuffers(), new ProtocolBuffers(),
                        Bytes::any), PLAIN,
                        ModelSubjects::read),
                new Subject("ONNX, weights beside", external, List.of(new ProtocolBuffers(), new ProtocolBuffers(), Bytes::any), PLAIN,
                        (folder, file) -> new GraphCheck(folder.resolve("model.onnx")).read()));
    }

    private static List<Mutator> zip(final Map<String, List<Mutator>> endings) {
        final Mutator inside = new InZip(endings);
        return List.of(inside, inside, inside, new ZipHeaders(), Bytes::any);
    }

    private static void read(final Path folder, final Path file) throws InvalidInputException {
        new GraphCheck(file).read();
    }
}
