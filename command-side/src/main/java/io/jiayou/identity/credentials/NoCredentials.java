package io.jiayou.identity.credentials;

import io.jiayou.http.ProblemException;
import io.jiayou.rules.Problem;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where no store is configured: nobody can log in, and everybody who tries is told so. */
final class NoCredentials implements Credentials {

    @Override
    public Optional<String> find(String key) {
        throw missing();
    }

    @Override
    public boolean replace(String key, @Nullable String before, @Nullable String after) {
        throw missing();
    }

    @Override
    public List<String> keys(String prefix) {
        throw missing();
    }

    private static ProblemException missing() {
        return new ProblemException(Problem.UNAVAILABLE, null, "no store for credentials is configured");
    }
}
