package io.jiayou.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.jiayou.http.bounds.Bound;
import io.jiayou.http.bounds.Bounds;
import io.jiayou.http.bounds.Machine;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LogBudgetTest {

    private final AtomicLong nanos = new AtomicLong();
    private final LogBudget budget = new LogBudget(
            Bounds.of(new Machine(512L << 20, 2), Map.of(Bound.STACK_TRACES, 1L, Bound.LOG_LINES, 10L)), nanos::get);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final Logger logger = context.getLogger("a logger " + System.nanoTime());
    private final Logger ours = context.getLogger(LogBudget.class);

    LogBudgetTest() {
        log.start();
        logger.setLevel(Level.INFO);
        logger.addAppender(log);
        ours.addAppender(log);
        budget.install();
    }

    @AfterEach
    void close() {
        budget.close();
        logger.detachAppender(log);
        ours.detachAppender(log);
    }

    @Test
    void showsOneStackTraceOfAClassAndALineForFurtherOnes() {
        logger.error("one", new IllegalStateException("first"));
        logger.error("two {}", 2, new IllegalStateException("second {}\nand more"));
        logger.error("three", new IllegalArgumentException("another class"));

        assertThat(log.list).extracting(it -> it.getThrowableProxy() != null).containsExactly(true, false, true);
        assertThat(log.list.get(1).getFormattedMessage())
                .isEqualTo("two 2: java.lang.IllegalStateException: second { } and more");
    }

    @Test
    void showsAStackTraceAgainAMinuteLater() {
        logger.error("one", new IllegalStateException("first"));
        nanos.addAndGet(Duration.ofMinutes(1).toNanos());
        logger.error("two", new IllegalStateException("second"));

        assertThat(log.list).allMatch(it -> it.getThrowableProxy() != null);
    }

    @Test
    void leavesOutWhatIsTooMuchAndTellsHowMuchThatWas() {
        for (int n = 0; n < 1_000; n++) {
            logger.warn("line {}", n);
        }
        assertThat(log.list).hasSize(10);

        nanos.addAndGet(Duration.ofMinutes(1).toNanos());
        logger.warn("later");
        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .contains("990 more lines of " + logger.getName() + " within a minute were left out", "later");
    }

    @Test
    void countsNothingThatIsNotWritten() {
        for (int n = 0; n < 1_000; n++) {
            logger.debug("line {}", n);
        }
        logger.warn("a line");

        assertThat(log.list).hasSize(1);
    }
}
