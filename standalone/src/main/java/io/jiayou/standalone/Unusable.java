package io.jiayou.standalone;

import io.jiayou.rules.Detail;
import java.io.IOException;

/** A directory can't be used as it was asked for. */
public final class Unusable extends IOException {

    private static final long serialVersionUID = 1;

    private final transient Detail detail;

    /** @param english a constant: see {@link Detail} */
    Unusable(String english, Object... values) {
        this(Detail.of(english, values));
    }

    private Unusable(Detail detail) {
        super(detail.toString());
        this.detail = detail;
    }

    public Detail detail() {
        return detail;
    }
}
