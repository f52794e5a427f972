package io.jiayou.http;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import io.jiayou.http.bounds.Bound;
import io.jiayou.http.bounds.Bounds;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/**
 * Bounds what the log grows by, whoever writes to it and whatever clients send: so many stack traces of one class of exception a
 * minute, further ones are a line; so many lines of one logger, further ones are counted. For many threads.
 */
final class LogBudget extends TurboFilter implements AutoCloseable {

    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private static final int NAMES = 1_000;
    private static final int LONGEST = 300;

    private final long traces;
    private final long lines;
    private final LongSupplier nanos;
    private final Map<String, Long> tracesOf = new HashMap<>();
    private final Map<String, Long> linesOf = new HashMap<>();
    private long since;

    LogBudget(Bounds bounds, LongSupplier nanos) {
        this.traces = bounds.get(Bound.STACK_TRACES);
        this.lines = bounds.get(Bound.LOG_LINES);
        this.nanos = nanos;
        this.since = nanos.getAsLong();
    }

    /** Makes it hold for the whole process, until it's closed. */
    void install() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            // an application that was started later in the same process has the last word
            context.getTurboFilterList().removeIf(LogBudget.class::isInstance);
            setContext(context);
            start();
            context.addTurboFilter(this);
        }
    }

    @Override
    public void close() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.getTurboFilterList().remove(this);
        }
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] values,
            @Nullable Throwable given) {
        if (format == null || !level.isGreaterOrEqual(logger.getEffectiveLevel())) {
            return FilterReply.NEUTRAL;
        }
        Throwable failure = given == null ? lastOf(values) : given;
        if (failure != null && !isWithin(tracesOf, nameOf(failure), traces)) {
            Object[] others = given == null && values != null ? Arrays.copyOf(values, values.length - 1) : values;
            logger.log(
                    marker,
                    Logger.class.getName(),
                    Level.toLocationAwareLoggerInteger(level),
                    inALine(format, failure),
                    others,
                    null);
            return FilterReply.DENY;
        }
        return isWithin(linesOf, logger.getName(), lines) ? FilterReply.NEUTRAL : FilterReply.DENY;
    }

    /** Counts one more under a name, and tells of the minute before once that is over. */
    private boolean isWithin(Map<String, Long> counts, String name, long most) {
        Map<String, Long> before = Map.of();
        boolean within;
        synchronized (this) {
            long now = nanos.getAsLong();
            if (now - since >= MINUTE) {
                before = Map.copyOf(linesOf);
                linesOf.clear();
                tracesOf.clear();
                since = now;
            }
            String counted = counts.size() < NAMES || counts.containsKey(name) ? name : "";
            within = counts.merge(counted, 1L, Long::sum) <= most;
        }
        before.forEach(this::tell);
        return within;
    }

    private void tell(String name, long count) {
        if (count > lines) {
            LoggerFactory.getLogger(LogBudget.class)
                    .warn("{} more lines of {} within a minute were left out", count - lines, name);
        }
    }

    private static @Nullable Throwable lastOf(Object @Nullable [] values) {
        return values != null && values.length > 0 && values[values.length - 1] instanceof Throwable failure
                ? failure
                : null;
    }

    private static String nameOf(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure.getClass().getName()
                + (cause == null ? "" : cause.getClass().getName());
    }

    /** The text may hold braces that aren't places for values. */
    private static String inALine(String format, Throwable failure) {
        String text = failure.toString().replace("{}", "{ }").replaceAll("\\R", " ");
        return format + ": " + (text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text);
    }
}
