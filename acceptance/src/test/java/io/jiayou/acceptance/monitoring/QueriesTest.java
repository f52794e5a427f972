package io.jiayou.acceptance.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueriesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "up{job=~\"jiayou.*\"} == 0 | up",
                "sum by (instance) (increase(a_total{status=~\"5..\"}[5m])) >= 20 | a_total",
                "time() - (a_seconds > 0) > 26 * 3600 | a_seconds",
                "delta(a[5m]) == 0 and on (instance) max by (instance) (delta(b[5m])) > 0 | a b",
                "histogram_quantile(0.99, sum by (le) (rate(a_bucket{instance=~\"$instance\"}[$__rate_interval]))) |"
                        + " a_bucket",
                "label_values(jiayou_ready, instance) | jiayou_ready",
                "count(a == 0) or vector(0) | a"
            })
    void namesTheirMetrics(String query, String metrics) {
        assertThat(String.join(" ", Queries.metricsOf(query))).isEqualTo(metrics);
    }
}
