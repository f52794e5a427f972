package io.jiayou.audit.index;

import java.text.Normalizer;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * Cuts texts into what can be found: words as Unicode (UAX 29) bounds them, in lower case, and each Chinese character for
 * itself. So a run of Chinese characters is found wherever it stands, also one character alone, and no dictionary decides
 * what a Chinese word is.
 */
final class Words extends Analyzer {

    /** No phrase reaches from one text of an event into the next. */
    private static final int BETWEEN_TEXTS = 1_000;

    /** Full-width letters and digits as plain ones; asked and indexed alike. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        StandardTokenizer words = new StandardTokenizer();
        return new TokenStreamComponents(words, new LowerCaseFilter(words));
    }

    @Override
    public int getPositionIncrementGap(String field) {
        return BETWEEN_TEXTS;
    }
}
