package io.jiayou.trials.siege;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/** Requests that are far larger than is allowed, in pieces, so that nobody knows it beforehand: they want much of them taken. */
final class Large implements Attack {

    private static final String CHUNKED =
            "POST /api/sessions/refresh HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n";
    private static final int PIECE = 64 * 1024;
    /** Time to say a word of refusal. */
    private static final int PIECE_MILLIS = 20;

    private final String name;
    private final String address;
    private final String beginning;
    private final Function<Integer, String> piece;
    private final int pieces;
    private final long most;
    private long times;
    private long taken;

    private Large(
            String name, String address, String beginning, Function<Integer, String> piece, int pieces, long most) {
        this.name = name;
        this.address = address;
        this.beginning = beginning;
        this.piece = piece;
        this.pieces = pieces;
        this.most = most;
    }

    static List<Attack> all() {
        String chunk = Integer.toHexString(PIECE) + "\r\n" + "x".repeat(PIECE) + "\r\n";
        return List.of(
                new Large(
                        "large bodies",
                        "127.0.2.7",
                        CHUNKED + "Content-Type: application/json\r\n\r\n11\r\n{\"refreshToken\":\"\r\n",
                        n -> chunk,
                        250,
                        12_000_000),
                new Large(
                        "large forms",
                        "127.0.2.8",
                        CHUNKED + "Content-Type: multipart/form-data; boundary=b\r\n\r\n"
                                + "41\r\n--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"f\"\r\n\r\n\r\n",
                        n -> chunk,
                        250,
                        12_000_000));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void run(Field field) throws Exception {
        while (field.goesOn()) {
            times++;
            try (Line line = Line.open(address, field.port())) {
                send(line, field);
            } catch (IOException refused) {
                // that is the answer
            }
            field.pause(1_000);
        }
    }

    private void send(Line line, Field field) throws IOException {
        line.send(beginning);
        long sent = beginning.length();
        for (int n = 0; n < pieces && field.goesOn(); n++) {
            String next = piece.apply(n);
            line.send(next);
            sent += next.length();
            if (!line.piece(PIECE_MILLIS).isEmpty() || line.isOver()) {
                return;
            }
            taken = Math.max(taken, sent);
        }
    }

    @Override
    public List<String> gained(Field field) {
        return !field.gateway() && taken > most
                ? List.of(name + ": " + (taken >> 10) + " KB were taken without a word")
                : List.of();
    }

    @Override
    public String done() {
        return times + " sent, at most " + (taken >> 10) + " KB of one taken before an answer";
    }
}
