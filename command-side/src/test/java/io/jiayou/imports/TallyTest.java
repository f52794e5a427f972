package io.jiayou.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TallyTest {

    /** A file may be wrong in every line, and memory isn't its. */
    @Test
    void listsAHundredThousandRefusalsAndCountsTheRest() {
        Tally tally = new Tally(Locale.ENGLISH);
        for (int line = 1; line <= 100_002; line++) {
            tally.merge(Spot.line(line), Spot.line(1), "the same");
            tally.refuse(line, Refusal.NOT_A_FEATURE.because("type is not Feature"));
        }

        Report report = tally.report(0);

        assertThat(report.refused()).hasSize(100_000);
        assertThat(report.refusedUnlisted()).isEqualTo(2);
        assertThat(report.counts()).isEqualTo(Map.of("not-a-feature", 100_002L));
        assertThat(report.merged()).hasSize(100_000);
        assertThat(report.lines()).isEqualTo(2 * 100_002);
    }
}
