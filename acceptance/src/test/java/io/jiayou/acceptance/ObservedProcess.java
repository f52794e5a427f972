package io.jiayou.acceptance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What Linux tells root of a process. */
record ObservedProcess(long pid) {

    private static final Pattern SOCKET = Pattern.compile("socket:\\[([0-9]+)]");
    private static final Pattern PID = Pattern.compile("pid=([0-9]+)");
    private static final String LISTENS = "0A";
    private static final int HEX = 16;
    private static final int LOCAL = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;

    /** The one that serves a data directory. */
    static ObservedProcess of(Path data) throws IOException {
        Matcher pid = PID.matcher(Files.readString(data.resolve("jiayou.process")));
        if (!pid.find()) {
            throw new IOException("no process is noted in " + data);
        }
        return new ObservedProcess(Long.parseLong(pid.group(1)));
    }

    Path proc(String name) {
        return Path.of("/proc", Long.toString(pid), name);
    }

    String commandLine() throws IOException {
        return Files.readString(proc("cmdline"), StandardCharsets.ISO_8859_1);
    }

    /** The TCP ports on which it listens. */
    Set<Integer> ports() throws IOException {
        Set<String> sockets = new HashSet<>();
        for (String open : descriptors()) {
            Matcher socket = SOCKET.matcher(open);
            if (socket.matches()) {
                sockets.add(socket.group(1));
            }
        }
        Set<Integer> ports = new TreeSet<>();
        for (String table : List.of("net/tcp", "net/tcp6")) {
            for (String line : Files.readAllLines(proc(table))) {
                String[] columns = line.strip().split("\\s+");
                if (columns.length > INODE && columns[STATE].equals(LISTENS) && sockets.contains(columns[INODE])) {
                    String local = columns[LOCAL];
                    ports.add(Integer.parseInt(local.substring(local.lastIndexOf(':') + 1), HEX));
                }
            }
        }
        return ports;
    }

    /** The files that it has open or mapped, but for those of the system and of the program. */
    List<String> files(List<Path> below) throws IOException {
        Set<String> files = new TreeSet<>(descriptors());
        for (String line : Files.readAllLines(proc("maps"))) {
            int path = line.indexOf('/');
            if (path >= 0) {
                files.add(line.substring(path));
            }
        }
        return files.stream()
                .filter(file -> below.stream().anyMatch(it -> file.startsWith(it + "/")))
                .toList();
    }

    private List<String> descriptors() throws IOException {
        List<String> open = new ArrayList<>();
        try (Stream<Path> descriptors = Files.list(proc("fd"))) {
            for (Path descriptor : (Iterable<Path>) descriptors::iterator) {
                if (Files.isSymbolicLink(descriptor)) {
                    open.add(Files.readSymbolicLink(descriptor).toString());
                }
            }
        }
        return open;
    }
}
