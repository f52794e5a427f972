package io.jiayou.http.perimeter;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code jiayou.perimeter}. Rates are requests per minute, as many as that at once; 0 is no limit.
 *
 * @param requestsPerAddress of an IPv4 address or an IPv6 network of 64 bits; many phones share one address
 * @param requestsPerActor of a person, over all their sessions
 * @param requestsPerMachine of a program's key
 * @param loginsPerAddress attempts to log in, refreshing aside
 * @param unlimited ranges of addresses that no rate holds for
 * @param trustedProxies ranges of addresses whose {@code X-Forwarded-} headers are believed
 * @param remembered how many addresses and actors are counted at a time; beyond that the longest unseen are forgotten
 * @param lookEvery how often a node looks for changes of the list of addresses
 */
@ConfigurationProperties("jiayou.perimeter")
public record PerimeterSettings(
        @DefaultValue("3000") long requestsPerAddress,
        @DefaultValue("600") long requestsPerActor,
        @DefaultValue("12000") long requestsPerMachine,
        @DefaultValue("30") long loginsPerAddress,
        @DefaultValue({"127.0.0.0/8", "::1"}) List<AddressRange> unlimited,
        @DefaultValue List<AddressRange> trustedProxies,
        @DefaultValue("50000") int remembered,
        @DefaultValue("5s") Duration lookEvery) {

    boolean isUnlimited(InetAddress address) {
        return unlimited.stream().anyMatch(it -> it.contains(address));
    }

    boolean isTrustedProxy(InetAddress address) {
        return trustedProxies.stream().anyMatch(it -> it.contains(address));
    }
}
