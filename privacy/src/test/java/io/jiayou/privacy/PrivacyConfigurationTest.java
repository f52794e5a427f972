package io.jiayou.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.convert.support.DefaultConversionService;
import org.springframework.core.env.MapPropertySource;

/** Nothing personal is stored in the open because somebody left something out. */
class PrivacyConfigurationTest {

    private static final String KEY = MasterKeys.random();
    private static final String URI = "mongodb://127.0.0.1:9/keys?serverSelectionTimeoutMS=1";

    /** Which durations were read, as they are written. */
    private static final List<String> DURATIONS = new ArrayList<>();

    private static PersonalData started(Map<String, Object> settings) {
        DURATIONS.clear();
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            DefaultConversionService conversions = new DefaultConversionService();
            conversions.addConverter(String.class, Duration.class, text -> {
                DURATIONS.add(text);
                return Duration.parse("PT" + text);
            });
            context.getBeanFactory().setConversionService(conversions);
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("settings", settings));
            context.register(PrivacyConfiguration.class);
            context.refresh();
            return context.getBean(PersonalData.class);
        }
    }

    @Test
    void doesNotStartWithoutAMasterKeyOrWithoutAStoreOfKeys() {
        for (Map<String, Object> settings : List.of(
                Map.<String, Object>of(),
                Map.<String, Object>of("JIAYOU_IDENTITY_MONGODB_URI", URI),
                Map.<String, Object>of("JIAYOU_IDENTITY_MONGODB_URI", URI, "jiayou.master-key", " "),
                Map.<String, Object>of("jiayou.master-key", KEY),
                Map.<String, Object>of("jiayou.privacy.sealing", "false"))) {
            assertThatThrownBy(() -> started(settings))
                    .rootCause()
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("JIAYOU_MASTER_KEY")
                    .hasMessageContaining("JIAYOU_PRIVACY_SEALING=off");
        }
    }

    @Test
    void startsWithBothOrWhenToldTo() {
        assertThat(started(Map.of("JIAYOU_IDENTITY_MONGODB_URI", URI, "jiayou.master-key", KEY))
                        .isSealing())
                .isTrue();
        assertThat(started(Map.of("jiayou.privacy.sealing", "off")).isSealing()).isFalse();
    }

    @Test
    void believesAKeyForTenSecondsThatAnotherNodeMayHaveErased() {
        started(Map.of("JIAYOU_IDENTITY_MONGODB_URI", URI, "jiayou.master-key", KEY));

        assertThat(DURATIONS).containsExactly("10s");
    }

    @Test
    void refusesAMasterKeyThatIsNone() {
        assertThatThrownBy(() -> started(Map.of("JIAYOU_IDENTITY_MONGODB_URI", URI, "jiayou.master-key", "short")))
                .rootCause()
                .isInstanceOf(IllegalArgumentException.class);
    }
}
