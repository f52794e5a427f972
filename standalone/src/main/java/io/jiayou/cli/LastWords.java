package io.jiayou.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a process has said about its end, in the one line that names the cause. */
final class LastWords {

    /** Of a log, the end is enough. */
    private static final int LOOKED_AT = 512 * 1024;

    private static final int LONGEST = 500;
    private static final String DESCRIPTION = "Description:";
    private static final String ACTION = "Action:";
    private static final String END = "Application run failed";
    private static final String CAUSE = "Caused by: ";
    private static final Pattern THROWN = Pattern.compile("(?:[\\w$]+\\.)+([\\w$]+(?:Exception|Error))(?:: (.*))?");
    private static final Pattern OF_THE_JVM = Pattern.compile("Error[: ].*|Unrecognized .*|Invalid .*");

    private LastWords() {}

    /**
     * @param from where this process's own lines begin; a file that is shorter was begun anew
     * @return none if the file says nothing of the kind
     */
    static Optional<String> of(Path file, long from) {
        try {
            return Files.exists(file) ? of(lines(file, from)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file, long from) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            long begin = from > channel.size() ? 0 : from;
            channel.position(Math.max(begin, channel.size() - LOOKED_AT));
            ByteBuffer end = ByteBuffer.allocate((int) (channel.size() - channel.position()));
            while (end.hasRemaining() && channel.read(end) >= 0) {
                // until there is no more
            }
            return StandardCharsets.UTF_8.decode(end.flip()).toString().lines().toList();
        }
    }

    static Optional<String> of(List<String> lines) {
        return described(lines).or(() -> thrown(lines)).or(() -> ofTheJvm(lines));
    }

    /** Spring describes some failures in a paragraph of their own. */
    private static Optional<String> described(List<String> lines) {
        int heading = lines.lastIndexOf(DESCRIPTION);
        if (heading < 0) {
            return Optional.empty();
        }
        return Optional.of(lines.subList(heading + 1, lines.size()).stream()
                        .takeWhile(line -> !line.equals(ACTION))
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .collect(Collectors.joining(" ")))
                .filter(text -> !text.isEmpty())
                .map(LastWords::shortened);
    }

    /** All others are an exception, whose innermost cause says most. */
    private static Optional<String> thrown(List<String> lines) {
        int end = 0;
        for (int at = 0; at < lines.size(); at++) {
            end = lines.get(at).contains(END) ? at : end;
        }
        List<String> words = lines.subList(end, lines.size()).stream()
                .map(line -> line.startsWith(CAUSE) ? line.substring(CAUSE.length()) : line)
                .map(THROWN::matcher)
                .filter(Matcher::matches)
                .map(LastWords::worded)
                .toList();
        return words.isEmpty() ? Optional.empty() : Optional.of(shortened(words.getLast()));
    }

    private static String worded(Matcher thrown) {
        String type = thrown.group(1);
        String message = thrown.group(2);
        return message == null ? type : Reason.of(type, message);
    }

    private static Optional<String> ofTheJvm(List<String> lines) {
        for (int at = 0; at < lines.size(); at++) {
            if (OF_THE_JVM.matcher(lines.get(at)).matches()) {
                return Optional.of(shortened(String.join(" ", lines.subList(at, Math.min(at + 2, lines.size())))));
            }
        }
        return Optional.empty();
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
