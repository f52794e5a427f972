package io.jiayou.trials.siege;

import io.jiayou.trials.server.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a besieged process takes of the heap, and writes to its log and to temporary files. */
final class Watch {

    private static final Pattern USED = Pattern.compile("total \\d+K, used (\\d+)K");
    private static final Pattern HEAP = Pattern.compile("-XX:MaxHeapSize=(\\d+)");

    private final long pid;
    private final List<Path> directories;
    private final Path log;

    /**
     * @param log the directory whose {@code jiayou*} files are the log
     * @param temporary where it writes what it needs for a while
     */
    Watch(long pid, Path log, Path temporary) {
        this.pid = pid;
        this.log = log;
        this.directories = List.of(temporary);
    }

    /** Bytes of the log and of temporary files. */
    long written() throws IOException {
        long bytes = Server.bytesOfLog(log);
        for (Path directory : directories) {
            if (Files.isDirectory(directory)) {
                try (Stream<Path> files = Files.walk(directory)) {
                    bytes += sum(files);
                } catch (UncheckedIOException goneMeanwhile) {
                    // what is gone takes no room
                }
            }
        }
        return bytes;
    }

    private static long sum(Stream<Path> files) {
        return files.filter(Files::isRegularFile).mapToLong(Watch::size).sum();
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (NoSuchFileException gone) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The part of the heap that is used after a collection; more than 1 where nobody answers any more. */
    double heapAfterCollection() throws IOException, InterruptedException {
        ask("GC.run");
        Matcher used = USED.matcher(ask("GC.heap_info"));
        long kilobytes = 0;
        while (used.find()) {
            kilobytes += Long.parseLong(used.group(1));
        }
        return kilobytes == 0 ? 2 : kilobytes * 1024.0 / heap();
    }

    /** The most bytes that it may have. */
    long heap() throws IOException, InterruptedException {
        Matcher flag = HEAP.matcher(ask("VM.flags"));
        if (!flag.find()) {
            throw new IOException("the process doesn't say what heap it has");
        }
        return Long.parseLong(flag.group(1));
    }

    private String ask(String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(pid), command)
                .redirectErrorStream(true)
                .start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return answer;
    }
}
