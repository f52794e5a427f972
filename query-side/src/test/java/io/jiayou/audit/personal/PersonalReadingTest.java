package io.jiayou.audit.personal;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.audit.log.Alarms;
import io.jiayou.driver.events.DriverRegistered;
import io.jiayou.privacy.KeyStore;
import io.jiayou.privacy.KeysInMemory;
import io.jiayou.privacy.MasterKeys;
import io.jiayou.privacy.PersonalData;
import io.jiayou.privacy.PersonalReads;
import io.jiayou.privacy.PrivacyConfiguration;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** How often somebody is written down who reads. */
class PersonalReadingTest {

    private static final Instant AT = Instant.parse("2026-03-01T08:30:00Z");
    private static final DriverRegistered WANG =
            new DriverRegistered("d1", "王小明", "+8613800138000", "openid-1", null, AT);
    private static final DriverRegistered LI = new DriverRegistered("d2", "李丽", "+8613800138001", null, null, AT);

    private final AnnotationConfigApplicationContext context = privacy();
    private final PersonalData data = context.getBean(PersonalData.class);
    private final PersonalReads reads = context.getBean(PersonalReads.class);
    private final PersonalReading reading = new PersonalReading(
            data,
            context.getBeanProvider(PersonalReads.class),
            new MisplacedTexts(new SimpleMeterRegistry(), context.getBeanProvider(Alarms.class)));

    /** With keys in memory, as Spring puts it together. */
    private static AnnotationConfigApplicationContext privacy() {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.getBeanFactory().setConversionService(new ApplicationConversionService());
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("settings", Map.of("jiayou.master-key", MasterKeys.random())));
        context.registerBean(KeyStore.class, KeysInMemory::new);
        context.register(PrivacyConfiguration.class);
        context.refresh();
        return context;
    }

    @AfterEach
    void close() {
        RequestContextHolder.resetRequestAttributes();
        context.close();
    }

    private void answer(DriverRegistered... events) {
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));
        for (DriverRegistered event : events) {
            assertThat(reading.open(data.sealed(event))).isEqualTo(event);
        }
    }

    private long read(String person) {
        return reads.of(person).stream().mapToLong(PersonalReads.Read::count).sum();
    }

    @Test
    void countsAnAnswerOnceForEachPersonInIt() {
        answer(WANG, LI, WANG);

        assertThat(read("d1")).isEqualTo(1);
        assertThat(read("d2")).isEqualTo(1);

        answer(WANG);

        assertThat(read("d1")).isEqualTo(2);
        assertThat(read("d2")).isEqualTo(1);
        assertThat(reads.of("d1")).singleElement().satisfies(read -> assertThat(read.actor())
                .isEqualTo("anonymous"));
    }

    @Test
    void countsNothingOfWhatIsInTheOpenAnyway() {
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));

        assertThat(reading.open(WANG)).isEqualTo(WANG);

        assertThat(read("d1")).isZero();
    }
}
