package io.jiayou.trials.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.trials.prove.Verdict;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of {@code ./jiayou prove tokens}: each way of forging once. */
class TokensIT {

    @Test
    void believesNoForgedTokenAndNoneThatComesTwice(@TempDir Path directory) throws Exception {
        Verdict verdict = new Tokens().run(directory, Forgery.values().length, (done, total) -> {});

        assertThat(verdict.violations()).isEmpty();
        assertThat(verdict.figures()).containsEntry("forged tokens", Forgery.values().length);
    }
}
