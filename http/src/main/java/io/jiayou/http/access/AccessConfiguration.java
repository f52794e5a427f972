package io.jiayou.http.access;

import io.jiayou.access.AccessTable;
import io.jiayou.access.Owners;
import io.jiayou.http.ProblemWriter;
import jakarta.servlet.DispatcherType;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one place where requests are let in or not, the same for both sides. The command side brings the keys that it
 * signs with; a query side alone reads them from {@code jiayou.identity.jwks-uri}.
 */
@Configuration(proxyBeanMethods = false)
@Import(KeysEndpoint.class)
public class AccessConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(AccessConfiguration.class);

    /** After the interceptor that waits for a version, which has no order of its own. */
    private static final int LATE = 100;

    @Bean
    EndpointRights endpointRights() {
        return new EndpointRights(AccessTable.shipped());
    }

    @Bean
    KnownMethods knownMethods(EndpointRights endpoints, JsonMapper json, LocaleResolver readers) {
        return new KnownMethods(endpoints, new ProblemWriter(json, readers));
    }

    /** What a path has no endpoint for is told in one form, also where HTTP has no such method. */
    @Bean
    HttpFirewall anyMethod() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setUnsafeAllowAnyHttpMethod(true);
        return firewall;
    }

    @Bean
    TokenKeys tokenKeys(ObjectProvider<PublishedKeys> own, @Value("${jiayou.identity.jwks-uri:}") String elsewhere) {
        return new TokenKeys(
                own.getIfAvailable(() -> elsewhere.isBlank() ? RemoteKeys.none() : RemoteKeys.at(elsewhere)));
    }

    @Bean
    JwtDecoder accessTokens(TokenKeys keys, @Value("${jiayou.identity.issuer:urn:jiayou}") String issuer) {
        return AccessTokens.decoder(keys.keys(), issuer);
    }

    @Bean
    EndedSessions endedSessions() {
        return new EndedSessions(InstantSource.system(), System::nanoTime);
    }

    /** Observing each of its filters costs a tenth of a request; the HTTP metrics have what was refused. */
    @Bean
    SecurityObservationSettings nothingObserved() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    SecurityFilterChain guard(
            HttpSecurity http,
            JwtDecoder tokens,
            EndedSessions ended,
            EndpointRights endpoints,
            JsonMapper json,
            LocaleResolver readers,
            Environment environment) {
        AccessProblems problems = new AccessProblems(new ProblemWriter(json, readers), endpoints);
        Access access = Access.of(environment);
        if (access == Access.OPEN) {
            LOG.warn("jiayou.access is open: who has no token may do everything but administer accounts");
        }
        RememberedTokens remembered = new RememberedTokens(tokens, ended, InstantSource.system());
        RoleCheck roles = new RoleCheck(endpoints, access);
        return http
                // tokens come in a header that no foreign page can set: there is nothing to forge
                .csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(it -> it.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                        .permitAll()
                        .anyRequest()
                        .access(roles))
                .oauth2ResourceServer(it -> it.bearerTokenResolver(new TokensThatMatter(endpoints, remembered))
                        .authenticationManagerResolver(request -> remembered)
                        .authenticationEntryPoint(problems)
                        .accessDeniedHandler(problems))
                .exceptionHandling(it -> it.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .build();
    }

    @Bean
    WebMvcConfigurer ownersOfThings(EndpointRights endpoints, ObjectProvider<Owners> owners) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                Owners known = (kind, id) -> owners.getObject().of(kind, id);
                registry.addInterceptor(new OwnerCheck(endpoints, known)).order(LATE);
            }
        };
    }
}
