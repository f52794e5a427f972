package io.jiayou.identity.accounts;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets a platform thread run after others on Linux, where Java's own priorities change nothing. */
final class LowPriority {

    private static final Logger LOG = LoggerFactory.getLogger(LowPriority.class);
    /** {@code PRIO_PROCESS}: on Linux alone it means one thread, and 0 the one that calls. */
    private static final int THREAD = 0;

    private static final int CALLING = 0;
    /** A third of the time that a usual thread gets, where both want the same processor. */
    private static final int NICE = 5;

    private LowPriority() {}

    /** Does nothing where it can't be done: then the number of threads is all that bounds them. */
    static void ofThisThread() {
        if (!System.getProperty("os.name", "").startsWith("Linux")) {
            return;
        }
        try {
            Linker linker = Linker.nativeLinker();
            var setpriority = linker.downcallHandle(
                    linker.defaultLookup().findOrThrow("setpriority"),
                    FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));
            int failed = (int) setpriority.invokeExact(THREAD, CALLING, NICE);
            if (failed != 0) {
                LOG.debug("this thread's priority couldn't be lowered");
            }
        } catch (Throwable e) {
            LOG.debug("this thread's priority can't be lowered here", e);
        }
    }
}
