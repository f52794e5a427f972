package io.jiayou.cli;

import io.jiayou.rules.Detail;
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
import java.util.stream.IntStream;

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
    /** A setting by its name; the same letters are in names of packages. */
    private static final Pattern SETTING = Pattern.compile("(?<![\\w./'\\[-])jiayou\\.[a-z][a-z.-]*[a-z]");
    /** Spring tells with what it was busy, and at the end of the line why that failed. */
    private static final String WHY = "with message: ";

    private static final Pattern YAML_PLACE = Pattern.compile(" in 'reader', line (\\d+), column (\\d+):");
    private static final String SETTINGS_FILE = "standalone.yaml";
    private static final List<String> CRASHED =
            List.of("# A fatal error has been detected", "# There is insufficient memory");
    private static final String REPORT = "# An error report file";
    private static final String FULL = "No space left on device";
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

    /** Whether a file ends within a line: there was no room for the rest. */
    static boolean areCutOff(Path file) throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            return channel.size() > 0 && channel.position(channel.size() - 1).read(last) == 1 && last.get(0) != '\n';
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
        return described(lines)
                .or(() -> ofYaml(lines))
                .or(() -> thrown(lines))
                .or(() -> ofACrash(lines))
                .or(() -> ofTheJvm(lines));
    }

    /** Whether it says that a disk was full. */
    static boolean tellOfAFullDisk(String words) {
        return words.contains(FULL);
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

    /** A file of settings that can't be read: the last place is where reading ended, and the line before it says why. */
    private static Optional<String> ofYaml(List<String> lines) {
        Optional<String> found = Optional.empty();
        for (int at = endOf(lines) + 1; at < lines.size(); at++) {
            Matcher place = YAML_PLACE.matcher(lines.get(at));
            if (place.matches()) {
                found = Optional.of(Say.text(Detail.of(
                        "{0}, line {1}, column {2}: {3}",
                        SETTINGS_FILE,
                        place.group(1),
                        place.group(2),
                        lines.get(at - 1).strip())));
            }
        }
        return found.map(LastWords::shortened);
    }

    /** All others are an exception, whose innermost cause says most, unless another names the setting that it comes from. */
    private static Optional<String> thrown(List<String> lines) {
        List<String> words = lines.subList(endOf(lines), lines.size()).stream()
                .map(line -> line.startsWith(CAUSE) ? line.substring(CAUSE.length()) : line)
                .map(THROWN::matcher)
                .filter(Matcher::matches)
                .map(LastWords::worded)
                .map(LastWords::why)
                .toList();
        return words.reversed().stream()
                .filter(line -> SETTING.matcher(line).find())
                .findFirst()
                .or(() -> words.reversed().stream().findFirst())
                .map(LastWords::shortened);
    }

    /** Where the last run's failure is told; the beginning where none is. */
    private static int endOf(List<String> lines) {
        int end = 0;
        for (int at = 0; at < lines.size(); at++) {
            end = lines.get(at).contains(END) ? at : end;
        }
        return end;
    }

    private static String why(String line) {
        int at = line.lastIndexOf(WHY);
        return at < 0 ? line : line.substring(at + WHY.length());
    }

    /** The JVM itself has ended, by a fault of its own, of a library or of a damaged cache of classes. */
    private static Optional<String> ofACrash(List<String> lines) {
        if (lines.stream().noneMatch(line -> CRASHED.stream().anyMatch(line::startsWith))) {
            return Optional.empty();
        }
        return IntStream.range(0, lines.size() - 1)
                .filter(at -> lines.get(at).startsWith(REPORT))
                .mapToObj(at -> lines.get(at + 1).replaceFirst("^# *", ""))
                .findFirst()
                .map(report -> Say.text(Detail.of("its JVM crashed, and {0} tells more", report)))
                .or(() -> Optional.of(Say.text(Detail.of("its JVM crashed"))));
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
