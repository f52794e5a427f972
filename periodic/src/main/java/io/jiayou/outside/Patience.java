package io.jiayou.outside;

import java.time.Duration;

/** How long it's waited for what this process calls: the one place where that is decided, each time with its reason. */
public final class Patience {

    /**
     * For an answer that a person waits for. A lost packet is sent again after a second, and gateways and people give up
     * after a few: one attempt fits, with time to say that it failed.
     */
    public static final Duration PERSON = Duration.ofSeconds(2);

    /** Between two questions whether something is there again: a person who tries again after a second finds it there. */
    public static final Duration PAUSE = Duration.ofMillis(500);

    /** Whether something is there again, asked in the background. */
    public static final Duration PROBE = Duration.ofSeconds(1);

    /** The same, asked by whoever called in vain and has waited already: with that it's less than two and a half seconds. */
    public static final Duration CONFIRMATION = Duration.ofMillis(400);

    /** For a step of work that goes on by itself: a batch of documents on a busy store takes seconds, ten say that it's away. */
    public static final Duration WORK = Duration.ofSeconds(10);

    /** For work on all documents at once, as an index over a million of them. */
    public static final Duration LONG_WORK = Duration.ofMinutes(10);

    /** For somebody else's service in the internet, while a person or the log's next checkpoint waits for it. */
    public static final Duration FOREIGN = Duration.ofSeconds(5);

    private Patience() {}
}
