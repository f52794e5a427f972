package io.jiayou.standalone;

import io.jiayou.backup.Attachments;
import io.jiayou.embedded.records.SyncedRecords;
import io.jiayou.identity.credentials.Credentials;
import io.jiayou.identity.wechatlogin.WechatApp;
import io.jiayou.privacy.KeyStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What logging in needs on one machine: credentials in the data directory, and stand-ins for what is outside. */
@Configuration(proxyBeanMethods = false)
class EmbeddedCredentials {

    @Bean
    @ConditionalOnBooleanProperty("jiayou.identity.embedded")
    SyncedRecords credentialRecords(@Value("${jiayou.data:data}") Path data) {
        return new SyncedRecords(data.resolve(CredentialsAttachment.DIRECTORY));
    }

    @Bean
    @ConditionalOnBooleanProperty("jiayou.identity.embedded")
    Credentials credentials(@Qualifier("credentialRecords") SyncedRecords records) {
        return new Credentials() {
            @Override
            public Optional<String> find(String key) {
                return records.find(key);
            }

            @Override
            public boolean replace(String key, @Nullable String before, @Nullable String after) {
                return records.replace(key, before, after);
            }

            @Override
            public List<String> keys(String prefix) {
                return records.keys(prefix);
            }
        };
    }

    @Bean
    @ConditionalOnBooleanProperty("jiayou.identity.embedded")
    KeyStore keyStore(@Value("${jiayou.data:data}") Path data) {
        return EmbeddedKeys.open(data);
    }

    @Bean
    Attachments identifierCheckAttachment(@Value("${jiayou.data:data}") Path data) {
        return () -> IdentifierCheck.attachment(data);
    }

    @Bean
    @ConditionalOnBooleanProperty("jiayou.identity.embedded")
    Attachments credentialsAttachment(
            @Qualifier("credentialRecords") SyncedRecords records,
            @Value("${jiayou.archive.keep-keys:30d}") Duration keepKeys) {
        return () -> List.of(CredentialsAttachment.of(records, Instant.now().plus(keepKeys)));
    }

    /** Off as soon as the real WeChat is configured. */
    @Bean
    @ConditionalOnBooleanProperty("jiayou.wechat.stand-in")
    StandInWechat standInWechat() {
        return StandInWechat.start();
    }

    @Bean
    @ConditionalOnBooleanProperty("jiayou.wechat.stand-in")
    WechatApp standInApp(StandInWechat wechat) {
        return wechat.app();
    }
}
