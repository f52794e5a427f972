package io.jiayou.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Another process that holds a file's lock. */
public final class LockHolder {

    private LockHolder() {}

    /** @param more what it writes behind its number, in Java's escapes; it goes on for a minute at most */
    public static Process of(Path file, String more) throws IOException {
        Path source =
                Files.writeString(Files.createTempDirectory("holder").resolve("Holder.java"), """
                import java.io.RandomAccessFile;

                class Holder {
                    public static void main(String[] arguments) throws Exception {
                        try (var file = new RandomAccessFile(arguments[0], "rw"); var lock = file.getChannel().lock()) {
                            file.writeBytes(ProcessHandle.current().pid() + "\\n%s");
                            System.out.println("holds");
                            Thread.sleep(60_000);
                        }
                    }
                }
                """.formatted(more));
        Process holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        source.toString(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(holder.inputReader().readLine()).isEqualTo("holds");
        return holder;
    }
}
