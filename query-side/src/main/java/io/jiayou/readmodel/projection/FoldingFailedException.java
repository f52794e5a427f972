package io.jiayou.readmodel.projection;

import io.jiayou.readmodel.documents.Generation;

/**
 * A batch failed and will be tried again. An exception whatever the cause: an error would end Axon's worker for good,
 * without a word.
 */
final class FoldingFailedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    FoldingFailedException(Generation generation, Throwable cause) {
        super("Folding into " + generation.name() + " failed: " + cause, cause);
    }
}
