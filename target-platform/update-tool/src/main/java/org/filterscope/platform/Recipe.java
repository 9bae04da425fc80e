package org.filterscope.platform;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What people decide about a target definition; the rest follows from it.
 *
 * @param moving  roots that take the newest version
 * @param pinned  roots that stay at a version
 * @param leftOut dependencies that are not taken
 * @param wrapped how to take what is no bundle
 * @param extras  stand in the target definition as they are, without their dependencies
 */
record Recipe(List<Coordinates> moving, List<Pin> pinned, Set<Coordinates> leftOut, List<Wrapping> wrapped, List<Pin> extras) {
    private static final String WRAPPED = "wrapped ";

    static Recipe of(final List<Section> sections) {
        final Recipe recipe = new Recipe(new ArrayList<>(), new ArrayList<>(), new LinkedHashSet<>(), new ArrayList<>(), new ArrayList<>());
        sections.forEach(recipe::add);
        return recipe;
    }

    List<Coordinates> roots() {
        return Stream.concat(moving.stream(), pinned.stream().map(Pin::coordinates)).toList();
    }

    private void add(final Section section) {
        switch (section.heading()) {
            case "roots" -> section.lines().forEach(this::addRoot);
            case "left out" -> section.lines().forEach(line -> leftOut.add(coordinates(line)));
            case "extras" -> section.lines().forEach(line -> extras.add(pin(line)));
            case final String heading when heading.startsWith(WRAPPED) -> wrapped.add(wrapping(section));
            default -> throw new Complaint("[" + section.heading() + "] is not one of [roots], [left out], [wrapped …], [extras].");
        }
    }

    private void addRoot(final String line) {
        if (line.split(":").length == 2) {
            moving.add(coordinates(line));
        } else {
            pinned.add(pin(line));
        }
    }

    private static Wrapping wrapping(final Section section) {
        final String[] parts = section.heading().substring(WRAPPED.length()).split(": ", 2);
        if (parts.length != 2) {
            throw new Complaint("[" + section.heading() + "] must read [wrapped label: group:artifact group:*].");
        }
        return new Wrapping(parts[0], Set.of(parts[1].split(" +")), section.lines());
    }

    private static Coordinates coordinates(final String line) {
        final String[] parts = parts(line, 2, "group:artifact");
        return new Coordinates(parts[0], parts[1]);
    }

    private static Pin pin(final String line) {
        final String[] parts = parts(line, 3, "group:artifact:version");
        return new Pin(new Coordinates(parts[0], parts[1]), parts[2]);
    }

    private static String[] parts(final String line, final int count, final String form) {
        final String[] parts = line.split(":");
        if (parts.length != count) {
            throw new Complaint("'" + line + "' must be " + form + ".");
        }
        return parts;
    }
}
