package io.jiayou.query;

import io.jiayou.mongo.WatchedMongo;
import io.jiayou.outside.Dependency;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The read store as something that may be away; one in the same process never is. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "jiayou.mongodb", havingValue = "true", matchIfMissing = true)
class ReadStoreConfiguration {

    @Bean
    WatchedMongo watchedReadStore(MongoConnectionDetails connection) {
        return new WatchedMongo("read-store", connection.getConnectionString(), Clock.systemUTC());
    }

    @Bean
    Dependency readStoreDependency(WatchedMongo watched) {
        return watched.dependency();
    }

    @Bean
    MongoClientSettingsBuilderCustomizer watchReadStore(WatchedMongo watched) {
        return watched::watch;
    }
}
