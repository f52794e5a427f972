package io.jiayou.standalone;

import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Management with a port of its own listens where the rest does. Only then may it have an address, and without one it would listen
 * everywhere.
 */
final class ManagementAddress implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String ADDRESS = "management.server.address";
    private static final String PORT = "management.server.port";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment settings = context.getEnvironment();
        String port = settings.getProperty(PORT, "").strip();
        boolean apart = !port.isEmpty() && !port.equals(settings.getProperty("server.port"));
        if (apart && !settings.containsProperty(ADDRESS)) {
            settings.getPropertySources()
                    .addFirst(new MapPropertySource(
                            "management-address",
                            Map.of(ADDRESS, settings.getProperty("server.address", "127.0.0.1"))));
        }
    }
}
