package io.jiayou.query;

import io.jiayou.privacy.PersonalData;
import io.jiayou.serialization.EventSerializer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** One serializer for whatever Axon writes or reads: JSON under stored names. */
@Configuration(proxyBeanMethods = false)
class SerializerConfiguration {

    @Bean
    @Primary
    @ConditionalOnMissingBean
    EventSerializer serializer(PersonalData data) {
        return data.isSealing() ? EventSerializer.ofSealedEvents() : new EventSerializer();
    }
}
