package io.jiayou.cli;

/** A command can't do what it was asked to; the message is the one line that the user reads. */
final class Failure extends RuntimeException {

    private static final long serialVersionUID = 1;

    Failure(String line) {
        super(line);
    }
}
