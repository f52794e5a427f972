package io.jiayou.trials.memory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Memory of a process that lies in RAM, in MB of 1,024² bytes, as Linux counts it.
 *
 * @param now {@code VmRSS}
 * @param most {@code VmHWM}, the most it ever was
 */
public record Resident(double now, double most) {

    private static final double KB_PER_MB = 1_024;

    /** @throws IOException if the process is gone, or this isn't Linux */
    public static Resident of(long pid) throws IOException {
        List<String> status = Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"));
        return new Resident(megabytes(status, "VmRSS:"), megabytes(status, "VmHWM:"));
    }

    private static double megabytes(List<String> status, String field) throws IOException {
        return status.stream()
                .filter(line -> line.startsWith(field))
                .map(line -> line.replaceAll("\\D", ""))
                .mapToDouble(kb -> Long.parseLong(kb) / KB_PER_MB)
                .findFirst()
                .orElseThrow(() -> new IOException("the system doesn't tell " + field));
    }
}
