package io.jiayou.imports.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.imports.Tally;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.mock.web.MockMultipartFile;

class SaleFileTest {

    private static final int LINES = 100_000;

    @Test
    @EnabledIfSystemProperty(named = "jiayou.slow", matches = "true")
    void takesAtMostTwiceAsLongForEqualNumbersAsForMany() throws IOException {
        nanos("T%d", "C%d");
        long own = nanos("T%d", "C%d");

        assertThat(nanos("T", "C%d")).isLessThan(2 * own);
        assertThat(nanos("T%d", "C")).isLessThan(2 * own);
    }

    private static long nanos(String transaction, String card) throws IOException {
        StringBuilder text = new StringBuilder(CardFileSamples.HEADER);
        for (int n = 0; n < LINES; n++) {
            text.append(transaction.formatted(n))
                    .append(",2024-05-06,07:08:09,100,")
                    .append(card.formatted(n))
                    .append(",10,1,20,900.50\n");
        }
        Map<String, byte[]> files = CardFileSamples.files(text.toString());
        long fastest = Long.MAX_VALUE;
        for (int run = 0; run < 5; run++) {
            long from = System.nanoTime();
            assertThat(sales(files)).isEqualTo(LINES);
            fastest = Math.min(fastest, System.nanoTime() - from);
        }
        return fastest;
    }

    private static int sales(Map<String, byte[]> files) throws IOException {
        Tally tally = new Tally(Locale.ENGLISH);
        CardFiles parts = CardFiles.of(
                part(files, "transactions"),
                part(files, "products"),
                part(files, "stations"),
                part(files, "customers"));
        LocalTimes times = new LocalTimes(ZoneId.of("Europe/Prague"), Instant.parse("2026-01-01T00:00:00Z"));
        AtomicInteger sales = new AtomicInteger();
        new SaleFile(parts.transactions(), new SaleReader(new FuelProducts(), parts, times, tally))
                .forEach(tally, (line, sale) -> sales.incrementAndGet());
        return sales.get();
    }

    private static MockMultipartFile part(Map<String, byte[]> files, String name) {
        return new MockMultipartFile(name, Objects.requireNonNull(files.get(name)));
    }
}
