package io.jiayou.annulment.watch;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** What a class has written to the log. */
final class Logged implements AutoCloseable {

    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final Logger logger;

    Logged(Class<?> of) {
        logger = ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(of);
        lines.start();
        logger.addAppender(lines);
    }

    List<String> lines() {
        return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    @Override
    public void close() {
        logger.detachAppender(lines);
    }
}
