package io.jiayou.readmodel.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.MemoryUsage;
import org.junit.jupiter.api.Test;

class HeapRoomTest {

    private static final long MOST = 100;

    private long used;
    private long garbage;
    private int collections;

    private final HeapRoom room = new HeapRoom(() -> new MemoryUsage(0, used, MOST, MOST), () -> {
        used -= garbage;
        collections++;
    });

    @Test
    void isThereUpToALimit() {
        used = 85;

        assertThatCode(room::require).doesNotThrowAnyException();
        assertThat(collections).isZero();
    }

    @Test
    void isMadeWhereThereIsGarbage() {
        used = 99;
        garbage = 50;

        assertThatCode(room::require).doesNotThrowAnyException();
        assertThat(collections).isOne();
    }

    @Test
    void isMissedWhereEverythingIsInUse() {
        used = 99;
        garbage = 1;

        assertThatThrownBy(room::require).hasMessageContaining("not enough memory");
    }

    @Test
    void isFoundInThisProcess() {
        assertThat(HeapRoom.own().lasting().get().getMax()).isPositive();
    }
}
