package io.jiayou.imports;

import io.jiayou.http.ProblemException;
import io.jiayou.http.bounds.Bound;
import io.jiayou.rules.Problem;
import org.jspecify.annotations.Nullable;

/** Counts the lines of a file that are kept in memory, which has room for so many. For one thread. */
public final class KeptLines {

    /** Nearly all lines have less text; one with more counts as several. */
    private static final int CHARACTERS = 512;

    private final String file;
    private final long most;
    private long lines;

    /** @param file what problems call it */
    public KeptLines(String file, long most) {
        this.file = file;
        this.most = most;
    }

    /**
     * One more is kept.
     *
     * @param texts what is kept of it
     * @throws ProblemException BODY_TOO_LARGE beyond the bound
     */
    public void add(@Nullable String... texts) {
        int characters = 0;
        for (String text : texts) {
            characters += text == null ? 0 : text.length();
        }
        lines += 1 + characters / CHARACTERS;
        if (lines > most) {
            throw new ProblemException(
                    Problem.BODY_TOO_LARGE,
                    file,
                    "{0} has more than the {1} lines that an import may keep in memory ({2})",
                    file,
                    most,
                    Bound.IMPORT_LINES.setting());
        }
    }
}
