package io.jiayou.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Codes cost money and can be guessed: of both there is so much an hour. */
class CodeBudgetsIT {

    private static final String CODES = "/api/sessions/phone/codes";

    @Test
    void codesOfAllAreUsedUpAndThatIsAnAlarm(@TempDir Path directory) throws IOException, InterruptedException {
        try (Guarded system = Guarded.start(directory, "required", "--jiayou.identity.codes-per-hour=5")) {
            for (int n = 0; n < 5; n++) {
                assertThat(send(system, n).status()).isEqualTo(202);
            }
            for (int n = 5; n < 10; n++) {
                assertThat(send(system, n).code()).isEqualTo("too-many-attempts");
            }

            String auditor = system.token("auditor", null, null);
            String used = "/api/history?type=identity.phone-codes-used-up";
            assertThat(system.accepted(auditor, "GET", used, null).path("events"))
                    .hasSize(1);
            String status = "";
            for (int n = 0; n < 100 && !status.contains("security-codes-used-up"); n++) {
                Thread.sleep(200);
                status = system.send(auditor, "GET", "/api/audit/status", null).text();
            }
            assertThat(status).contains("security-codes-used-up");
        }
    }

    /** Each number bears five wrong codes; many numbers bear no more from one network. */
    @Test
    void guessesAreUsedUpWhateverTheNumbers(@TempDir Path directory) throws IOException, InterruptedException {
        try (Guarded system = Guarded.start(directory, "required", "--jiayou.identity.codes-per-network=8")) {
            for (int n = 0; n < 8; n++) {
                assertThat(guess(system, n)).isEqualTo("login-refused");
            }
            for (int n = 8; n < 12; n++) {
                assertThat(guess(system, n)).isEqualTo("too-many-attempts");
            }
        }
    }

    private static Guarded.Answer send(Guarded system, int n) throws IOException, InterruptedException {
        return system.send(null, "POST", CODES, Map.of("phone", "1390000007" + n));
    }

    private static String guess(Guarded system, int n) throws IOException, InterruptedException {
        Map<String, String> guess = Map.of("phone", "139000001%02d".formatted(n), "code", "000000");
        return system.send(null, "POST", "/api/sessions/phone", guess).code();
    }
}
