package io.jiayou.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Nobody leaves a system open without being told at each start. */
@ExtendWith(OutputCaptureExtension.class)
class OpenAccessIT {

    @ParameterizedTest
    @CsvSource({"open, true", "required, false"})
    void isWarnedOf(String access, boolean warned, CapturedOutput output) {
        String[] settings = {"--server.port=0", "--jiayou.access=" + access, "--logging.level.io.jiayou=WARN"};

        new SpringApplicationBuilder(TriedApplication.class).run(settings).close();

        assertThat(output.getAll().contains("jiayou.access is open")).isEqualTo(warned);
    }
}
