package io.jiayou.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The week of these tests begins on Monday, 2 March 2026. */
class OpeningHoursTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ZoneId PRAGUE = ZoneId.of("Europe/Prague");

    @Test
    void withoutEndAreRefused() {
        assertThatThrownBy(() -> OpeningHours.parse("Mo,".repeat(6_000) + "Mo 06:00-22:00"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            24/7                             | 2026-03-02T00:00 | true
            24/7                             | 2026-03-08T23:59 | true
            06:00-22:00                      | 2026-03-02T05:59 | false
            06:00-22:00                      | 2026-03-02T06:00 | true
            06:00-22:00                      | 2026-03-08T21:59 | true
            06:00-22:00                      | 2026-03-08T22:00 | false
            06:00-24:00                      | 2026-03-02T23:59 | true
            06:00-24:00                      | 2026-03-03T00:00 | false
            00:00-00:00                      | 2026-03-03T12:00 | true
            Mo-Fr 06:00-22:00                | 2026-03-06T12:00 | true
            Mo-Fr 06:00-22:00                | 2026-03-07T12:00 | false
            Mo,We-Th,Su 06:00-22:00          | 2026-03-02T12:00 | true
            Mo,We-Th,Su 06:00-22:00          | 2026-03-03T12:00 | false
            Mo,We-Th,Su 06:00-22:00          | 2026-03-05T12:00 | true
            Mo,We-Th,Su 06:00-22:00          | 2026-03-08T12:00 | true
            Sa-Mo 06:00-22:00                | 2026-03-08T12:00 | true
            Sa-Mo 06:00-22:00                | 2026-03-02T12:00 | true
            Sa-Mo 06:00-22:00                | 2026-03-03T12:00 | false
            Fr-Fr 06:00-22:00                | 2026-03-06T12:00 | true
            Fr-Fr 06:00-22:00                | 2026-03-05T12:00 | false
            Fr 22:00-02:00                   | 2026-03-06T23:00 | true
            Fr 22:00-02:00                   | 2026-03-07T01:59 | true
            Fr 22:00-02:00                   | 2026-03-07T02:00 | false
            Fr 22:00-02:00                   | 2026-03-06T01:00 | false
            Su 22:00-02:00                   | 2026-03-02T01:00 | true
            Su 22:00-02:00                   | 2026-03-08T01:00 | false
            06:00-12:00,13:00-22:00          | 2026-03-02T12:30 | false
            06:00-12:00, 13:00-22:00         | 2026-03-02T13:00 | true
            Mo-Su 06:00-22:00; Su 08:00-12:00| 2026-03-08T07:00 | false
            Mo-Su 06:00-22:00; Su 08:00-12:00| 2026-03-08T08:00 | true
            Mo-Su 06:00-22:00; Su off        | 2026-03-08T12:00 | false
            Mo-Su 06:00-22:00; Su off        | 2026-03-07T12:00 | true
            Su off                           | 2026-03-02T12:00 | false
            Mo-Fr 06:00-22:00;Sa 08:00-12:00 | 2026-03-07T11:00 | true
            """)
    void opensAndClosesByTheLocalClock(String hours, LocalDateTime local, boolean open) {
        Instant instant = local.atZone(SHANGHAI).toInstant();

        assertThat(OpeningHours.parse(hours).openAt(instant, SHANGHAI)).isEqualTo(open);
    }

    @Nested
    class WhereClocksChange {

        @Test
        void opensByTheSummerClockOnceItHolds() {
            OpeningHours hours = OpeningHours.parse("06:00-22:00");

            assertThat(hours.openAt(Instant.parse("2026-03-28T05:00:00Z"), PRAGUE))
                    .isTrue();
            assertThat(hours.openAt(Instant.parse("2026-03-28T04:59:59Z"), PRAGUE))
                    .isFalse();
            assertThat(hours.openAt(Instant.parse("2026-03-29T04:00:00Z"), PRAGUE))
                    .isTrue();
        }

        @Test
        void staysOpenThroughBothPassesOfARepeatedHour() {
            OpeningHours hours = OpeningHours.parse("Sa 20:00-03:00");

            assertThat(hours.openAt(Instant.parse("2026-10-25T00:30:00Z"), PRAGUE))
                    .isTrue();
            assertThat(hours.openAt(Instant.parse("2026-10-25T01:30:00Z"), PRAGUE))
                    .isTrue();
            assertThat(hours.openAt(Instant.parse("2026-10-25T02:00:00Z"), PRAGUE))
                    .isFalse();
        }

        @Test
        void closesAtTheEndOfASkippedHour() {
            OpeningHours hours = OpeningHours.parse("Sa 20:00-02:30");

            assertThat(hours.openAt(Instant.parse("2026-03-29T00:59:00Z"), PRAGUE))
                    .isTrue();
            assertThat(hours.openAt(Instant.parse("2026-03-29T01:00:00Z"), PRAGUE))
                    .isFalse();
        }

        @Test
        void tellsTwoZonesApart() {
            OpeningHours hours = OpeningHours.parse("06:00-22:00");
            Instant noonInShanghai = Instant.parse("2026-03-02T04:00:00Z");

            assertThat(hours.openAt(noonInShanghai, SHANGHAI)).isTrue();
            assertThat(hours.openAt(noonInShanghai, PRAGUE)).isFalse();
        }
    }

    @Nested
    class Refuses {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    " ",
                    ";",
                    ";;",
                    "24/7;",
                    " 24/7",
                    "24/24",
                    "open",
                    "off off",
                    "Mo",
                    "Mo-",
                    "Mo-Fr",
                    "Mo off,",
                    "6:00-22:00",
                    "06:00",
                    "06:00-",
                    "-22:00",
                    "06:00–22:00",
                    "06:00-22:00;",
                    ";06:00-22:00",
                    "06:00-25:00",
                    "06:00-24:01",
                    "24:00-06:00",
                    "25:00-06:00",
                    "29:00-29:30",
                    "06:60-22:00",
                    "06:00-22:99",
                    "mo 06:00-22:00",
                    "Mon 06:00-22:00",
                    "Mo,, 06:00-22:00",
                    ",Mo 06:00-22:00",
                    "Mo- 06:00-22:00",
                    "Mo06:00-22:00",
                    "PH 06:00-22:00",
                    "周一 06:00-22:00",
                    "06:00-12:00,",
                    "06:00-12:00,,13:00-22:00",
                    "Mo-We-Fr 06:00-22:00",
                    "٠٦:٠٠-٢٢:٠٠",
                    "06:00-22:00 Mo"
                })
        void whatIsOutsideTheLanguage(String text) {
            assertThatThrownBy(() -> OpeningHours.parse(text)).isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void withNoOtherException() {
            Random random = new Random(8);
            String[] parts = {
                "Mo", "Tu", "Su", "-", ",", ";", " ", "06:00", "22:00", "24:00", "29:59", "off", "24/7", ":", "9", "é"
            };
            int accepted = 0;
            for (int i = 0; i < 200_000; i++) {
                StringBuilder text = new StringBuilder();
                for (int part = random.nextInt(8); part >= 0; part--) {
                    text.append(parts[random.nextInt(parts.length)]);
                }
                accepted += acceptedOrRefusedProperly(text.toString());
            }
            assertThat(accepted).isPositive();
        }

        private int acceptedOrRefusedProperly(String text) {
            try {
                OpeningHours.parse(text).openAt(Instant.EPOCH, SHANGHAI);
                return 1;
            } catch (IllegalArgumentException e) {
                return 0;
            }
        }
    }
}
