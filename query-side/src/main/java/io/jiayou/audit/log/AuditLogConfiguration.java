package io.jiayou.audit.log;

import io.jiayou.audit.EventRecords;
import io.jiayou.periodic.Memory;
import io.jiayou.periodic.MemoryInFiles;
import io.jiayou.periodic.Schedule;
import io.jiayou.periodic.SteadyClock;
import io.jiayou.periodic.TaskAlarms;
import io.jiayou.readmodel.documents.Generations;
import io.jiayou.readmodel.rebuild.LiveStatements;
import io.jiayou.readmodel.rebuild.Verifications;
import io.jiayou.readmodel.rebuild.Workshop;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The log is kept by the one node that has a directory for it ({@code jiayou.audit.directory}). */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("jiayou.audit.directory")
class AuditLogConfiguration {

    @Bean
    AuditLog auditLog(
            @Value("${jiayou.audit.directory}") Path directory,
            @Value("${jiayou.audit.origin:jiayou.example/audit}") String origin,
            EventRecords records) {
        return AuditLog.open(directory, origin, records);
    }

    @Bean
    AlarmJournal alarmJournal(@Value("${jiayou.audit.directory}") Path directory) {
        return AlarmJournal.in(directory);
    }

    @Bean
    Alarms auditAlarms(AlarmJournal journal) {
        return new Alarms(Clock.systemUTC(), journal);
    }

    /** What is remembered of periodic tasks; the directory is this node's own. */
    @Bean
    Memory memoryOfTasks(@Value("${jiayou.audit.directory}") Path directory) {
        return new MemoryInFiles(directory.resolve("tasks"));
    }

    @Bean
    TaskAlarms alarmsOfTasks(Alarms auditAlarms) {
        return new SilentTasks(auditAlarms);
    }

    @Bean
    StoreCheck storeCheck(AuditLog log, EventRecords records, Alarms auditAlarms) {
        return new StoreCheck(log, records, auditAlarms, Clock.systemUTC());
    }

    @Bean
    LogKeeper logKeeper(
            AuditLog log,
            StoreCheck check,
            Alarms auditAlarms,
            Generations generations,
            Schedule schedule,
            @Value("${jiayou.audit.witnesses:}") List<String> witnesses,
            @Value("${jiayou.audit.checkpoint-every:10s}") Duration interval) {
        StatementSigning signing = new StatementSigning(log, generations.statements());
        return new LogKeeper(log, Witnesses.of(witnesses), check, auditAlarms, signing, schedule, interval);
    }

    @Bean
    StatementKeeper statementKeeper(
            Workshop workshop,
            Verifications verifications,
            Schedule schedule,
            @Value("${jiayou.audit.state-every:1h}") Duration every) {
        return new StatementKeeper(new LiveStatements(workshop, verifications, every, new SteadyClock()), schedule);
    }

    @Bean
    MeterBinder auditMetrics(AuditLog log, Alarms auditAlarms) {
        return registry -> {
            Gauge.builder("jiayou.audit.size", log, it -> it.newest().size())
                    .description("Events that the newest checkpoint covers")
                    .register(registry);
            new AlarmMetrics(auditAlarms).bindTo(registry);
        };
    }
}
