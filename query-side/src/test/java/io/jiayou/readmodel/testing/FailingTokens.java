package io.jiayou.readmodel.testing;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.jspecify.annotations.Nullable;

/** Fails to store the next tokens, as a process does that dies between its documents and its token. */
public final class FailingTokens implements TokenStore {

    private final TokenStore tokens;
    private final AtomicInteger failures = new AtomicInteger();
    private volatile Consumer<TrackingToken> beforeStoring = token -> {};

    public FailingTokens(TokenStore tokens) {
        this.tokens = tokens;
    }

    public void failNext(int times) {
        failures.set(times);
    }

    public int failuresLeft() {
        return failures.get();
    }

    /** Looks at the documents at the moment when a token is about to be stored. */
    public void beforeStoring(Consumer<TrackingToken> watcher) {
        beforeStoring = watcher;
    }

    @Override
    public void storeToken(@Nullable TrackingToken token, String processor, int segment) {
        if (token != null) {
            beforeStoring.accept(token);
        }
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new IllegalStateException("died before storing " + token);
        }
        tokens.storeToken(token, processor, segment);
    }

    @Override
    public void initializeTokenSegments(String processor, int segments, @Nullable TrackingToken token) {
        tokens.initializeTokenSegments(processor, segments, token);
    }

    @Override
    public TrackingToken fetchToken(String processor, int segment) {
        return tokens.fetchToken(processor, segment);
    }

    @Override
    public void extendClaim(String processor, int segment) {
        tokens.extendClaim(processor, segment);
    }

    @Override
    public void releaseClaim(String processor, int segment) {
        tokens.releaseClaim(processor, segment);
    }

    @Override
    public boolean requiresExplicitSegmentInitialization() {
        return tokens.requiresExplicitSegmentInitialization();
    }

    @Override
    public int[] fetchSegments(String processor) {
        return tokens.fetchSegments(processor);
    }

    @Override
    public Optional<String> retrieveStorageIdentifier() {
        return tokens.retrieveStorageIdentifier();
    }
}
