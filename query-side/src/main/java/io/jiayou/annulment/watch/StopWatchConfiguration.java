package io.jiayou.annulment.watch;

import io.jiayou.commandcalls.CommandCalls;
import io.jiayou.commandcalls.CommandLogin;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where a node says which events it couldn't take: {@code jiayou.read-models.commands}, by {@code .commands-key}. */
@Configuration(proxyBeanMethods = false)
class StopWatchConfiguration {

    @Bean
    StopReports stopReports(
            @Value("${jiayou.read-models.commands:#{null}}") @Nullable URI commands,
            @Value("${jiayou.read-models.commands-key:#{null}}") @Nullable String key,
            ObjectProvider<CommandLogin> inOneProcess) {
        CommandLogin login = inOneProcess.getIfAvailable();
        return new StopReports(
                new CommandCalls(commands, login == null ? CommandLogin.byKey(key) : login, "read-models"));
    }
}
