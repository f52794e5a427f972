package io.jiayou.trials.breakdown;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;

/** A file system of its own in memory, which is filled up and emptied again. Mounting it takes root. */
public final class SmallDisk implements AutoCloseable {

    private static final String BALLAST = "ballast";
    private static final byte[] BLOCK = new byte[1 << 20];
    private static final int PAGE = 1 << 12;

    private final Path place;

    private SmallDisk(Path place) {
        this.place = place;
    }

    /** @throws IOException if it can't be mounted here, with the reason */
    public static SmallDisk mount(Path place, long bytes) throws IOException, InterruptedException {
        Files.createDirectories(place);
        String refused = run("mount", "-t", "tmpfs", "-o", "size=" + bytes, "tmpfs", place.toString());
        if (!refused.isEmpty()) {
            throw new IOException("a small disk (tmpfs) can't be mounted, which takes root: " + refused);
        }
        return new SmallDisk(place);
    }

    /** @return what it says unless it succeeds */
    private static String run(String... words) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        boolean ended = process.waitFor(10, TimeUnit.SECONDS);
        return ended && process.exitValue() == 0 ? "" : said + " (" + words[0] + ")";
    }

    Path place() {
        return place;
    }

    long room() throws IOException {
        return Files.getFileStore(place).getUsableSpace();
    }

    /** Leaves so many bytes at most, give or take a page; whoever writes meanwhile gets less. */
    void fill(long left) throws IOException {
        try (OutputStream ballast =
                Files.newOutputStream(place.resolve(BALLAST), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (long over = room() - left; over > 0; over = room() - left) {
                ballast.write(BLOCK, 0, (int) Math.min(BLOCK.length, over));
            }
        } catch (IOException e) {
            if (room() > PAGE) {
                throw e;
            }
        }
    }

    /** Gives all room back. */
    void free() throws IOException {
        Files.deleteIfExists(place.resolve(BALLAST));
    }

    /** Lazily: this process may have a native library of an opened store mapped from there. */
    @Override
    public void close() throws IOException, InterruptedException {
        String refused = run("umount", "--lazy", place.toString());
        if (!refused.isEmpty()) {
            throw new IOException(place + " can't be unmounted: " + refused);
        }
    }
}
