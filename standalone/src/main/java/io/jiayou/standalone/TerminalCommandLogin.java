package io.jiayou.standalone;

import io.jiayou.access.Role;
import io.jiayou.commandcalls.CommandLogin;
import io.jiayou.identity.terminallogin.TerminalAssertion;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** In one process what the query side has to say to the command side logs in as the commands at the terminal do, by the key in the data directory. */
@Configuration(proxyBeanMethods = false)
class TerminalCommandLogin {

    @Bean
    CommandLogin commandLogin(@Value("${jiayou.identity.terminal-key}") String key, Clock clock) {
        byte[] bytes = Base64.getDecoder().decode(key);
        return () -> new CommandLogin.Proof(
                "/api/sessions/terminal",
                Map.of("assertion", TerminalAssertion.signed(bytes, Role.MACHINE.code(), null, null, clock.instant())));
    }
}
