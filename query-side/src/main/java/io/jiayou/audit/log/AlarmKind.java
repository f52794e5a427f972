package io.jiayou.audit.log;

import java.util.Locale;

/**
 * Every alarm that there can be. Its code is stable: alarms' journals, webhooks and mails carry it, metrics have it as a label, and
 * rules of monitoring are written from it.
 */
public enum AlarmKind {
    AUDIT_LOG(Urgency.NOW, "the audit log doesn't follow the events, or the store has fewer than the log has seen"),
    AUDIT_CHECK(Urgency.NOW, "the store can't be read again to be compared with the audit log"),
    AUDIT_DAMAGE(Urgency.NOW, "an event isn't the recorded one any more; stays until the process starts again"),
    AUDIT_WITNESS(Urgency.TODAY, "a witness doesn't cosign the newest checkpoint"),
    AUDIT_READ_MODELS(Urgency.TODAY, "what read models state about themselves can't be signed"),
    STOPPED_DOCUMENTS(Urgency.TODAY, "documents stand still before an event that they can't take"),
    CLOCKS_APART(Urgency.TODAY, "clocks of nodes, or of one and the read store, are 5 minutes or more apart"),
    CLOCKS_EVENTS(Urgency.TODAY, "events are recorded by a clock that is 5 minutes or more away from this node's"),
    ARCHIVE(Urgency.NOW, "events wait too long for the archive, or the archive isn't what was written", " "),
    BACKUP(Urgency.NOW, "the last full backup failed", " "),
    PRUNE(Urgency.TODAY, "full backups that no rule keeps couldn't be deleted", " "),
    OLD_KEYS(Urgency.TODAY, "keys of persons whose time with a full backup is over couldn't be deleted", " "),
    PRUNING_RECORDS(Urgency.TODAY, "what was pruned couldn't be recorded as events"),
    DRILL(Urgency.NOW, "the last drill didn't restore what is live"),
    PERIODIC(Urgency.TODAY, "a periodic task of this node fails or is silent", "-"),
    PERIODIC_ELSEWHERE(Urgency.TODAY, "a periodic task of another node fails or is silent"),
    SECURITY_REFUSALS(Urgency.TODAY, "100 refusals within 5 minutes"),
    SECURITY_SIGNATURES(Urgency.TODAY, "20 tokens that couldn't be believed within 5 minutes"),
    SECURITY_TWO_PLACES(Urgency.TODAY, "one of the staff logged in from two networks within 5 minutes"),
    SECURITY_SECOND_FACTOR(
            Urgency.TODAY, "one of the staff put another second factor in the place of the one that there was"),
    SECURITY_TOKEN_REUSED(Urgency.TODAY, "a refresh token came a second time"),
    SECURITY_CANCELLATIONS(Urgency.TODAY, "10 orders cancelled by one actor within 5 minutes"),
    SECURITY_MOVED_TEXT(
            Urgency.NOW,
            "a sealed personal text was changed, or stands where it wasn't sealed for: somebody writes past the folds."
                    + " Stays until the process starts again"),
    SECURITY_CODES_USED_UP(
            Urgency.NOW,
            "as many codes were sent to phones within an hour as are paid for: drivers can't log in by phone"),
    SECURITY_EXPORTS(
            Urgency.TODAY, "5 exports (`/api/audit/export`, `/api/audit/report…`) by one actor within an hour");

    /** Whether somebody is woken. */
    public enum Urgency {
        NOW,
        TODAY
    }

    private final Urgency urgency;
    private final String meaning;
    private final String separator;

    /** There is one of it. */
    AlarmKind(Urgency urgency, String meaning) {
        this(urgency, meaning, "");
    }

    /** @param separator between the code and what it is about: there is one for each target, or for each task */
    AlarmKind(Urgency urgency, String meaning, String separator) {
        this.urgency = urgency;
        this.meaning = meaning;
        this.separator = separator;
    }

    /** {@code audit-damage}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Urgency urgency() {
        return urgency;
    }

    /** For documents: the reason, without a full stop. */
    public String meaning() {
        return meaning;
    }

    /** What stands between its code and what it is about; empty if there is only one of it. */
    public String separator() {
        return separator;
    }

    /**
     * The alarm about one of several.
     *
     * @throws IllegalStateException if there is only one of its kind
     */
    public AlarmName of(String subject) {
        if (separator.isEmpty()) {
            throw new IllegalStateException(code() + " is one alarm");
        }
        return new AlarmName(this, code() + separator + subject);
    }

    /**
     * The alarm whose kind has no other.
     *
     * @throws IllegalStateException if it is about one of several
     */
    public AlarmName alone() {
        if (!separator.isEmpty()) {
            throw new IllegalStateException(code() + " is about something");
        }
        return new AlarmName(this, code());
    }
}
