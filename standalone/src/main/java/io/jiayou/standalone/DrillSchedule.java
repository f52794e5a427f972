package io.jiayou.standalone;

import io.jiayou.backup.DrillPlan;
import io.jiayou.periodic.Due;
import io.jiayou.periodic.Running;
import io.jiayou.periodic.Schedule;
import io.jiayou.periodic.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
class DrillSchedule implements SmartLifecycle, DrillPlan {

    private static final Logger LOG = LoggerFactory.getLogger(DrillSchedule.class);
    private static final String MAIN = "io.jiayou.cli.Jiayou";

    private final Path data;
    private final List<Path> identities;
    private final Due.At daily;
    private final Schedule schedule;
    private volatile @Nullable Running running;

    DrillSchedule(
            Schedule schedule,
            @Value("${jiayou.data:data}") Path data,
            @Value("${jiayou.archive.drill-identity}") List<Path> identities,
            @Value("${jiayou.archive.drill-at:04:00}") LocalTime at,
            @Value("${jiayou.business-zone:Asia/Shanghai}") ZoneId business) {
        this.schedule = schedule;
        this.data = data;
        this.identities = identities;
        this.daily = Due.daily(at, business);
    }

    @Override
    public void start() {
        running = schedule.begin(new Task("drill", daily, this::drill));
    }

    @Override
    public Instant next() {
        return daily.next(Instant.now());
    }

    private void drill() throws IOException, InterruptedException {
        Process drill = process().start();
        try {
            int status = drill.waitFor();
            LOG.info("The restore drill ended with status {}", status);
            if (status != 0) {
                throw new IOException("the drill ended with status " + status);
            }
        } finally {
            drill.destroy();
        }
    }

    ProcessBuilder process() {
        List<String> command = new ArrayList<>(List.of(
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
                data.toString()));
        identities.forEach(identity -> command.addAll(List.of("--identity", identity.toString())));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        data.resolve("drill.log").toFile()));
    }

    @Override
    public void stop() {
        Running ending = running;
        running = null;
        if (ending != null) {
            ending.end(Duration.ZERO);
        }
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }
}
