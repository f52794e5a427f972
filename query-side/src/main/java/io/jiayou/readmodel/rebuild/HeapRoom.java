package io.jiayou.readmodel.rebuild;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Comparator;

/**
 * Whether the heap has room for more documents. An embedded read store has them all there, and one more set of them that nobody
 * needs to live on mustn't end the process.
 */
final class HeapRoom {

    private static final double FULL = 0.85;

    /** Where what lives for long is. */
    private static final MemoryPoolMXBean LASTING = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .max(Comparator.comparingLong(pool -> pool.getUsage().getMax()))
            .orElseThrow();

    private HeapRoom() {}

    /** @throws IllegalStateException if there is none, also without what is garbage */
    static void require() {
        if (isFull(LASTING.getUsage())) {
            System.gc();
            if (isFull(LASTING.getUsage())) {
                throw new IllegalStateException(
                        "not enough memory for another copy of the documents: keep them in a MongoDB");
            }
        }
    }

    private static boolean isFull(MemoryUsage usage) {
        return usage.getMax() > 0 && usage.getUsed() > FULL * usage.getMax();
    }
}
