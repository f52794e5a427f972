package io.jiayou.command;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.jiayou.http.ProblemException;
import io.jiayou.rules.Problem;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class StoreFailuresTest {

    private final Logger log = (Logger) LoggerFactory.getLogger(StoreFailures.class);
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

    @BeforeEach
    void listen() {
        StoreFailures.forgetTheLast();
        logged.start();
        log.addAppender(logged);
    }

    @AfterEach
    void listenNoMore() {
        log.detachAppender(logged);
    }

    @Test
    void aStoreThatFailsForAWhileFillsNoLog() {
        for (int command = 0; command < 100; command++) {
            RuntimeException explained = StoreFailures.explained(new EventStoreException("the disk is full"));
            assertThat(explained)
                    .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.problem())
                            .isEqualTo(Problem.UNAVAILABLE));
        }

        assertThat(logged.list).hasSize(1);
    }
}
