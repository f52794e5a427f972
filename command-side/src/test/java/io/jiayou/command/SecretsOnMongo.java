package io.jiayou.command;

import io.jiayou.embedded.documents.EmbeddedMongo;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** Credentials and keys of persons as a command side alone has them: in a database, which the embedded read store's server gives here. */
@TestConfiguration(proxyBeanMethods = false)
public class SecretsOnMongo {

    @Bean
    EmbeddedMongo secrets() {
        return EmbeddedMongo.start();
    }

    @Bean
    DynamicPropertyRegistrar whereSecretsAre(EmbeddedMongo secrets) {
        return registry -> registry.add("JIAYOU_IDENTITY_MONGODB_URI", () -> secrets.uri("identity"));
    }
}
