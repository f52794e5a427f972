package io.jiayou.trials.stores;

import io.jiayou.command.Commands;
import io.jiayou.periodic.PeriodicConfiguration;
import io.jiayou.privacy.MasterKeys;
import io.jiayou.privacy.PersonKeys;
import io.jiayou.privacy.PersonalData;
import io.jiayou.standalone.EmbeddedKeys;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.axonframework.springboot.autoconfig.AxonAutoConfiguration;
import org.axonframework.springboot.autoconfig.AxonTracingAutoConfiguration;
import org.axonframework.springboot.autoconfig.EventProcessingAutoConfiguration;
import org.axonframework.springboot.autoconfig.InfraConfiguration;
import org.axonframework.springboot.autoconfig.NoOpTransactionAutoConfiguration;
import org.axonframework.springboot.autoconfig.ObjectMapperAutoConfiguration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.core.type.filter.TypeFilter;

/** The command side's own components and configuration, without the query side that shares its packages' names. */
@Configuration(proxyBeanMethods = false)
@ComponentScan(
        basePackages = {
            "io.jiayou.command",
            "io.jiayou.driver",
            "io.jiayou.station",
            "io.jiayou.order",
            "io.jiayou.feedback"
        },
        excludeFilters =
                @ComponentScan.Filter(type = FilterType.CUSTOM, classes = CommandSideAlone.OfOtherModules.class))
@ImportAutoConfiguration({
    AxonAutoConfiguration.class,
    AxonTracingAutoConfiguration.class,
    EventProcessingAutoConfiguration.class,
    InfraConfiguration.class,
    JacksonAutoConfiguration.class,
    NoOpTransactionAutoConfiguration.class,
    ObjectMapperAutoConfiguration.class
})
@Import(PeriodicConfiguration.class)
class CommandSideAlone {

    @Bean
    MeterRegistry meters() {
        return new SimpleMeterRegistry();
    }

    /** As in production: what is personal is sealed, under keys in a directory of their own. */
    @Bean
    EmbeddedKeys keyStore(@Value("${trials.keys}") Path directory) throws IOException {
        return EmbeddedKeys.open(Files.createTempDirectory(directory, "keys-"));
    }

    @Bean
    PersonalData personalData(EmbeddedKeys store) {
        return PersonalData.under(new PersonKeys(store, MasterKeys.of(MasterKeys.random()), Duration.ofSeconds(10)));
    }

    /** Classes outside the command side's jar (or directory), and those that would scan for more of them. */
    static final class OfOtherModules implements TypeFilter {

        private static final String COMMAND_SIDE = Commands.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString();

        @Override
        public boolean match(MetadataReader candidate, MetadataReaderFactory readers) throws IOException {
            return candidate.getAnnotationMetadata().hasAnnotation(ComponentScan.class.getName())
                    || !candidate.getResource().getURL().toString().contains(COMMAND_SIDE);
        }
    }
}
