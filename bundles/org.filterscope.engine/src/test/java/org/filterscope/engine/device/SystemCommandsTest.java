package org.filterscope.engine.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.filterscope.engine.device.Commands.Answer;
import org.filterscope.engine.device.Commands.Ending;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs({OS.LINUX, OS.MAC})
class SystemCommandsTest {
    private final Commands commands = new SystemCommands(Duration.ofSeconds(20));

    @Test
    void aProgramsWordsAreHeard() {
        assertThat(commands.ask(List.of("sh", "-c", "printf 'one\\n\\n two \\n'"))).isEqualTo(new Answer(Ending.ANSWERED, List.of("one", "two")));
        assertThat(commands.ask(List.of("sh", "-c", "echo no >&2; exit 9"))).isEqualTo(new Answer(Ending.FAILED, List.of("no")));
    }

    @Test
    void aProgramThatIsNotThereIsNoFailure() {
        assertThat(commands.ask(List.of("no-such-program-here")).ending()).isEqualTo(Ending.ABSENT);
    }

    @Test
    @Timeout(20)
    void aProgramThatTakesTooLongIsStopped() {
        assertThat(new SystemCommands(Duration.ofMillis(100)).ask(List.of("sleep", "60")).ending()).isEqualTo(Ending.LATE);
    }

    @Test
    void aProgramThatSaysTooMuchIsNotHeardToTheEnd() {
        final Answer answer = commands.ask(List.of("sh", "-c", "yes | head -c 3000000"));
        assertThat(answer.ending()).isEqualTo(Ending.ANSWERED);
        assertThat(answer.lines()).hasSize(1 << 19);
    }
}
