package io.jiayou.http.perimeter;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.http.addresses.AddressRange;
import io.jiayou.http.bounds.Bound;
import io.jiayou.http.bounds.Machine;
import org.junit.jupiter.api.Test;

/** What a row of a table of addresses takes of the heap, which the number of rows is computed from. */
class RowCostTest {

    private static final int ROWS = 200_000;
    private static final Machine MACHINE = new Machine(512L << 20, 2);
    private static final int TABLES = 6;

    @Test
    void isNoMoreThanTheBoundsReckonWith() throws InterruptedException {
        long reckoned = MACHINE.heap() / 32 / TABLES / Bound.ADDRESSES.usual(MACHINE);
        long before = used();
        RateLimit limit = new RateLimit("actor", 1, ROWS, () -> 0);
        for (int n = 0; n < ROWS; n++) {
            limit.count(AddressRange.address("2001:db8:%x:%x::1".formatted(n >> 16, n & 0xffff)) + "/64");
        }
        long each = (used() - before) / ROWS;

        assertThat(limit.size()).isGreaterThan(ROWS * 9 / 10);
        assertThat(each).isBetween(50L, reckoned);
    }

    private static long used() throws InterruptedException {
        for (int n = 0; n < 3; n++) {
            System.gc();
            Thread.sleep(20);
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
