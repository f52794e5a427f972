package io.jiayou.cli;

import io.jiayou.rules.Detail;
import io.jiayou.rules.Said;

/** A command can't do what it was asked to; the message is the one line that the user reads, in the user's language. */
final class Failure extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param english a constant: see {@link Detail} */
    Failure(String english, Object... values) {
        super(Say.text(Detail.of(english, values)));
    }

    private Failure(Said line) {
        super(Say.text(line));
    }

    static Failure of(Said line) {
        return new Failure(line);
    }

    /** In the words of somebody else: a server's, a library's. */
    static Failure inWordsOf(String line) {
        return new Failure(reader -> line);
    }
}
