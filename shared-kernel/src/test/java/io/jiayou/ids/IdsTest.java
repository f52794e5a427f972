package io.jiayou.ids;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class IdsTest {

    @Nested
    class TimeOrdered {

        @Test
        void areOfVersion7() {
            for (int i = 0; i < 10_000; i++) {
                UUID id = UUID.fromString(Ids.timeOrdered());
                assertThat(id.version()).isEqualTo(7);
                assertThat(id.variant()).isEqualTo(2);
            }
        }

        @Test
        void beginWithTheMillisecond() {
            long before = System.currentTimeMillis();
            long millisecond = UUID.fromString(Ids.timeOrdered()).getMostSignificantBits() >>> 16;

            assertThat(millisecond).isBetween(before, System.currentTimeMillis());
        }

        @Test
        void sortAsTextInTheOrderOfTheirMilliseconds() {
            String earlier = Ids.timeOrdered();
            String later = afterTheMillisecondOf(earlier);

            assertThat(earlier).isLessThan(later);
        }

        @Test
        void neverRepeat() {
            Set<String> ids = new HashSet<>();
            for (int i = 0; i < 100_000; i++) {
                ids.add(Ids.timeOrdered());
            }
            assertThat(ids).hasSize(100_000);
        }

        private String afterTheMillisecondOf(String id) {
            String later = Ids.timeOrdered();
            while (later.substring(0, 13).equals(id.substring(0, 13))) {
                later = Ids.timeOrdered();
            }
            return later;
        }
    }

    /** These ids are stored: the expected values were computed once and may never change. */
    @Nested
    class Derived {

        @Test
        void areTheSameForEver() {
            assertThat(Ids.derived("fuel-card-transaction", "2012-08-24 09:41 1"))
                    .isEqualTo("e075e8dc-40e5-8aa9-9dc1-2a49a015ea44");
            assertThat(Ids.derived("station", "人民路加油站")).isEqualTo("24a3d532-b5eb-823c-91c2-91e15e50a266");
            assertThat(Ids.derived("station", "")).isEqualTo("bf0d7a99-ffbb-8c57-8266-cb9c9b717362");
        }

        @Test
        void areOfVersion8() {
            UUID id = UUID.fromString(Ids.derived("station", "1"));

            assertThat(id.version()).isEqualTo(8);
            assertThat(id.variant()).isEqualTo(2);
        }

        @Test
        void differByKindAndByName() {
            assertThat(Set.of(Ids.derived("station", "1"), Ids.derived("driver", "1"), Ids.derived("station", "2")))
                    .hasSize(3);
        }

        @Test
        void refuseAKindThatCouldBeMistakenForANamesBeginning() {
            assertThatThrownBy(() -> Ids.derived("a:b", "c")).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> Ids.derived(":a", "c")).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Nested
    class FromHash {

        @Test
        void useTheFirstSixteenBytes() {
            byte[] hash = new byte[32];
            for (int i = 0; i < hash.length; i++) {
                hash[i] = (byte) i;
            }
            assertThat(Ids.fromHash(hash)).isEqualTo("00010203-0405-8607-8809-0a0b0c0d0e0f");
        }

        @Test
        void leaveTheHashAsItWas() {
            byte[] hash = new byte[16];
            Ids.fromHash(hash);

            assertThat(hash).containsOnly(0);
        }

        @Test
        void refuseAHashThatIsTooShort() {
            assertThatThrownBy(() -> Ids.fromHash(new byte[15])).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
