package io.jiayou.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a system of the version before has left, unpacked as that version wrote it: files that others can read, but for keys.
 *
 * @param data its data directory
 * @param archive its archive, a folder
 * @param files what was imported, and what opens the archive
 */
record VersionBefore(Path data, Path archive, Path files) {

    private static final Set<String> SECRET = Set.of("identifier.key", "master.key", "terminal.key", "log.key");
    private static final List<String> FILES = List.of(
            "recovery-kit.txt",
            "checkpoint",
            "stations.geojson",
            "cards/fuel-card-transactions.csv",
            "cards/fuel-card-products.csv",
            "cards/fuel-card-stations.csv",
            "cards/fuel-card-customers.csv");

    static VersionBefore unpacked(Path directory) throws IOException {
        Path data = directory.resolve("data");
        Path archive = directory.resolve("archive");
        Path files = directory.resolve("files");
        unpack("data.zip", data);
        unpack("archive.zip", archive);
        Files.createDirectories(files.resolve("cards"));
        for (String file : FILES) {
            try (InputStream in = open(file)) {
                Files.copy(in, files.resolve(file));
            }
        }
        Path where = data.resolve("archive.properties");
        Files.writeString(where, Files.readString(where).replace("@archive@", archive.toString()));
        widen(data);
        return new VersionBefore(data, archive, files);
    }

    /** What was made there, by name. */
    static JsonNode made() throws IOException {
        try (InputStream in = open("made.json")) {
            return JsonMapper.shared().readTree(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static InputStream open(String name) {
        return Objects.requireNonNull(VersionBefore.class.getResourceAsStream("before/" + name), name);
    }

    private static void unpack(String zip, Path into) throws IOException {
        try (ZipInputStream in = new ZipInputStream(open(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path file = into.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private static void widen(Path data) throws IOException {
        try (Stream<Path> all = Files.walk(data)) {
            for (Path path : (Iterable<Path>) all::iterator) {
                String rights = Files.isDirectory(path) ? "rwxr-xr-x" : isSecret(path) ? "rw-------" : "rw-r--r--";
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
            }
        }
    }

    private static boolean isSecret(Path file) {
        return SECRET.contains(String.valueOf(file.getFileName()));
    }
}
