package io.jiayou.trials.soak;

import picocli.CommandLine.Option;

/** What only the soak can be told. */
public final class SoakOptions {

    @Option(names = "--minutes", paramLabel = "N", description = "Of the soak: how long. Default: 60.")
    private int minutes = 60;

    int minutes() {
        return minutes;
    }
}
