package io.jiayou.http;

import java.io.IOException;

/** A body that can't be read to its end, because of how it's sent or because nobody sends it any more. */
final class BrokenBody extends IOException {

    private static final long serialVersionUID = 1;

    BrokenBody(IOException cause) {
        super("the body can't be read to its end", cause);
    }
}
