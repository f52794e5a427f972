package io.jiayou.rules;

/**
 * A command was refused by a rule. Nothing was written.
 *
 * <p>Neither the message, which is the detail in English, nor the detail names personal data.
 */
public class RuleViolation extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Rule rule;
    private final transient Detail detail;

    public RuleViolation(Rule rule, Detail detail) {
        super(detail.toString(), null, false, false);
        this.rule = rule;
        this.detail = detail;
    }

    public final Rule rule() {
        return rule;
    }

    /** Which fact stood against the command. */
    public final Detail detail() {
        return detail;
    }
}
