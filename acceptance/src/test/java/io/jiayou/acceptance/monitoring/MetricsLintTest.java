package io.jiayou.acceptance.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricsLintTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jiayou_logins_refused       | counter | Refused log-ins  | end with _total",
                "jiayou_readers_total        | gauge   | Readers          | end with _total",
                "jiayou_border_rows          | gauge   | ''               | no help text",
                "jiayou_wait_milliseconds    | gauge   | How long         | base unit seconds",
                "jiayou_wait_ms              | gauge   | How long         | abbreviates a unit",
                "jiayou_reader_count         | gauge   | Readers          | only histograms",
                "jiayou_reader_gauge         | gauge   | Readers          | says its type",
                "jiayou_openStreams          | gauge   | Open             | snake_case"
            })
    void complainsOf(String name, String type, String help, String complaint) {
        Scrape scrape = Scrape.parse("# HELP %s %s\n# TYPE %s %s\n%s 1.0\n".formatted(name, help, name, type, name));

        assertThat(MetricsLint.complaints(scrape, "jiayou_"))
                .singleElement()
                .asString()
                .contains(complaint);
    }

    @Test
    void complainsOfALabelsName() {
        Scrape scrape = Scrape.parse("# HELP jiayou_a It\n# TYPE jiayou_a gauge\njiayou_a{readModel=\"x\"} 1\n");

        assertThat(MetricsLint.complaints(scrape, "jiayou_")).hasSize(1);
    }

    @Test
    void hasNothingToSayOfGoodOnes() {
        Scrape scrape = Scrape.parse("""
            # HELP jiayou_wait_seconds How long
            # TYPE jiayou_wait_seconds histogram
            jiayou_wait_seconds_bucket{model="a \\"b\\", {c}",le="+Inf"} 3
            jiayou_wait_seconds_count{model="a"} 3
            # HELP jiayou_done_total Done
            # TYPE jiayou_done_total counter
            jiayou_done_total 1.5E3
            """);

        assertThat(MetricsLint.complaints(scrape, "jiayou_")).isEmpty();
        assertThat(scrape.the("jiayou_done_total", Map.of())).isEqualTo(1_500);
        assertThat(scrape.the("jiayou_wait_seconds_bucket", Map.of("le", "+Inf")))
                .isEqualTo(3);
    }
}
