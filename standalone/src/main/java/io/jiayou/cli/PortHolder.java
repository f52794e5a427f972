package io.jiayou.cli;

import io.jiayou.rules.Detail;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Who listens on a port, as far as Linux tells this user. */
final class PortHolder {

    private static final Path PROC = Path.of("/proc");
    private static final String LISTENING = "0A";
    private static final int LOCAL = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;
    private static final String DATA = "--jiayou.data=";
    private static final String MAIN = "io.jiayou.";

    private PortHolder() {}

    /** None if nobody listens there, as far as can be seen. */
    static Optional<Detail> of(int port) {
        Set<String> sockets = sockets(port);
        if (sockets.isEmpty()) {
            return Optional.empty();
        }
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path process : processes) {
                if (has(process, sockets)) {
                    return Optional.of(named(process));
                }
            }
        } catch (IOException e) {
            // as if it weren't known
        }
        return Optional.of(Detail.of("a process of another user"));
    }

    /** How the kernel calls them where it lists what a process has open. */
    private static Set<String> sockets(int port) {
        List<String> lines = new ArrayList<>();
        for (String table : List.of("net/tcp", "net/tcp6")) {
            try {
                lines.addAll(Files.readAllLines(PROC.resolve(table)));
            } catch (IOException e) {
                // another operating system, or no such protocol
            }
        }
        String local = ":%04X".formatted(port);
        return lines.stream()
                .map(line -> line.strip().split("\\s+"))
                .filter(it -> it.length > INODE && it[LOCAL].endsWith(local) && it[STATE].equals(LISTENING))
                .map(it -> "socket:[" + it[INODE] + "]")
                .collect(Collectors.toSet());
    }

    private static boolean has(Path process, Set<String> sockets) {
        try (DirectoryStream<Path> open = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path each : open) {
                if (sockets.contains(target(each))) {
                    return true;
                }
            }
        } catch (IOException e) {
            // it has ended, or is another user's
        }
        return false;
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return "";
        }
    }

    private static Detail named(Path process) {
        String pid = String.valueOf(process.getFileName());
        List<String> command = command(process);
        if (command.stream().noneMatch(it -> it.startsWith(MAIN))) {
            return command.isEmpty()
                    ? Detail.of("process {0}", pid)
                    : Detail.of("{0}, process {1}", Path.of(command.getFirst()).getFileName(), pid);
        }
        return command.stream()
                .filter(it -> it.startsWith(DATA))
                .findFirst()
                .map(it -> Detail.of("another Jiayou, process {0} on {1}", pid, it.substring(DATA.length())))
                .orElseGet(() -> Detail.of("another Jiayou, process {0}", pid));
    }

    private static List<String> command(Path process) {
        try {
            return List.of(Files.readString(process.resolve("cmdline"), StandardCharsets.UTF_8)
                    .split("\0"));
        } catch (IOException e) {
            return List.of();
        }
    }
}
