package io.jiayou.rules;

/** A value refuses what it was to be made of. Its detail is for whoever gave it, in any of the two languages. */
public final class NotAllowed extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final transient Detail detail;

    /** @param english a constant: see {@link Detail} */
    public NotAllowed(String english, Object... values) {
        this(Detail.of(english, values));
    }

    private NotAllowed(Detail detail) {
        super(detail.toString());
        this.detail = detail;
    }

    public Detail detail() {
        return detail;
    }

    /** What a value said against it; where it said nothing for people, that it has another form. */
    public static Detail why(IllegalArgumentException refusal) {
        return refusal instanceof NotAllowed told ? told.detail : Detail.of("another type or form is expected");
    }
}
