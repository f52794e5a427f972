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

    /** The innermost cause often is a library's, which doesn't know what it was asked for. */
    @Test
    void areWhatNamesTheSetting() {
        assertThat(of("""
                        12:00 ERROR 1 --- SpringApplication : Application run failed

                        org.springframework.beans.factory.BeanCreationException: Error creating bean with name 'jiayou.x-io.jiayou.X'
                        Caused by: java.lang.IllegalArgumentException: jiayou.access is open or required, not closed
                        Caused by: java.lang.IllegalArgumentException: No enum constant io.jiayou.http.access.Access.CLOSED
                        """)).isEqualTo("jiayou.access is open or required, not closed");
    }

    @Test
    void areWhyABeanCouldntBeMade() {
        assertThat(of("""
                        12:00 ERROR 1 --- SpringApplication : Application run failed

                        org.springframework.beans.factory.BeanCreationException: Error creating bean with name 'log' defined in URL [jar:x]: Failed to instantiate [Log]: Factory method 'log' threw exception with message: the log is torn
                        """)).isEqualTo("the log is torn");
    }

    @Test
    void areThePlaceInAFileOfSettings() {
        assertThat(of("""
                        18:50:48.103 [main] ERROR org.springframework.boot.SpringApplication -- Application run failed
                        while parsing a block mapping
                         in 'reader', line 1, column 1:
                            jiayou:
                            ^
                        expected <block end>, but found '<block mapping start>'
                         in 'reader', line 3, column 2:
                             c: [d
                             ^

                        \tat org.yaml.snakeyaml.parser.ParserImpl.parse(ParserImpl.java:1)
                        """))
                .isEqualTo(
                        "standalone.yaml, line 3, column 2: expected <block end>, but found '<block mapping start>'");
    }

    @Test
    void areWhereACrashIsTold() {
        assertThat(of("""
                        #
                        # A fatal error has been detected by the Java Runtime Environment:
                        #
                        #  SIGSEGV (0xb) at pc=0x1
                        #
                        # An error report file with more information is saved as:
                        # /data/hs_err_7.log
                        #
                        """)).isEqualTo("its JVM crashed, and /data/hs_err_7.log tells more");
        assertThat(of("# A fatal error has been detected by the Java Runtime Environment:\n"))
                .isEqualTo("its JVM crashed");
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

    @Test
    void areCutOffWhereTheDiskHadNoRoomForTheRest(@TempDir Path directory) throws IOException {
        Path log = directory.resolve("log");
        assertThat(LastWords.areCutOff(log)).isFalse();
        for (String whole : new String[] {"", "one\n", "one\ntwo\n"}) {
            assertThat(LastWords.areCutOff(Files.writeString(log, whole))).isFalse();
        }
        assertThat(LastWords.areCutOff(Files.writeString(log, "one\ntw"))).isTrue();
    }
}
