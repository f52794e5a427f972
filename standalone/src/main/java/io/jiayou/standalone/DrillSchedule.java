package io.jiayou.standalone;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Configuration;

/**
 * Runs {@code ./jiayou drill} every day in a process of its own, at the lowest priority. It needs an identity that opens the
 * archive on this machine ({@code jiayou.archive.drill-identity}); who doesn't want one here runs drills elsewhere.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty({"jiayou.archive.targets", "jiayou.archive.drill-identity"})
class DrillSchedule implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DrillSchedule.class);
    private static final String MAIN = "io.jiayou.cli.Jiayou";

    private final Path data;
    private final Path identity;
    private final LocalTime at;
    private final ZoneId business;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("drill").factory());
    private volatile boolean running;

    DrillSchedule(
            @Value("${jiayou.data:data}") Path data,
            @Value("${jiayou.archive.drill-identity}") Path identity,
            @Value("${jiayou.archive.drill-at:04:00}") LocalTime at,
            @Value("${jiayou.business-zone:Asia/Shanghai}") ZoneId business) {
        this.data = data;
        this.identity = identity;
        this.at = at;
        this.business = business;
    }

    @Override
    public void start() {
        running = true;
        planNext();
    }

    private void planNext() {
        ZonedDateTime now = ZonedDateTime.now(business);
        ZonedDateTime today = now.with(at);
        Duration wait = Duration.between(now, today.isAfter(now) ? today : today.plusDays(1));
        timer.schedule(this::drill, wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void drill() {
        try {
            int status = process().start().waitFor();
            LOG.info("The restore drill ended with status {}", status);
        } catch (IOException e) {
            LOG.error("The restore drill couldn't be started: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        planNext();
    }

    private ProcessBuilder process() {
        return new ProcessBuilder(List.of(
                        "nice",
                        "-n",
                        "19",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MAIN,
                        "drill",
                        "--data",
                        data.toString(),
                        "--identity",
                        identity.toString()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        data.resolve("drill.log").toFile()));
    }

    @Override
    public void stop() {
        running = false;
        timer.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
