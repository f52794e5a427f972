package io.jiayou.http.bounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.env.MockEnvironment;

class BoundsTest {

    private static final Machine USUAL = new Machine(384L << 20, 2);

    @ParameterizedTest
    @CsvSource({"256, 1", "256, 8", "320, 2", "384, 2", "512, 64", "768, 4", "1024, 2", "4096, 16", "32768, 128"})
    void leaveThreeQuartersOfAnyHeapToTheSystem(long megabytes, int cores) {
        Bounds bounds = Bounds.of(new Machine(megabytes << 20, cores), Map.of());

        assertThat(bounds.fit())
                .as("%d MB may be taken of a heap of %d MB", bounds.memory() >> 20, megabytes)
                .isTrue();
    }

    @Test
    void dontFitAsAServerHasThemByItself() {
        Map<Bound, Long> byItself = new EnumMap<>(Bound.class);
        byItself.put(Bound.CONNECTIONS, 8_192L);
        byItself.put(Bound.HEAD_SIZE, 65_536L);

        assertThat(Bounds.of(USUAL, byItself).fit()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"CONNECTIONS", "BODIES_AT_ONCE", "HASHES_AT_ONCE", "ADDRESSES", "HEAD_SIZE", "BODY_SIZE"})
    void dontFitWithoutOneThatBoundsMemory(Bound missing) {
        assertThat(Bounds.of(USUAL, Map.of(missing, missing.outOfReach())).fit())
                .isFalse();
        assertThat(Bounds.of(USUAL, Map.of(missing, Long.MAX_VALUE)).fit()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"256, 1", "384, 2", "4096, 16"})
    void letNoAddressTakeAllOfAnything(long megabytes, int cores) {
        Bounds bounds = Bounds.of(new Machine(megabytes << 20, cores), Map.of());

        assertThat(bounds.get(Bound.CONNECTIONS_PER_ADDRESS)).isBetween(16L, bounds.get(Bound.CONNECTIONS) / 10);
        assertThat(bounds.get(Bound.LOGINS_PER_ADDRESS)).isLessThan(bounds.get(Bound.REQUESTS_PER_ADDRESS));
    }

    @ParameterizedTest
    @CsvSource({"64, 8, 1", "256, 1, 1", "384, 1, 1", "384, 2, 2", "384, 16, 2", "4096, 16, 16", "32768, 4, 4"})
    void letSoManyBeComputedAsHeapAndCoresBear(long megabytes, int cores, long atOnce) {
        assertThat(Bound.COMPUTATIONS_AT_ONCE.usual(new Machine(megabytes << 20, cores)))
                .isEqualTo(atOnce);
    }

    @ParameterizedTest
    @EnumSource
    void areEachADefenceThatCanBePutOutOfReach(Bound bound) {
        assertThat(bound.outOfReach()).isNotEqualTo(bound.usual(USUAL));
        assertThat(bound.setting()).matches("jiayou(\\.[a-z-]+){2}");
        String[] setting = bound.putOutOfReach().split("=", -1);
        assertThat(Bounds.of(new MockEnvironment().withProperty(setting[0], setting[1]))
                        .get(bound))
                .isEqualTo(bound.outOfReach());
    }

    @Test
    void haveNamesAndSettingsOfTheirOwn() {
        Set<String> settings = new HashSet<>();
        for (Bound bound : Bound.values()) {
            assertThat(settings.add(bound.setting())).as(bound.setting()).isTrue();
        }
    }

    @Test
    void areSetInTheirUnits() {
        MockEnvironment settings = new MockEnvironment()
                .withProperty("jiayou.bounds.connections", "7")
                .withProperty("jiayou.bounds.head-time", "3s")
                .withProperty("jiayou.bounds.body-time", "4")
                .withProperty("jiayou.http.body-limit", "1KB");
        Bounds bounds = Bounds.of(settings);

        assertThat(bounds.get(Bound.CONNECTIONS)).isEqualTo(7);
        assertThat(bounds.time(Bound.HEAD_TIME)).isEqualTo(Duration.ofSeconds(3));
        assertThat(bounds.time(Bound.BODY_TIME)).isEqualTo(Duration.ofSeconds(4));
        assertThat(bounds.get(Bound.BODY_SIZE)).isEqualTo(1_024);
    }

    @Test
    void refuseASettingThatIsNone() {
        for (String wrong : new String[] {"many", "-1", "1.5"}) {
            MockEnvironment settings = new MockEnvironment().withProperty("jiayou.bounds.connections", wrong);
            assertThatThrownBy(() -> Bounds.of(settings))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("jiayou.bounds.connections can't be " + wrong);
        }
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void warnWhoeverSetsMoreThanFits(CapturedOutput output) {
        Bounds.of(new MockEnvironment());
        assertThat(output.getAll()).doesNotContain("more than a quarter");

        Bounds.of(new MockEnvironment().withProperty("jiayou.bounds.connections", "10000000"));

        assertThat(output).contains("more than a quarter of the heap: it can be filled from outside");
    }
}
