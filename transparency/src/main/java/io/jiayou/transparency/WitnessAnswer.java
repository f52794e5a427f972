package io.jiayou.transparency;

/** What a witness answers over HTTP (tlog-witness). */
public record WitnessAnswer(int status, String contentType, String body) {

    public static final int OK = 200;
    public static final int BAD_REQUEST = 400;
    public static final int FORBIDDEN = 403;
    public static final int NOT_FOUND = 404;
    public static final int CONFLICT = 409;
    public static final int UNPROCESSABLE = 422;

    public static final String TEXT = "text/plain; charset=utf-8";
    public static final String SIZE = "text/x.tlog.size";

    static WitnessAnswer ok(String body) {
        return new WitnessAnswer(OK, TEXT, body);
    }

    /** The witness has cosigned another size than the client supposes: this one. */
    static WitnessAnswer conflict(long size) {
        return new WitnessAnswer(CONFLICT, SIZE, size + "\n");
    }

    static WitnessAnswer refused(int status, String reason) {
        return new WitnessAnswer(status, TEXT, reason + '\n');
    }
}
