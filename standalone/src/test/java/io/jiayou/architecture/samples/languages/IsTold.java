package io.jiayou.architecture.samples.languages;

import java.util.Locale;

class IsTold {

    private final Locale reader;

    IsTold(Locale reader) {
        this.reader = reader;
    }

    Locale reader() {
        return reader;
    }
}
