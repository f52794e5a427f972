package io.jiayou.rules;

/**
 * A command was refused by a rule. Nothing was written.
 *
 * <p>The message is for developers and names no personal data; people read the rule's title in their language.
 */
public class RuleViolation extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Rule rule;

    public RuleViolation(Rule rule, String detail) {
        super(detail, null, false, false);
        this.rule = rule;
    }

    public final Rule rule() {
        return rule;
    }
}
