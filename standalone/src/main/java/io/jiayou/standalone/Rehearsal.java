package io.jiayou.standalone;

import io.jiayou.readmodel.Catalogue;
import io.jiayou.readmodel.ReadModel;
import io.jiayou.readmodel.history.History;
import io.jiayou.readmodel.projection.Positions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.util.FileSystemUtils;

/**
 * Starts the whole system, waits until it answers, and ends it. The build runs it once, so that the JVM writes down which
 * classes a start takes, loaded and linked: {@link io.jiayou.cli.AotCache} says who reads that. What the environment of a
 * build sets for other systems isn't read, so it touches nobody's stores.
 */
public final class Rehearsal {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private Rehearsal() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("jiayou");
        boolean served = false;
        try (ConfigurableApplicationContext system = Standalone.application()
                .environment(withoutSettings())
                .run("--server.port=0", "--jiayou.data=" + data)) {
            served = isFilled(system) && answers(system);
        } finally {
            FileSystemUtils.deleteRecursively(data);
        }
        System.exit(served ? 0 : 1);
    }

    static ConfigurableEnvironment withoutSettings() {
        return new StandardEnvironment() {
            @Override
            protected void customizePropertySources(MutablePropertySources sources) {
                sources.addLast(new MapPropertySource(SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME, getSystemProperties()));
            }
        };
    }

    private static boolean isFilled(ConfigurableApplicationContext system) throws InterruptedException {
        Positions positions = system.getBean(Positions.class);
        long head = system.getBean(History.class).head();
        for (ReadModel<?> model : system.getBean(Catalogue.class).all()) {
            if (!positions.await(model, head, PATIENCE)) {
                return false;
            }
        }
        return true;
    }

    private static boolean answers(ConfigurableApplicationContext system) throws IOException, InterruptedException {
        String port = system.getEnvironment().getRequiredProperty("local.server.port");
        URI stations = URI.create("http://127.0.0.1:" + port + "/api/stations?near=31.23,121.47");
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(stations).build(), HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        }
    }
}
