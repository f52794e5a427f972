package io.jiayou.standalone;

import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Where a system listens is where its own commands find it. Management with a port of its own listens where the rest does. Only then may it have an address, and without one it would listen
 * everywhere.
 */
final class ManagementAddress implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String ADDRESS = "management.server.address";
    private static final String PORT = "management.server.port";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment settings = context.getEnvironment();
        expectToBeFound(settings);
        String port = settings.getProperty(PORT, "").strip();
        boolean apart = !port.isEmpty() && !port.equals(settings.getProperty("server.port"));
        if (apart && !settings.containsProperty(ADDRESS)) {
            settings.getPropertySources()
                    .addFirst(new MapPropertySource(
                            "management-address",
                            Map.of(ADDRESS, settings.getProperty("server.address", "127.0.0.1"))));
        }
    }

    /** @throws IllegalArgumentException naming the setting */
    private static void expectToBeFound(ConfigurableEnvironment settings) {
        String address = settings.getProperty("server.address");
        if (address != null) {
            try {
                ListeningAddress.of(address);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("server.address: " + e.getMessage(), e);
            }
        }
    }
}
