package io.jiayou.order.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PresetTest {

    @Test
    void isAnAmountOrAVolume() {
        assertThat(Preset.byAmount(100)).isEqualTo(new Preset(Preset.Kind.AMOUNT, 100L, null));
        assertThat(Preset.byVolume(20_000)).isEqualTo(new Preset(Preset.Kind.VOLUME, null, 20_000L));
        assertThat(Preset.fullTank(50_000)).isEqualTo(new Preset(Preset.Kind.FULL_TANK, null, 50_000L));
    }

    @ParameterizedTest
    @CsvSource({
        "AMOUNT,,", "AMOUNT,,1", "AMOUNT,1,1", "AMOUNT,0,", "AMOUNT,-1,",
        "VOLUME,,", "VOLUME,1,", "VOLUME,1,1", "VOLUME,,0", "VOLUME,,-1",
        "FULL_TANK,,", "FULL_TANK,1,", "FULL_TANK,1,1", "FULL_TANK,,0"
    })
    void refusesBothAndNeitherAndNothing(Preset.Kind kind, @Nullable Long amount, @Nullable Long volumeMl) {
        assertThatThrownBy(() -> new Preset(kind, amount, volumeMl)).isInstanceOf(IllegalArgumentException.class);
    }
}
