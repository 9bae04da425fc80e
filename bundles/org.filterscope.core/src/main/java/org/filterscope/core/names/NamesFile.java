package org.filterscope.core.names;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;

import org.filterscope.core.InvalidInputException;
import org.filterscope.core.report.SharedText;

/**
 * The file with what people have said of the filters of a configuration: a CSV table in UTF-8, one line a filter, sorted by fingerprint, so
 * that two people's changes merge line by line under version control.
 */
public final class NamesFile {
    private static final String CONFIGURATION = ".filterscope";

    private final Path file;

    private NamesFile(final Path file) {
        this.file = file;
    }

    /** {@code NAME.filternames.csv} beside {@code NAME.filterscope}. */
    public static NamesFile beside(final Path configuration) {
        final String name = configuration.getFileName().toString();
        final String stem = name.endsWith(CONFIGURATION) ? name.substring(0, name.length() - CONFIGURATION.length()) : name;
        return new NamesFile(configuration.toAbsolutePath().normalize().resolveSibling(stem + ".filternames.csv"));
    }

    public Path file() {
        return file;
    }

    /**
     * @return what is in the file; nothing where there is none
     * @throws InvalidNamesException with file and line, when anything in it cannot be used
     */
    public FilterNames read() throws InvalidNamesException {
        return new NamesReader(file).read();
    }

    /**
     * Puts down what a person says of one filter. The file is read anew and locked meanwhile, so that what others write to it, in this process or
     * another, stays; it is replaced at once or not at all. A name that says nothing takes the filter's line away.
     *
     * @return what is in the file now
     * @throws InvalidNamesException when the file cannot be used as it is; it is left as it is
     * @throws InvalidInputException when it cannot be written
     */
    public FilterNames put(final FilterName name) throws InvalidInputException {
        if (name.fingerprint().isBlank()) {
            throw new InvalidInputException("%s/%d: has no weights of its own to tell it by, so it cannot be named".formatted(name.layer(),
                    name.channel()));
        }
        return new SharedText(file).replace(() -> read().with(name), NamesFile::text);
    }

    private static String text(final FilterNames names) {
        final StringWriter text = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            writer.writeRecord(NamesReader.COLUMNS);
            for (final FilterName name : names.all()) {
                writer.writeRecord(name.fingerprint(), name.name(), name.verdict().map(Verdict::key).orElse(""), name.layer(),
                        Integer.toString(name.channel()), name.label(), name.note());
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
