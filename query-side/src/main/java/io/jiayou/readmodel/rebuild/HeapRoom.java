package io.jiayou.readmodel.rebuild;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Comparator;
import java.util.function.Supplier;

/**
 * Whether the heap has room for more documents. An embedded read store has them all there, and one more set of them that nobody
 * needs to live on mustn't end the process.
 *
 * @param lasting how full the part is where what lives for long is
 * @param collect frees what is garbage there
 */
record HeapRoom(Supplier<MemoryUsage> lasting, Runnable collect) {

    private static final double FULL = 0.85;

    /** Of this process. */
    static HeapRoom own() {
        MemoryPoolMXBean lasting = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .max(Comparator.comparingLong(pool -> pool.getUsage().getMax()))
                .orElseThrow();
        return new HeapRoom(lasting::getUsage, System::gc);
    }

    /** @throws IllegalStateException if there is none, also without what is garbage */
    void require() {
        if (isFull()) {
            collect.run();
            if (isFull()) {
                throw new IllegalStateException("not enough memory for another copy of the documents:"
                        + " give the process more (JIAYOU_JAVA_OPTIONS=-Xmx1g), or keep them in a MongoDB");
            }
        }
    }

    private boolean isFull() {
        MemoryUsage usage = lasting.get();
        return usage.getMax() > 0 && usage.getUsed() > FULL * usage.getMax();
    }
}
