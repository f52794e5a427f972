package io.jiayou.embedded.events;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** An {@link Appender} in a JVM of its own, and what it acknowledged. */
final class AppenderProcess {

    private final Process process;
    private final List<String> lines = new ArrayList<>();
    private final Thread reader;

    private AppenderProcess(Process process) {
        this.process = process;
        reader = Thread.ofPlatform().daemon().start(this::read);
    }

    /** The prefix is what runs the command, such as a shell that limits it first. */
    static AppenderProcess start(List<String> prefix, Path directory, Object... arguments) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Xmx256m", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Appender.class.getName()));
        command.add(directory.toString());
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return new AppenderProcess(new ProcessBuilder(command)
                .redirectError(new File(directory.toString() + ".err"))
                .start());
    }

    private void read() {
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                add(line);
            }
        } catch (IOException killed) {
            add("");
        }
    }

    private synchronized void add(String line) {
        lines.add(line);
        notifyAll();
    }

    /** Waits until it has written so many lines; false if it ends before. */
    synchronized boolean awaitLines(int count) throws InterruptedException {
        while (lines.size() < count && process.isAlive()) {
            wait(1_000);
        }
        return lines.size() >= count;
    }

    /** SIGKILL; everything it had written is read. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
        reader.join();
    }

    int awaitEnd() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            kill();
            throw new AssertionError("The appender doesn't end");
        }
        reader.join();
        return process.exitValue();
    }

    synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    /** The last acknowledged sequence of each aggregate. */
    Map<String, Long> acknowledged() {
        return lines().stream()
                .map(line -> line.split(" "))
                .filter(words -> words[0].startsWith("tank-"))
                .collect(Collectors.toMap(words -> words[0], words -> Long.parseLong(words[1]), Math::max));
    }
}
