package io.jiayou.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was written down for starts when the system was built is of use to them: a JVM that can't use it says nothing. */
class AotCacheIT {

    @Test
    void aStartUsesIt(@TempDir Path data) throws IOException, InterruptedException {
        startsWith("-XX:AOTMode=on", data);
    }

    /** Most of the heap's beginning is for what is young: what the cache would put there has no room, and the JVM would end. */
    @Test
    void aHeapWithoutRoomForItDoesWithout(@TempDir Path data) throws IOException, InterruptedException {
        startsWith("-Xmx1g -Xmn512m", data);
    }

    private static void startsWith(String options, Path data) throws IOException, InterruptedException {
        Map<String, String> environment = Map.of("JIAYOU_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 " + options);

        Jiayou started = Jiayou.runIn(environment, "start", "--data", data.toString(), "--port", "0");

        assertThat(started.status()).as(started.output()).isZero();
        assertThat(Jiayou.run("stop", "--data", data.toString()).status()).isZero();
    }
}
