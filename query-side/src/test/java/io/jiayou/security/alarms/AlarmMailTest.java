package io.jiayou.security.alarms;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiayou.audit.log.AlarmJournal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class AlarmMailTest {

    @Test
    @Timeout(30)
    void aServerThatSaysNothingIsGivenUp() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            JavaMailSenderImpl server = new JavaMailSenderImpl();
            server.setHost("127.0.0.1");
            server.setPort(silent.getLocalPort());
            SecurityAlarmsConfiguration.limit(server.getJavaMailProperties());
            AlarmMail mail = new AlarmMail(server, "jiayou@example.org", "operations@example.org");

            assertThatThrownBy(() -> mail.send(new AlarmJournal.Entry(Instant.EPOCH, true, "disk-full", "none left")))
                    .isInstanceOf(MailSendException.class);
        }
    }
}
