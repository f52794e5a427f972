package io.jiayou.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.ZoneId;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.mock.env.MockEnvironment;

class SettingNotUnderstoodTest {

    static final class Inner {
        Inner(@Value("${jiayou.business-zone:Asia/Shanghai}") ZoneId zone) {
            assertThat(zone).isNotNull();
        }
    }

    static final class Outer {
        Outer(Inner inner) {
            assertThat(inner).isNotNull();
        }
    }

    @Test
    void isNamedWithItsValue() {
        FailureAnalysis said = Objects.requireNonNull(new SettingNotUnderstood().analyze(failure()));

        assertThat(said.getDescription())
                .isEqualTo("jiayou.business-zone can't be Europe/Nowhere: Unknown time-zone ID: Europe/Nowhere"
                        + "; where it isn't set it is Asia/Shanghai");
    }

    @Test
    void isAskedAtAFailedStart() {
        assertThat(SpringFactoriesLoader.forDefaultResourceLocation()
                        .load(FailureAnalyzer.class, (type, name, othersNeedABeanFactory) -> {}))
                .anyMatch(SettingNotUnderstood.class::isInstance);
    }

    private static Throwable failure() {
        return catchThrowable(() -> {
            try (var context = new AnnotationConfigApplicationContext()) {
                context.setEnvironment(new MockEnvironment().withProperty("jiayou.business-zone", "Europe/Nowhere"));
                context.register(Outer.class, Inner.class);
                context.refresh();
            }
        });
    }
}
