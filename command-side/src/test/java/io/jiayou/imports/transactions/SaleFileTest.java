package io.jiayou.imports.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiayou.http.ProblemException;
import io.jiayou.imports.Reading;
import io.jiayou.imports.Tally;
import io.jiayou.rules.Problem;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
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

    @Test
    void refusesTheListThatHasMoreNumbersThanThereIsMemoryFor() throws IOException {
        String customers = "CustomerID,Currency\n" + "100,CZK\n".repeat(5) + "200,EUR\n300,EURO\n";
        Map<String, byte[]> files = CardFileSamples.but(
                CardFileSamples.but(CardFileSamples.with(), "customers", CardFileSamples.bytes(customers)),
                "products",
                CardFileSamples.bytes("ProductID,Description\n1,Nafta\n2,Nafta\n"));
        Map<String, byte[]> more =
                CardFileSamples.but(files, "customers", CardFileSamples.bytes(customers + "400,CZK\n"));
        Tally tally = new Tally(Locale.ENGLISH);

        file(parts(files), tally, reading(2));

        assertThatThrownBy(() -> file(parts(more), tally, reading(2)))
                .isInstanceOfSatisfying(ProblemException.class, refusal -> {
                    assertThat(refusal.problem()).isEqualTo(Problem.BODY_TOO_LARGE);
                    assertThat(refusal.field()).isEqualTo("customers");
                    assertThat(refusal.detail().toString()).contains("2 lines", "jiayou.bounds.import-lines");
                });
    }

    @Test
    void keepsNothingOfTransactionsThatItOnlyReads() throws IOException {
        Map<String, byte[]> files = CardFileSamples.with(
                "T1,2024-05-06,07:08:09,100,555,10,1,20,900.50",
                "T2,2024-05-06,07:08:09,100,555,10,1,20,900.50",
                "T3,2024-05-06,07:08:09,100,555,10,1,20,900.50",
                "T4,2024-05-06,07:08:09,100,555,10,1,20,900.50",
                "T5,2024-05-06,07:08:09,100,555,10,1,20,900.50");
        AtomicInteger sales = new AtomicInteger();
        Tally tally = new Tally(Locale.ENGLISH);

        file(parts(files), tally, reading(4)).forEach(tally, (line, sale) -> sales.incrementAndGet());

        assertThat(sales).hasValue(5);
    }

    @Test
    void readsNoFurtherWhenTheSendersRightHasEnded() throws IOException {
        AtomicBoolean ended = new AtomicBoolean();
        Reading reading = new Reading(
                () -> {
                    if (ended.get()) {
                        throw new ProblemException(Problem.UNAUTHENTICATED, null, "it has ended");
                    }
                },
                LINES,
                () -> {});
        Map<String, byte[]> files = CardFileSamples.with("T1,2024-05-06", "T2,2024-05-06");
        Tally tally = new Tally(Locale.ENGLISH);
        SaleFile file = file(parts(files), tally, reading);

        ended.set(true);

        assertThatThrownBy(() -> file.forEach(tally, (line, sale) -> {})).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> file(parts(files), tally, reading)).isInstanceOf(ProblemException.class);
        assertThat(tally.lines()).isZero();
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
        CardFiles parts = parts(files);
        AtomicInteger sales = new AtomicInteger();
        file(parts, tally, reading(LINES)).forEach(tally, (line, sale) -> sales.incrementAndGet());
        return sales.get();
    }

    private static SaleFile file(CardFiles parts, Tally tally, Reading reading) throws IOException {
        LocalTimes times = new LocalTimes(ZoneId.of("Europe/Prague"), Instant.parse("2026-01-01T00:00:00Z"));
        return new SaleFile(
                parts.transactions(), new SaleReader(new FuelProducts(), parts, times, tally, reading), reading);
    }

    private static Reading reading(long mostKept) {
        return new Reading(() -> {}, mostKept, () -> {});
    }

    private static CardFiles parts(Map<String, byte[]> files) {
        return CardFiles.of(
                part(files, "transactions"),
                part(files, "products"),
                part(files, "stations"),
                part(files, "customers"));
    }

    private static MockMultipartFile part(Map<String, byte[]> files, String name) {
        return new MockMultipartFile(name, Objects.requireNonNull(files.get(name)));
    }
}
