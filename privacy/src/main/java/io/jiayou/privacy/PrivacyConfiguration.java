package io.jiayou.privacy;

import io.jiayou.periodic.PeriodicConfiguration;
import io.jiayou.periodic.Schedule;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Which keys there are: in the store that the application brings, or in the MongoDB that it names, wrapped by
 * {@code JIAYOU_MASTER_KEY}.
 */
@Configuration(proxyBeanMethods = false)
@Import(PeriodicConfiguration.class)
public class PrivacyConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(PrivacyConfiguration.class);

    /** @throws IllegalArgumentException for keys without a master key */
    @Bean
    PersonalData personalData(ObjectProvider<PersonKeys> keys) {
        PersonKeys found = keys.getIfAvailable();
        if (found == null) {
            LOG.warn(
                    "Personal data isn't sealed here: JIAYOU_IDENTITY_MONGODB_URI and JIAYOU_MASTER_KEY say where keys are");
            return PersonalData.inTheOpen();
        }
        return PersonalData.under(found);
    }

    /** None where there are no keys. */
    @Bean
    @Nullable
    PersonalReads personalReads(ObjectProvider<PersonKeys> keys, Schedule schedule) {
        PersonKeys found = keys.getIfAvailable();
        return found == null ? null : new PersonalReads(found.store(), Clock.systemUTC(), schedule);
    }

    /** None where nothing says where keys are. */
    @Bean
    @Nullable
    PersonKeys personKeys(
            ObjectProvider<KeyStore> brought,
            ObjectProvider<KeyWrapping> service,
            @Value("${JIAYOU_IDENTITY_MONGODB_URI:}") String uri,
            @Value("${jiayou.master-key:}") String masterKey,
            @Value("${jiayou.privacy.keys-linger:10s}") Duration linger) {
        KeyStore store =
                brought.getIfAvailable(() -> uri.isBlank() || masterKey.isBlank() ? null : new MongoKeyStore(uri));
        return store == null
                ? null
                : new PersonKeys(store, service.getIfAvailable(() -> MasterKeys.of(masterKey)), linger);
    }
}
