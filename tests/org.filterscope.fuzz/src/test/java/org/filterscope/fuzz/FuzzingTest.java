package org.filterscope.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

import org.filterscope.core.InvalidInputException;
import org.filterscope.fuzz.Outcome.Verdict;
import org.filterscope.fuzz.mutation.Bytes;
import org.filterscope.fuzz.subject.Allowance;
import org.filterscope.fuzz.subject.Mutant;
import org.filterscope.fuzz.subject.Seed;
import org.filterscope.fuzz.subject.Subject;
import org.filterscope.fuzz.subject.Subjects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The first mutants of every reader, and that the fuzzing sees what it looks for. */
class FuzzingTest {
    private static final int MUTANTS = 150;
    private static final Path ROOT = Path.of(System.getProperty("filterscope.root"));
    private static final Path KEPT = ROOT.resolve("tests/org.filterscope.fuzz/target/fuzz");

    /** The library tells of every file that it opens. */
    private final Logger chatter = Logger.getLogger("io.jhdf");

    @TempDir
    Path folder;

    @BeforeEach
    void quiet() {
        chatter.setLevel(Level.OFF);
    }

    @TestFactory
    Stream<DynamicTest> everyReaderRefusesDamageInOneSentence() throws IOException, InvalidInputException {
        return new Subjects(ROOT, folder.resolve("seeds")).all().stream().map(subject -> DynamicTest.dynamicTest(subject.name(), () -> {
            final Tally tally = new Fuzzing(Files.createDirectories(KEPT)).run(subject, 0, MUTANTS);
            assertThat(tally.failures()).isEmpty();
            assertThat(tally.mutants()).isEqualTo(MUTANTS);
        }));
    }

    @Test
    void theSameNumberIsTheSameMutant() throws Exception {
        for (final Subject subject : new Subjects(ROOT, folder).all()) {
            for (int number = 0; number < 40; number++) {
                assertThat(Mutant.of(subject, number).bytes()).as("%s %d", subject.name(), number).isEqualTo(Mutant.of(subject, number).bytes());
            }
        }
    }

    @Test
    void aCrashIsSeen() throws Exception {
        assertThat(failures((place, file) -> List.of().get(1))).hasSize(3).allSatisfy(failure -> assertThat(failure).contains("IndexOutOfBounds"));
        assertThat(failures((place, file) -> endless())).hasSize(3).allSatisfy(failure -> assertThat(failure).contains("StackOverflowError"));
    }

    @Test
    void memoryBeyondTheAllowanceIsSeenOnAndOffTheHeap() throws Exception {
        assertThat(failures((place, file) -> assertThat(new byte[2 << 20]).isNotEmpty())).hasSize(3)
                .allSatisfy(failure -> assertThat(failure).contains("bytes of memory for a file of"));
        assertThat(failures((place, file) -> assertThat(ByteBuffer.allocateDirect(4 << 20).capacity()).isPositive())).isNotEmpty();
    }

    @Test
    void aSentenceThatHelpsNobodyIsSeen() throws Exception {
        assertThat(failures((place, file) -> {
            throw new InvalidInputException("it is damaged");
        })).hasSize(3).allSatisfy(failure -> assertThat(failure).contains("without the file's name"));
    }

    @Test
    void aFileThatAReaderMakesIsSeen() throws Exception {
        assertThat(failures((place, file) -> Files.writeString(place.resolve("../slipped"), ""))).hasSize(1)
                .allSatisfy(failure -> assertThat(failure).contains("made the files"));
    }

    @Test
    void aHangIsSeenAndTheNextFileIsRead() throws Exception {
        final Path place = folder.resolve("hang");
        final Subject subject = subject((where, file) -> {
            if (Files.readAllBytes(file)[0] == 'a') {
                while (!Thread.currentThread().isInterrupted()) {
                    Thread.onSpinWait();
                }
            }
        });
        final Tally tally = new Fuzzing(Files.createDirectories(place), 0.5).run(subject, 0, 2);
        assertThat(tally.failures()).singleElement().satisfies(failure -> assertThat(failure).contains("hangs"));
        assertThat(tally.mutants()).isEqualTo(2);
        Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.getName().equals("reader")).forEach(Thread::interrupt);
    }

    @Test
    void whatIsReadAndWhatIsRefusedIsCounted() throws Exception {
        final Outcome outcome = new Outcome(Verdict.ACCEPTED, "", 0.5, 1_000_000);
        final Tally tally = new Tally("reader");
        tally.add(outcome);
        tally.add(new Outcome(Verdict.REFUSED, "no", 0.25, 1));
        assertThat(tally.toString().split(" +")).startsWith("reader", "2", "1", "1", "0", "0.500", "s", "1.0", "MB");
    }

    private static void endless() {
        endless();
    }

    private List<String> failures(final Subject.Reading reading) throws Exception {
        return new Fuzzing(Files.createDirectories(folder.resolve("work"))).run(subject(reading), 0, 3).failures();
    }

    private static Subject subject(final Subject.Reading reading) {
        return new Subject("test", List.of(new Seed("file", new byte[] {'a', 'b'}), new Seed("file", new byte[] {'c', 'd'})), List.of(),
                List.of(Bytes.FLIP),
                new Allowance(1 << 20, 1), reading);
    }
}
