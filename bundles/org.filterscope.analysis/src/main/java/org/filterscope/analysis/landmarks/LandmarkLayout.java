package org.filterscope.analysis.landmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

import org.filterscope.core.table.TableLine;

/** How a table tells landmarks; recognised by its header. */
sealed interface LandmarkLayout {

    /** One point of a table: on a picture, in pixels of it; 0.5 is the middle of the first pixel. */
    record Point(String landmark, double row, double col, boolean visible) {
    }

    /** A field that cannot be used; the message is for a person and lacks file and line. */
    final class FieldException extends Exception {
        private static final long serialVersionUID = 1L;

        FieldException(final String message) {
            super(message);
        }
    }

    /** The columns of the known layouts, for messages. */
    String KNOWN = "'picture,landmark,row,col', 'picture,landmark,top,left,bottom,right' or 'file,NAME_x,NAME_y'";

    /** The picture of a line, as the table calls it. */
    String picture(TableLine line);

    /** The points of a line; several where each picture has one line. */
    List<Point> points(TableLine line) throws FieldException;

    /** Empty when the header is of no known layout. */
    static Optional<LandmarkLayout> of(final List<String> header) {
        if (header.containsAll(List.of("picture", "landmark", "row", "col"))) {
            return Optional.of(new Points());
        }
        if (header.containsAll(List.of("picture", "landmark", "top", "left", "bottom", "right"))) {
            return Optional.of(new Boxes());
        }
        final String picture = header.contains("picture") ? "picture" : "file";
        final List<String> names = header.stream().filter(column -> column.length() > 2 && column.endsWith("_x"))
                .map(column -> column.substring(0, column.length() - 2)).filter(name -> header.contains(name + "_y")).toList();
        return header.contains(picture) && !names.isEmpty() ? Optional.of(new Wide(picture, names)) : Optional.empty();
    }

    /** One line a landmark: a point. */
    record Points() implements LandmarkLayout {
        @Override
        public String picture(final TableLine line) {
            return line.text("picture");
        }

        @Override
        public List<Point> points(final TableLine line) throws FieldException {
            final boolean visible = Fields.visible(line, "visible");
            return List.of(new Point(Fields.name(line), Fields.number(line, "row"), Fields.number(line, "col"), visible));
        }
    }

    /** One line a landmark: a box, whose centre counts. */
    record Boxes() implements LandmarkLayout {
        @Override
        public String picture(final TableLine line) {
            return line.text("picture");
        }

        @Override
        public List<Point> points(final TableLine line) throws FieldException {
            final double row = centre(line, "top", "bottom");
            final double col = centre(line, "left", "right");
            return List.of(new Point(Fields.name(line), row, col, Fields.visible(line, "visible")));
        }

        private static double centre(final TableLine line, final String from, final String to) throws FieldException {
            final double first = Fields.number(line, from);
            final double last = Fields.number(line, to);
            if (last < first) {
                throw new FieldException("'%s' is %s and '%s' is %s; expected the second to be the larger".formatted(from, line.text(from),
                        to, line.text(to)));
            }
            return (first + last) / 2;
        }
    }

    /** One line a picture; two columns a landmark, empty where it is not seen. */
    record Wide(String column, List<String> names) implements LandmarkLayout {
        @Override
        public String picture(final TableLine line) {
            return line.text(column);
        }

        @Override
        public List<Point> points(final TableLine line) throws FieldException {
            final List<Point> points = new ArrayList<>();
            for (final String name : names) {
                final OptionalDouble col = Fields.numberIfGiven(line, name + "_x");
                final OptionalDouble row = Fields.numberIfGiven(line, name + "_y");
                if (row.isPresent() != col.isPresent()) {
                    throw new FieldException("only one of '%s_x' and '%s_y' is given; expected both or none".formatted(name, name));
                }
                if (row.isPresent()) {
                    points.add(new Point(name, row.getAsDouble(), col.getAsDouble(), Fields.visible(line, name + "_visible")));
                }
            }
            return points;
        }
    }

    /** Single fields. */
    final class Fields {
        private Fields() {
        }

        static String name(final TableLine line) throws FieldException {
            final String name = line.text("landmark").strip();
            if (name.isEmpty()) {
                throw new FieldException("'landmark' is empty; expected a name");
            }
            return name;
        }

        static double number(final TableLine line, final String column) throws FieldException {
            return numberIfGiven(line, column)
                    .orElseThrow(() -> new FieldException("'%s' is empty; expected a number of pixels".formatted(column)));
        }

        static OptionalDouble numberIfGiven(final TableLine line, final String column) throws FieldException {
            final String text = line.text(column).strip();
            if (text.isEmpty()) {
                return OptionalDouble.empty();
            }
            try {
                final double number = Double.parseDouble(text);
                if (Double.isFinite(number)) {
                    return OptionalDouble.of(number);
                }
            } catch (final NumberFormatException e) {
                // The same message as for numbers that are none.
            }
            throw new FieldException("'%s' is '%s'; expected a number of pixels".formatted(column, text));
        }

        /** The column {@code state} of our own tables says the same in words where there is no other. */
        static boolean visible(final TableLine line, final String column) throws FieldException {
            final Optional<String> told = line.find(column);
            if (told.isEmpty()) {
                return line.find("state").map(state -> state.strip().equals("visible")).orElse(true);
            }
            return switch (told.get().strip().toLowerCase(Locale.ROOT)) {
                case "1", "true", "yes" -> true;
                case "0", "false", "no" -> false;
                default -> throw new FieldException("'%s' is '%s'; expected 1 or 0".formatted(column, told.get()));
            };
        }
    }
}
