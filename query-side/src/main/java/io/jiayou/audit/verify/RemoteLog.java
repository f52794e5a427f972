package io.jiayou.audit.verify;

import io.jiayou.transparency.EntryBundle;
import io.jiayou.transparency.Hash;
import io.jiayou.transparency.SignedCheckpoint;
import io.jiayou.transparency.Tile;
import io.jiayou.transparency.Verdict;
import io.jiayou.transparency.VerificationException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** A log that is served as tlog-tiles says. */
public final class RemoteLog implements Entries, Notes {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int OK = 200;
    private static final int UNAUTHENTICATED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final String prefix;
    private final Supplier<Optional<String>> token;
    private final SignedCheckpoint checkpoint;
    private final long size;
    private final KeptLeaves leaves;

    /**
     * Gets its checkpoint.
     *
     * @param prefix such as {@code http://127.0.0.1:8080/audit/log}
     * @throws VerificationException MALFORMED for something else than a checkpoint
     * @throws UncheckedIOException if nobody answers
     */
    public RemoteLog(String prefix) {
        this(prefix, Optional::empty);
    }

    /**
     * The same, where the log's entries aren't for everybody.
     *
     * @param token an access token for each request; none where there is none
     */
    public RemoteLog(String prefix, Supplier<Optional<String>> token) {
        this.token = token;
        this.prefix = prefix.endsWith("/") ? prefix : prefix + "/";
        this.checkpoint = SignedCheckpoint.parse(get("checkpoint"));
        this.size = checkpoint.unverified().head().size();
        this.leaves = new KeptLeaves(size, tile -> get(tile.path()));
    }

    /** To be verified by its log's key. */
    public SignedCheckpoint checkpoint() {
        return checkpoint;
    }

    /** The key that the log itself names: to be believed only by whoever believes the log. */
    public String ownKey() {
        return new String(get("vkey"), StandardCharsets.UTF_8).strip();
    }

    /** Bundle by bundle: {@code position} is the first of one. */
    @Override
    public List<byte[]> from(long position, int atMost) {
        long index = position / Tile.FULL;
        return EntryBundle.decode(
                get(EntryBundle.path(index, KeptLeaves.tile(index, size).width()), Bounded.BUNDLE));
    }

    /** The leaf that the log has kept at an index. */
    public Hash leafAt(long position) {
        return leaves.at(position);
    }

    @Override
    public Map<String, byte[]> statements() {
        return notes("read-models");
    }

    @Override
    public int statementCount() {
        return optional("read-models")
                .map(names ->
                        (int) new String(names, StandardCharsets.UTF_8).lines().count())
                .orElse(0);
    }

    /** None of a log that is served by others' software, or by ours of before there were any. */
    @Override
    public List<byte[]> handovers() {
        return optional("handovers").isEmpty()
                ? List.of()
                : List.copyOf(notes("handovers").values());
    }

    @Override
    public Optional<byte[]> beginning() {
        return optional("beginning");
    }

    private Optional<byte[]> optional(String path) {
        try {
            return Optional.of(get(path));
        } catch (VerificationException e) {
            if (e.verdict() == Verdict.MISSING) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private Map<String, byte[]> notes(String under) {
        Map<String, byte[]> notes = new TreeMap<>();
        String names = new String(get(under), StandardCharsets.UTF_8);
        long bytes = 0;
        for (String name : names.lines().toList()) {
            byte[] note = get(under + "/" + name);
            bytes += note.length;
            Bounded.requireNoMore(bytes, Bounded.NOTES, "what is under " + under);
            notes.put(name, note);
        }
        return notes;
    }

    private byte[] get(String path) {
        return get(path, Bounded.NOTE);
    }

    /** What isn't there is a verdict; who may not ask, and a server that can't answer, say nothing about the log. */
    private byte[] get(String path, int most) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(prefix + path)).timeout(PATIENCE);
        token.get().ifPresent(it -> request.header("Authorization", "Bearer " + it));
        try {
            HttpResponse<InputStream> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                requireFound(path, answer.statusCode());
                return Bounded.read(body, most, prefix + path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(prefix + path + " can't be read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private void requireFound(String path, int status) {
        switch (status) {
            case OK -> {}
            case NOT_FOUND, GONE ->
                throw new VerificationException(Verdict.MISSING, prefix + path + " answers " + status);
            case UNAUTHENTICATED, FORBIDDEN ->
                throw unanswered("a right is missing, " + prefix + path + " answers " + status + "; "
                        + (token.get().isPresent()
                                ? "the token is no auditor's, or has expired"
                                : "give a token of an auditor in JIAYOU_TOKEN"));
            default -> throw unanswered(prefix + path + " answers " + status);
        }
    }

    private static UncheckedIOException unanswered(String why) {
        String message = "nothing was verified: " + why;
        return new UncheckedIOException(message, new IOException(message));
    }
}
