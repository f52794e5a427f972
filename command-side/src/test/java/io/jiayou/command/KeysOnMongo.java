package io.jiayou.command;

import io.jiayou.embedded.documents.EmbeddedMongo;
import io.jiayou.privacy.KeyStore;
import io.jiayou.privacy.MongoKeyStore;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Keys of persons as a command side alone has them: in a database, which the embedded read store's server gives here. */
@TestConfiguration(proxyBeanMethods = false)
public class KeysOnMongo {

    @Bean
    EmbeddedMongo keyServer() {
        return EmbeddedMongo.start();
    }

    @Bean
    KeyStore keyStore(EmbeddedMongo keyServer) {
        return new MongoKeyStore(keyServer.connectionString() + "/identity");
    }
}
