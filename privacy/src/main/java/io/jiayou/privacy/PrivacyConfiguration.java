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

    private static final String OFF = "off";
    private static final Logger LOG = LoggerFactory.getLogger(PrivacyConfiguration.class);

    /**
     * What is stored in the open stays so for ever, and no erasure reaches it: nobody comes to that by leaving something out.
     *
     * @param sealing {@code required}, or {@code off} for whoever means it
     * @throws IllegalStateException if sealing is required and there are no keys
     */
    @Bean
    PersonalData personalData(
            ObjectProvider<PersonKeys> keys, @Value("${jiayou.privacy.sealing:required}") String sealing) {
        PersonKeys found = keys.getIfAvailable();
        if (found != null) {
            return PersonalData.under(found);
        }
        if (!sealing.equals(OFF)) {
            throw new IllegalStateException(
                    "personal data would be stored in the open: set JIAYOU_MASTER_KEY (32 random"
                            + " bytes in Base64, made once and kept) and JIAYOU_IDENTITY_MONGODB_URI (where the keys of persons"
                            + " are), or JIAYOU_PRIVACY_SEALING=off where that is meant");
        }
        LOG.warn("Personal data isn't sealed here, and what is sealed elsewhere can't be read");
        return PersonalData.inTheOpen();
    }

    /** None where there are no keys. Beside the embedded keys; in MongoDB apart, since query nodes only read those. */
    @Bean
    @Nullable
    PersonalReads personalReads(
            ObjectProvider<PersonKeys> keys, Schedule schedule, @Value("${JIAYOU_IDENTITY_MONGODB_URI:}") String uri) {
        PersonKeys found = keys.getIfAvailable();
        if (found == null) {
            return null;
        }
        SecretRecords records = found.store() instanceof MongoKeyStore ? new MongoReadRecords(uri) : found.store();
        return new PersonalReads(records, Clock.systemUTC(), schedule);
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
