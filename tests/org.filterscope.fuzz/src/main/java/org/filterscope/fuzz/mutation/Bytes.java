package org.filterscope.fuzz.mutation;

import java.util.random.RandomGenerator;

/** Damage that knows nothing of formats. */
public enum Bytes implements Mutator {
    /** One bit is the other one. */
    FLIP {
        @Override
        byte[] damage(final byte[] file, final byte[] other, final RandomGenerator random) {
            file[random.nextInt(file.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
            return file;
        }
    },
    /** One byte is one that counters and flags stumble over. */
    OVERWRITE {
        @Override
        byte[] damage(final byte[] file, final byte[] other, final RandomGenerator random) {
            file[random.nextInt(file.length)] = Extremes.byteValue(random);
            return file;
        }
    },
    /** A number of two, four or eight bytes, in either order, is one that sizes and offsets stumble over. */
    NUMBER {
        @Override
        byte[] damage(final byte[] file, final byte[] other, final RandomGenerator random) {
            final int width = 2 << random.nextInt(3);
            final long number = Extremes.number(random);
            final boolean little = random.nextBoolean();
            final int at = random.nextInt(file.length);
            for (int i = 0; i < width && at + i < file.length; i++) {
                file[at + i] = (byte) (number >> Byte.SIZE * (little ? i : width - 1 - i));
            }
            return file;
        }
    },
    /** The file ends early. */
    CUT {
        @Override
        byte[] damage(final byte[] file, final byte[] other, final RandomGenerator random) {
            return Chunks.part(file, 0, random.nextInt(file.length));
        }
    },
    /** A part is missing. */
    REMOVE {
        @Override
        byte[] damage(final byte[] file, final byte[] other, final RandomGenerator random) {
            final Chunks.Span span = Chunks.span(file, random);
            return Chunks.join(Chunks.part(file, 0, span.from()), Chunks.part(file, span.to(), file.length));
        }
    },
    /** A part is there again, behind itself or elsewhere. */
    REPEAT {
        @Override
        byte[] damage(final byte[] file, final byte[] other, final RandomGenerator random) {
            final Chunks.Span span = Chunks.span(file, random);
            final int at = random.nextBoolean() ? span.to() : random.nextInt(file.length + 1);
            return Chunks.insert(file, at, Chunks.part(file, span.from(), span.to()));
        }
    },
    /** Bytes that nobody meant are in between. */
    INSERT {
        @Override
        byte[] damage(final byte[] file, final byte[] other, final RandomGenerator random) {
            final byte[] noise = new byte[1 + random.nextInt(16)];
            random.nextBytes(noise);
            return Chunks.insert(file, random.nextInt(file.length + 1), noise);
        }
    },
    /** A number in the variable length of protocol buffers that goes beyond everything. */
    VARINT {
        @Override
        byte[] damage(final byte[] file, final byte[] other, final RandomGenerator random) {
            final int at = random.nextInt(file.length);
            return Chunks.join(Chunks.part(file, 0, at), Wire.varint(Extremes.number(random)), Chunks.part(file, at + 1, file.length));
        }
    },
    /** Begins as one file and ends as another. */
    SPLICE {
        @Override
        byte[] damage(final byte[] file, final byte[] other, final RandomGenerator random) {
            return Chunks.join(Chunks.part(file, 0, random.nextInt(file.length)),
                    Chunks.part(other, random.nextInt(other.length + 1), other.length));
        }
    };

    @Override
    public byte[] mutate(final byte[] file, final byte[] other, final RandomGenerator random) {
        return file.length == 0 ? file : damage(file.clone(), other, random);
    }

    /** @param file not empty; may be changed */
    abstract byte[] damage(byte[] file, byte[] other, RandomGenerator random);

    /** Any of them. */
    public static byte[] any(final byte[] file, final byte[] other, final RandomGenerator random) {
        final Bytes[] all = values();
        return all[random.nextInt(all.length)].mutate(file, other, random);
    }
}
