package io.jiayou.backup;

import io.jiayou.archive.backup.KeepRules;
import io.jiayou.archive.write.Progress;
import io.jiayou.audit.EventRecords;
import io.jiayou.audit.log.Alarms;
import io.jiayou.audit.log.AuditLog;
import io.jiayou.commandcalls.CommandCalls;
import io.jiayou.commandcalls.CommandLogin;
import io.jiayou.periodic.EvenDays;
import io.jiayou.periodic.Memory;
import io.jiayou.periodic.Schedule;
import io.jiayou.privacy.PersonKeys;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The node that keeps the audit log archives the events, if it's told where to ({@code jiayou.archive.targets}). */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty({"jiayou.audit.directory", "jiayou.archive.targets"})
@EnableConfigurationProperties(BackupSettings.class)
class BackupConfiguration {

    private static final Clock CLOCK = Clock.systemUTC();

    @Bean
    Archives archives(
            BackupSettings settings,
            @Value("${jiayou.audit.directory}") Path audit,
            EventRecords events,
            AuditLog log) {
        return Archives.open(settings, directory(settings, audit), events, log, CLOCK);
    }

    @Bean
    DrillReports drillReports(BackupSettings settings, @Value("${jiayou.audit.directory}") Path audit) {
        return DrillReports.in(directory(settings, audit));
    }

    private static Path directory(BackupSettings settings, Path audit) {
        return Objects.requireNonNullElse(settings.directory(), audit.resolve("archive"));
    }

    @Bean
    Attachments personKeysAttachment(ObjectProvider<PersonKeys> keys, BackupSettings settings) {
        return () -> keys.stream()
                .map(it -> PersonKeysAttachment.of(it, CLOCK.instant().plus(settings.keepKeys())))
                .toList();
    }

    @Bean
    BackupKeeper backupKeeper(
            Archives archives,
            List<Attachments> attachments,
            Retention retention,
            ObjectProvider<PersonKeys> keys,
            DrillReports drills,
            Alarms auditAlarms,
            BackupSettings settings,
            Schedule schedule,
            @Value("${jiayou.business-zone:Asia/Shanghai}") ZoneId business) {
        return new BackupKeeper(
                archives,
                attachments,
                retention,
                () -> keys.stream()
                        .flatMap(it -> PersonKeysAttachment.erasures(it).stream())
                        .toList(),
                drills,
                auditAlarms,
                settings,
                business,
                schedule,
                CLOCK);
    }

    @Bean
    LastSegments lastSegments(Archives archives, AuditLog log) {
        return new LastSegments(archives, log);
    }

    @Bean
    Retention archiveRetention(
            Archives archives,
            AuditLog log,
            Alarms auditAlarms,
            BackupSettings settings,
            Memory memory,
            @Value("${jiayou.business-zone:Asia/Shanghai}") ZoneId business) {
        KeepRules rules = KeepRules.parse(settings.keep(), business);
        EvenDays days = new EvenDays("old-keys-days", memory, CLOCK);
        return new Retention(archives, log, auditAlarms, settings.prune(), rules, days, CLOCK);
    }

    @Bean
    PruningRecords pruningRecords(
            Archives archives,
            Alarms auditAlarms,
            BackupSettings settings,
            ObjectProvider<CommandLogin> inOneProcess,
            Schedule schedule,
            @Value("${jiayou.audit.directory}") Path audit) {
        CommandLogin login = inOneProcess.getIfAvailable();
        CommandCalls commands = new CommandCalls(
                settings.commands(), login == null ? CommandLogin.byKey(settings.commandsKey()) : login, "archive");
        return new PruningRecords(archives, directory(settings, audit), commands, auditAlarms, schedule);
    }

    @Bean
    MeterBinder backupMetrics(Archives archives) {
        return registry -> archives.archivers().forEach(archiver -> {
            String target = archiver.progress().target();
            Gauge.builder("jiayou.archive.behind", archiver, it -> it.progress().behind())
                    .description("Signed events that aren't archived yet")
                    .tag("target", target)
                    .register(registry);
            Gauge.builder("jiayou.archive.full.timestamp", archiver, it -> lastFull(it.progress()))
                    .description("When the last full backup was taken, since 1970; 0 before the first")
                    .baseUnit("seconds")
                    .tag("target", target)
                    .register(registry);
        });
    }

    private static long lastFull(Progress progress) {
        Instant last = progress.lastSet();
        return last == null ? 0 : last.getEpochSecond();
    }
}
