package io.jiayou.security.alarms;

import io.jiayou.audit.log.Alarms;
import io.jiayou.periodic.Schedule;
import io.jiayou.periodic.SteadyClock;
import io.jiayou.readmodel.history.History;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.MailSender;

/** The watch runs on the one node that keeps the alarms; channels are there if they are configured. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("jiayou.audit.directory")
class SecurityAlarmsConfiguration {

    @Bean
    SecurityWatch securityWatch(History history, Alarms auditAlarms) {
        return new SecurityWatch(history, auditAlarms, AlarmRules.all(), Clock.systemUTC(), new SteadyClock());
    }

    /** From when the process serves: what was recorded before is no news, and its times say nothing about clocks. */
    @Bean
    WatchTurns securityWatchTurns(
            SecurityWatch watch, Schedule schedule, @Value("${jiayou.alarms.look-every:2s}") Duration every) {
        return new WatchTurns(watch, schedule, every);
    }

    @Bean
    @ConditionalOnProperty("jiayou.alarms.webhook.url")
    AlarmPost alarmsByWebhook(
            Alarms auditAlarms,
            @Value("${jiayou.alarms.webhook.url}") URI address,
            @Value("${jiayou.alarms.webhook.secret}") String secret,
            @Value("${jiayou.alarms.first-pause:1s}") Duration firstPause) {
        return posted(auditAlarms, new Webhook(address, secret, Clock.systemUTC()), firstPause);
    }

    @Bean
    @ConditionalOnProperty("jiayou.alarms.mail.to")
    AlarmPost alarmsByMail(
            Alarms auditAlarms,
            MailSender sender,
            @Value("${jiayou.alarms.mail.from}") String from,
            @Value("${jiayou.alarms.mail.to}") String[] to,
            @Value("${jiayou.alarms.first-pause:1s}") Duration firstPause) {
        return posted(auditAlarms, new AlarmMail(sender, from, to), firstPause);
    }

    private static AlarmPost posted(Alarms alarms, AlarmChannel channel, Duration firstPause) {
        AlarmPost post = new AlarmPost(channel, firstPause);
        alarms.tell(post::accept);
        return post;
    }
}
