package io.jiayou.readmodel.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.readmodel.documents.WhatIf;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProposedRuleReportTest {

    private static final Instant FROM = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-04-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({"-100, -0.10", "-210, -0.21", "5, 0.005", "1000, 1.00", "0, 0.00", "-999999999, -999999.999"})
    void tellsASumPerLitreInMajorUnits(long stored, String told) {
        ProposedRuleReport report =
                ProposedRuleReport.of(new WhatIf(FROM, TO, List.of("s1"), List.of("95#"), stored, null));

        assertThat(report).isEqualTo(new ProposedRuleReport(FROM, TO, List.of("s1"), List.of("95#"), told, null));
    }

    @ParameterizedTest
    @CsvSource({"250, 2.5", "-250, -2.5", "1, 0.01", "100, 1", "10000, 100", "0, 0"})
    void tellsAPercentage(long stored, String told) {
        ProposedRuleReport report = ProposedRuleReport.of(new WhatIf(FROM, TO, null, null, null, stored));

        assertThat(report).isEqualTo(new ProposedRuleReport(FROM, TO, null, null, null, told));
    }
}
