package org.filterscope.fuzz.mutation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.filterscope.fuzz.mutation.Wire.Field;

/** Damages one field at any depth of a message; the lengths of all that is around it are right again. */
public final class ProtocolBuffers implements Mutator {
    private static final int DEEP = 2000;

    @Override
    public byte[] mutate(final byte[] file, final byte[] other, final RandomGenerator random) {
        final Optional<List<Field>> fields = Wire.read(file);
        return fields.isEmpty() || fields.get().isEmpty() ? Bytes.any(file, other, random) : Wire.write(damaged(fields.get(), other, random));
    }

    private static List<Field> damaged(final List<Field> fields, final byte[] other, final RandomGenerator random) {
        final List<Field> changed = new ArrayList<>(fields);
        final int at = random.nextInt(fields.size());
        final Field field = fields.get(at);
        final Optional<List<Field>> inner = field.hasLength() ? Wire.read(field.content()) : Optional.empty();
        // Mostly deeper: what is interesting stands inside.
        if (inner.isPresent() && !inner.get().isEmpty() && random.nextInt(8) != 0) {
            changed.set(at, field.with(Wire.write(damaged(inner.get(), other, random))));
            return changed;
        }
        switch (random.nextInt(8)) {
            case 0 -> changed.remove(at);
            case 1 -> changed.addAll(at, List.of(field, field));
            case 2 -> changed.set(at, fields.get(random.nextInt(fields.size())));
            case 3 -> changed.set(at, nested(field));
            case 4 -> changed.add(at, Field.varint(1 + random.nextInt(25), Extremes.number(random)));
            case 5 -> changed.add(changed.remove(random.nextInt(changed.size())));
            default -> changed.set(at, value(field, other, random));
        }
        return changed;
    }

    private static Field value(final Field field, final byte[] other, final RandomGenerator random) {
        if (field.isVarint()) {
            return Field.varint(field.number(), random.nextBoolean() ? random.nextInt(8) : Extremes.number(random));
        }
        if (field.hasLength() && random.nextInt(3) == 0) {
            return field.with(Extremes.text(random).getBytes(StandardCharsets.UTF_8));
        }
        final byte[] content = Bytes.any(field.content(), other, random);
        return field.hasLength() || content.length == field.content().length ? field.with(content) : field;
    }

    /** The field in itself, many times. */
    private static Field nested(final Field field) {
        if (!field.hasLength()) {
            return field;
        }
        Field deep = field;
        for (int i = 0; i < DEEP; i++) {
            deep = field.with(Wire.write(List.of(deep)));
        }
        return deep;
    }
}
