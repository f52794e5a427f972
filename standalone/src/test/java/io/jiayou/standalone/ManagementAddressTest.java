package io.jiayou.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

class ManagementAddressTest {

    @Test
    void isThatOfTheRestWhereManagementHasAPortOfItsOwn() {
        assertThat(address(
                        Map.of("server.port", "8080", "management.server.port", "9090", "server.address", "127.0.0.1")))
                .isEqualTo("127.0.0.1");
        assertThat(address(Map.of("server.port", "8080", "management.server.port", "0", "server.address", "0.0.0.0")))
                .isEqualTo("0.0.0.0");
    }

    @Test
    void isWhatSomebodySaysOtherwise() {
        assertThat(address(Map.of("management.server.port", "9090", "management.server.address", "10.0.0.2")))
                .isEqualTo("10.0.0.2");
    }

    @Test
    void isNoneWhereManagementHasNoPortOfItsOwn() {
        assertThat(address(Map.of("server.port", "8080"))).isNull();
        assertThat(address(Map.of("server.port", "8080", "management.server.port", "8080")))
                .isNull();
    }

    /** Else its own commands would wait for it in vain. */
    @Test
    void isNoneThatItsCommandsDontFind() {
        assertThatThrownBy(() -> address(Map.of("server.address", "10.0.0.1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("server.address: it listens at 127.0.0.1 or at 0.0.0.0, not at 10.0.0.1");
    }

    private static @Nullable String address(Map<String, Object> settings) {
        try (GenericApplicationContext context = new GenericApplicationContext()) {
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", settings));
            new ManagementAddress().initialize(context);
            return context.getEnvironment().getProperty("management.server.address");
        }
    }
}
