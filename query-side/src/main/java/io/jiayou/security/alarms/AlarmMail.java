package io.jiayou.security.alarms;

import io.jiayou.audit.log.AlarmJournal;
import org.springframework.mail.MailSender;
import org.springframework.mail.SimpleMailMessage;

/** Mails alarms, by the server that {@code spring.mail} names. */
final class AlarmMail implements AlarmChannel {

    private final MailSender sender;
    private final String from;
    private final String[] to;

    AlarmMail(MailSender sender, String from, String... to) {
        this.sender = sender;
        this.from = from;
        this.to = to.clone();
    }

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public void send(AlarmJournal.Entry alarm) {
        SimpleMailMessage mail = new SimpleMailMessage();
        mail.setFrom(from);
        mail.setTo(to);
        mail.setSubject((alarm.raised() ? "Jiayou alarm: " : "Jiayou alarm over: ") + alarm.what());
        mail.setText(alarm.what() + " at " + alarm.at() + "\n\n" + alarm.detail()
                + "\n\nWhat is wrong now: GET /api/audit/status. What happened: GET /api/security/events.\n");
        sender.send(mail);
    }
}
