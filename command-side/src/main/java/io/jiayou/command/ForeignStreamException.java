package io.jiayou.command;

/** An id leads to the events of another kind of aggregate. */
final class ForeignStreamException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ForeignStreamException(String id) {
        super(id + " belongs to another kind of aggregate", null, false, false);
    }
}
