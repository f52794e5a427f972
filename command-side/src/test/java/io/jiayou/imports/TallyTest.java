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
        assertThat(tally.copy().report(0))
                .returns(report.refused(), Report::refused)
                .returns(2L, Report::refusedUnlisted)
                .returns(report.counts(), Report::counts);
    }

    @Test
    void tellsOnlyTheBeginningOfALongDetail() {
        Tally tally = new Tally(Locale.ENGLISH);
        tally.refuse(1, Refusal.UNLISTED_CUSTOMER.because("{0}", "a".repeat(300)));
        tally.refuse(2, Refusal.UNLISTED_CUSTOMER.because("{0}", "a".repeat(60_000)));
        tally.refuse(3, Refusal.UNLISTED_CUSTOMER.because("{0}", "a" + "\ud83d\ude97".repeat(30_000)));

        assertThat(tally.report(0).refused())
                .extracting(Report.Refused::detail)
                .containsExactly("a".repeat(300), "a".repeat(300) + "…", "a" + "\ud83d\ude97".repeat(149) + "…");
    }
}
