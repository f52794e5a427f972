package io.jiayou.retention;

import io.jiayou.command.Aggregates;
import io.jiayou.command.Shells;
import io.jiayou.retention.events.RetentionEvent;
import io.jiayou.rules.Rule;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the slices reach archives. */
@Configuration(proxyBeanMethods = false)
public class PrunedArchives {

    @Bean
    public static Aggregates<PrunedArchiveAggregate, PrunedArchive, RetentionEvent> archiveShells(EventStore events) {
        return new Aggregates<>(
                events,
                Shells.ofFacts(PrunedArchiveAggregate.class, PrunedArchiveAggregate::new, RetentionEvent.class),
                Rule.ARCHIVE_ID_TAKEN,
                Rule.ARCHIVE_ID_TAKEN);
    }
}
