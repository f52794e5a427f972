package io.jiayou.recovery;

import io.jiayou.archive.manifest.ArchiveHead;
import io.jiayou.archive.manifest.RememberedHead;
import io.jiayou.archive.target.TargetAddress;
import io.jiayou.backup.Archives;
import io.jiayou.backup.SigningKey;
import io.jiayou.embedded.events.RocksEventStorageEngine;
import io.jiayou.serialization.EventSerializer;
import io.jiayou.serialization.Upcasters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;

/**
 * What an archive of a stopped system lacks, as far as the system knows: no target is asked.
 *
 * @param target its name
 * @param events how many of the system's events it hasn't
 */
public record Unarchived(String target, long events) {

    /** None where nothing is archived, or by another system than this directory's. */
    public static List<Unarchived> in(Path data) throws IOException {
        List<String> targets = ArchiveConfig.in(data).targets();
        Path archives = ArchiveConfig.directory(data);
        if (targets.isEmpty() || !Files.isDirectory(data.resolve("events")) || !Files.isDirectory(archives)) {
            return List.of();
        }
        long recorded = recorded(data);
        List<Unarchived> lacking = new ArrayList<>();
        for (String address : targets) {
            String target = TargetAddress.open(address, DefaultCredentialsProvider.create())
                    .name();
            ArchiveHead head = RememberedHead.read(Archives.memory(archives, target), SigningKey.believed(archives));
            lacking.add(new Unarchived(target, recorded - (head == null ? 0 : head.events())));
        }
        return lacking;
    }

    private static long recorded(Path data) {
        EventSerializer serializer = new EventSerializer();
        try (RocksEventStorageEngine engine =
                RocksEventStorageEngine.open(data.resolve("events"), serializer, serializer, Upcasters.chain())) {
            return engine.size();
        }
    }
}
