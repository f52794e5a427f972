package io.jiayou.security.record;

import io.jiayou.command.Commands;
import io.jiayou.periodic.TaskAlarms;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A process that keeps the audit log has alarms of its own; any other tells of silence by events. */
@Configuration(proxyBeanMethods = false)
class SilenceConfiguration {

    @Bean
    @ConditionalOnProperty(name = "jiayou.audit.directory", havingValue = "nowhere", matchIfMissing = true)
    TaskAlarms silenceJournal(Commands commands, Clock clock) {
        return new SilenceJournal(
                event -> commands.send(event.subject(), new RecordSecurity(event.subject(), event)),
                clock,
                System::nanoTime);
    }
}
