package io.jiayou.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of all that a process says at its end, the reason. */
class LastWordsTest {

    private static String of(String log) {
        return LastWords.of(log.lines().toList()).orElse("nothing");
    }

    @Test
    void areWhatSpringDescribes() {
        assertThat(of("""
                        12:00 ERROR 1 --- LoggingFailureAnalysisReporter :

                        ***************************
                        APPLICATION FAILED TO START
                        ***************************

                        Description:

                        Failed to bind properties under 'jiayou.every':

                            Value: "soon"
                            Reason: it is no duration

                        Action:

                        Update your application's configuration
                        """))
                .isEqualTo("Failed to bind properties under 'jiayou.every': Value: \"soon\" Reason: it is no duration");
    }

    @Test
    void areTheInnermostCauseOfWhatEndedIt() {
        assertThat(of("""
                        java.io.IOException: of a request long before
                        12:00 ERROR 1 --- SpringApplication : Application run failed

                        java.io.UncheckedIOException: the data directory can't be used
                        \tat io.jiayou.Some.where(Some.java:1)
                        Caused by: java.nio.file.AccessDeniedException: /data/keys
                        \tat io.jiayou.Some.where(Some.java:1)
                        \t... 20 common frames omitted
                        """)).isEqualTo("no right to use /data/keys");
    }

    @Test
    void areTheJvmsWhereItDidntStart() {
        assertThat(of("Error occurred during initialization of VM\nToo small maximum heap\n"))
                .isEqualTo("Error occurred during initialization of VM Too small maximum heap");
        assertThat(of("Unrecognized VM option 'Xno'\nError: Could not create the Java Virtual Machine.\n"))
                .startsWith("Unrecognized VM option 'Xno'");
    }

    @Test
    void areOfThisStartAlone(@TempDir Path directory) throws IOException {
        Path log = Files.writeString(directory.resolve("log"), "java.io.IOException: yesterday\n");
        long before = Files.size(log);

        assertThat(LastWords.of(log, before)).isEmpty();
        assertThat(LastWords.of(log, before + 1)).contains("yesterday");
        assertThat(LastWords.of(directory.resolve("none"), 0)).isEmpty();
    }
}
