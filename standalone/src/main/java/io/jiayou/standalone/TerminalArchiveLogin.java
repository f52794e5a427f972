package io.jiayou.standalone;

import io.jiayou.access.Role;
import io.jiayou.backup.ArchiveLogin;
import io.jiayou.identity.terminallogin.TerminalAssertion;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** In one process the archive logs in as the commands at the terminal do, by the key in the data directory. */
@Configuration(proxyBeanMethods = false)
class TerminalArchiveLogin {

    @Bean
    ArchiveLogin archiveLogin(@Value("${jiayou.identity.terminal-key}") String key, Clock clock) {
        byte[] bytes = Base64.getDecoder().decode(key);
        return () -> new ArchiveLogin.Proof(
                "/api/sessions/terminal",
                Map.of("assertion", TerminalAssertion.signed(bytes, Role.MACHINE.code(), null, null, clock.instant())));
    }
}
