package io.jiayou.foreign;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Map;

/** Programs in Go, installed by name and version into a folder of their own; who asks for one is skipped where Go isn't. */
final class GoPrograms {

    private static final Path FOLDER = Path.of("target", "go").toAbsolutePath();
    private static final Map<String, String> THERE = Map.of("GOBIN", FOLDER.toString());

    private GoPrograms() {}

    /** @param version a package's path with its version */
    static String installed(String version) {
        install(Path.of("."), version);
        String path = version.substring(0, version.indexOf('@'));
        return FOLDER.resolve(path.substring(path.lastIndexOf('/') + 1)).toString();
    }

    /** The one whose source is here, with the versions of what it's made of. */
    static String ferretDb() {
        install(Path.of("go"), "-tags=ferretdb_sqlite", ".");
        return FOLDER.resolve("ferretdb").toString();
    }

    private static void install(Path from, String... what) {
        assumeTrue(Program.isThere("go", "version"), "Go isn't there");
        String[] command = new String[what.length + 2];
        command[0] = "go";
        command[1] = "install";
        System.arraycopy(what, 0, command, 2, what.length);
        new Program(from, THERE).succeeds(command);
    }
}
