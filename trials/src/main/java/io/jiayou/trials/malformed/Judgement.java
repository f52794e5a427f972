package io.jiayou.trials.malformed;

import java.util.regex.Pattern;

/** What no answer may be or show. */
final class Judgement {

    /** Frames of stack traces, and names of classes of ours and of what we stand on. */
    private static final Pattern INSIDE =
            Pattern.compile("\\bat [\\w.$]+\\([\\w ]+(\\.java)?(:\\d+)?\\)|[A-Za-z]+(Exception|Error)\\b(?!\")"
                    + "|\\b(java|javax|jakarta|io\\.jiayou|org\\.springframework|org\\.apache|tools\\.jackson|com\\.fasterxml"
                    + "|org\\.axonframework|com\\.mongodb|com\\.nimbusds)\\.[a-z][\\w.]*\\.[A-Z]");

    private Judgement() {}

    /** What is wrong with an answer; empty if nothing is. */
    static String of(Wire.Answer answer, boolean withoutBody) {
        if (answer.status() >= 500) {
            return "answered " + answer.status() + " " + shortened(answer.body());
        }
        boolean document = answer.status() == 200 && answer.body().contains("\"openapi\"");
        if (!document && INSIDE.matcher(answer.body()).find()) {
            return "shows the inside: " + shortened(answer.body());
        }
        boolean problem = answer.type().startsWith("application/problem+json")
                && answer.body().contains("\"code\"");
        if (answer.status() >= 400 && !withoutBody && !problem) {
            return "answered " + answer.status() + " without a problem's details: " + answer.type() + " "
                    + shortened(answer.body());
        }
        return "";
    }

    private static String shortened(String body) {
        return body.length() > 400 ? body.substring(0, 400) + "…" : body;
    }
}
