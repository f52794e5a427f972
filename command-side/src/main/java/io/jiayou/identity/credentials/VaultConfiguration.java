package io.jiayou.identity.credentials;

import io.jiayou.http.access.Access;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Which store keeps credentials: the one that the application brings, or the MongoDB that it names. */
@Configuration(proxyBeanMethods = false)
class VaultConfiguration {

    /** @throws IllegalStateException if logging in is required and nothing could keep who may */
    @Bean
    Vault vault(
            ObjectProvider<Credentials> brought,
            @Value("${JIAYOU_IDENTITY_MONGODB_URI:}") String uri,
            Environment environment) {
        Vault vault = new Vault(
                brought.getIfAvailable(() -> uri.isBlank() ? new NoCredentials() : new MongoCredentials(uri)));
        if (!vault.isOpen() && Access.of(environment) == Access.REQUIRED) {
            throw new IllegalStateException("jiayou.access is required, but nothing keeps accounts: set"
                    + " JIAYOU_IDENTITY_MONGODB_URI to a database of its own");
        }
        return vault;
    }
}
