package org.filterscope.fuzz.mutation;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.random.RandomGenerator;

import io.jhdf.checksum.JenkinsLookup3HashLittle;

/**
 * Damages an HDF5 file and mends the checksums of its superblock and of its objects' headers, behind which newer files hide from damage. Older
 * files have none.
 * Source: the HDF5 file format specification, version 3.0, sections II.A and IV.A.1.b.
 *
 * @param damage done before
 */
public record HdfChecksums(Mutator damage) implements Mutator {
    private static final int SUPERBLOCK = 44;
    private static final int VERSION = 8;
    private static final byte[] OBJECT = "OHDR".getBytes(StandardCharsets.US_ASCII);
    private static final int TIMES = 1 << 5;
    private static final int PHASES = 1 << 4;

    @Override
    public byte[] mutate(final byte[] file, final byte[] other, final RandomGenerator random) {
        final byte[] damaged = damage.mutate(file, other, random).clone();
        if (damaged.length > SUPERBLOCK + Integer.BYTES && damaged[VERSION] >= 2) {
            sign(damaged, 0, SUPERBLOCK);
        }
        for (int at = 0; at + 16 < damaged.length; at++) {
            if (Arrays.equals(damaged, at, at + OBJECT.length, OBJECT, 0, OBJECT.length)) {
                signObject(damaged, at);
            }
        }
        return damaged;
    }

    private static void signObject(final byte[] file, final int at) {
        final int flags = file[at + 5];
        final int sizeAt = at + 6 + ((flags & TIMES) == 0 ? 0 : 16) + ((flags & PHASES) == 0 ? 0 : 4);
        final int width = 1 << (flags & 3);
        if (sizeAt + width > file.length) {
            return;
        }
        long size = 0;
        for (int i = width - 1; i >= 0; i--) {
            size = size << Byte.SIZE | file[sizeAt + i] & 0xff;
        }
        if (size >= 0 && size <= file.length - sizeAt - width - Integer.BYTES) {
            sign(file, at, sizeAt + width + (int) size);
        }
    }

    private static void sign(final byte[] file, final int from, final int to) {
        final int checksum = JenkinsLookup3HashLittle.hash(Arrays.copyOfRange(file, from, to));
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(to, checksum);
    }
}
