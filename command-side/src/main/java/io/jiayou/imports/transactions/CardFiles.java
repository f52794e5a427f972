package io.jiayou.imports.transactions;

import io.jiayou.http.ProblemException;
import io.jiayou.rules.Problem;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** The four files of an import, each with its header. They lie on disk and can be read again and again. */
record CardFiles(MultipartFile transactions, MultipartFile products, MultipartFile stations, MultipartFile customers) {

    /** @throws ProblemException MISSING_FIELD with the name of a part that isn't there */
    static CardFiles of(
            @Nullable MultipartFile transactions,
            @Nullable MultipartFile products,
            @Nullable MultipartFile stations,
            @Nullable MultipartFile customers) {
        return new CardFiles(
                given("transactions", transactions),
                given("products", products),
                given("stations", stations),
                given("customers", customers));
    }

    /** How many lines of transactions there are, for the progress: header and blank lines don't matter for that. */
    long lines() throws IOException {
        long lines = 0;
        byte[] buffer = new byte[64 * 1024];
        try (InputStream bytes = transactions.getInputStream()) {
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                for (int at = 0; at < read; at++) {
                    lines += buffer[at] == '\n' ? 1 : 0;
                }
            }
        }
        return Math.max(0, lines - 1);
    }

    private static MultipartFile given(String part, @Nullable MultipartFile file) {
        if (file == null) {
            throw new ProblemException(Problem.MISSING_FIELD, part, "the file {0} is missing", part);
        }
        return file;
    }
}
