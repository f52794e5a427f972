package io.jiayou.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalTest {

    @ParameterizedTest
    @EnumSource
    void hasATitleInBothLanguages(Refusal refusal) {
        assertThat(refusal.title(Locale.ENGLISH)).matches("\\p{ASCII}+");
        assertThat(refusal.title(Locale.CHINA)).matches(".*\\p{IsHan}.*");
    }

    @Test
    void speaksEnglishToAllOthers() {
        assertThat(Refusal.NOT_FUEL.title(Locale.FRENCH)).isEqualTo("Not a fuel");
    }

    @Test
    void isNoFaultWhereTheLineIsOnlyOfNoInterest() {
        assertThat(Refusal.values())
                .filteredOn(it -> !it.isFault())
                .containsExactly(Refusal.NOT_A_FUEL_STATION, Refusal.NOT_FUEL, Refusal.ZERO_AMOUNT);
    }
}
