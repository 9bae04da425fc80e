package org.filterscope.fuzz.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

import org.filterscope.fuzz.mutation.ZipParts.Part;

/**
 * Damages the content of an entry and packs it again, so that sizes and checksums are right and the reader gets to see it.
 *
 * @param byEnding mutators by the ending of the entry's name; any bytes are damaged in other entries
 */
public record InZip(Map<String, List<Mutator>> byEnding) implements Mutator {

    @Override
    public byte[] mutate(final byte[] file, final byte[] other, final RandomGenerator random) {
        final List<Part> parts = new ArrayList<>(ZipParts.read(file));
        if (parts.isEmpty()) {
            return Bytes.any(file, other, random);
        }
        final int at = random.nextInt(parts.size());
        final Part part = parts.get(at);
        switch (random.nextInt(20)) {
            case 0 -> parts.remove(at);
            case 1 -> parts.set(at, new Part(part.name(), parts.get(random.nextInt(parts.size())).content()));
            default -> parts.set(at, new Part(part.name(), damaged(part, other, random)));
        }
        return ZipParts.write(parts);
    }

    private byte[] damaged(final Part part, final byte[] other, final RandomGenerator random) {
        final byte[] foreign = ZipParts.read(other).stream().filter(candidate -> candidate.name().equals(part.name())).map(Part::content)
                .findFirst().orElse(part.content());
        final List<Mutator> fitting = byEnding.entrySet().stream().filter(entry -> part.name().endsWith(entry.getKey()))
                .map(Map.Entry::getValue).findFirst().orElse(List.of(Bytes::any));
        return fitting.get(random.nextInt(fitting.size())).mutate(part.content(), foreign, random);
    }
}
