package io.jiayou.trials.erasure;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.jiayou.embedded.documents.CheckpointVerdict;
import io.jiayou.embedded.documents.EmbeddedMongo;
import io.jiayou.embedded.documents.ReadStoreCheckpoint;
import io.jiayou.embedded.events.RocksEventStorageEngine;
import io.jiayou.embedded.events.StoredEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.FSDirectory;
import org.bson.Document;

/** Looks for texts in what a stopped system has left: every byte of every file, and again what files hold compressed. */
final class Scan {

    /** Longest that is looked for; a text may cross the border of two reads. */
    private static final int LONGEST = 256;

    private static final int READ = 1 << 24;

    private final Map<Integer, List<byte[]>> byFirstBytes = new HashMap<>();
    private final Map<String, Set<String>> found = new TreeMap<>();
    private long bytes;

    Scan(Set<String> texts) {
        for (String text : texts) {
            byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
            byFirstBytes
                    .computeIfAbsent(first(wanted, 0), key -> new ArrayList<>())
                    .add(wanted);
        }
    }

    private static int first(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 24
                | (bytes[at + 1] & 0xff) << 16
                | (bytes[at + 2] & 0xff) << 8
                | bytes[at + 3] & 0xff;
    }

    /** Which texts were found, by the kind of place. */
    Map<String, Set<String>> found() {
        return found;
    }

    Set<String> in(String place) {
        return found.getOrDefault(place, Set.of());
    }

    long bytes() {
        return bytes;
    }

    void files(String place, Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                file(place, file);
            }
        }
    }

    private void file(String place, Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            byte[] buffer = new byte[READ + LONGEST];
            int kept = 0;
            for (int read = in.readNBytes(buffer, 0, READ); read > 0; read = in.readNBytes(buffer, kept, READ)) {
                look(place, buffer, kept + read);
                bytes += read;
                int end = kept + read;
                kept = Math.min(LONGEST, end);
                System.arraycopy(buffer, end - kept, buffer, 0, kept);
            }
        }
    }

    void text(String place, String text) {
        bytes(place, text.getBytes(StandardCharsets.UTF_8));
    }

    private void bytes(String place, byte[] text) {
        look(place, text, text.length);
        bytes += text.length;
    }

    private void look(String place, byte[] in, int length) {
        int window = 0;
        for (int at = 0; at < length; at++) {
            window = window << 8 | in[at] & 0xff;
            if (at >= 3) {
                List<byte[]> candidates = byFirstBytes.get(window);
                if (candidates != null) {
                    compare(place, in, at - 3, length, candidates);
                }
            }
        }
    }

    private void compare(String place, byte[] in, int from, int length, List<byte[]> candidates) {
        for (byte[] wanted : candidates) {
            int end = from + wanted.length;
            if (end <= length && Arrays.equals(in, from, end, wanted, 0, wanted.length)) {
                found.computeIfAbsent(place, key -> new TreeSet<>()).add(new String(wanted, StandardCharsets.UTF_8));
            }
        }
    }

    /** The records of the event store, unpacked. */
    void events(String place, RocksEventStorageEngine engine) {
        try (Stream<StoredEvent> all = engine.readRaw(0)) {
            all.forEach(event -> {
                bytes(place, event.payload());
                bytes(place, event.metaData());
            });
        }
    }

    /** The documents of the read store's checkpoint, all generations and pasts, unpacked. */
    void documents(String place, Path checkpoint) throws IOException {
        try (EmbeddedMongo mongo = EmbeddedMongo.start();
                MongoClient client = MongoClients.create(mongo.uri())) {
            var database = client.getDatabase("scan");
            var verdict = ReadStoreCheckpoint.in(checkpoint).compressed().load(database, header -> true);
            if (!(verdict instanceof CheckpointVerdict.Sound)) {
                throw new IOException("the read store's checkpoint can't be read: " + verdict);
            }
            for (String collection : database.listCollectionNames()) {
                for (Document document : database.getCollection(collection).find()) {
                    text(place, document.toJson());
                }
            }
        }
    }

    /** Every word that the history index holds, also those of documents that are only marked as deleted. */
    void words(String place, Path index) throws IOException {
        try (DirectoryReader reader = DirectoryReader.open(FSDirectory.open(index))) {
            for (LeafReaderContext leaf : reader.leaves()) {
                words(place, leaf.reader());
            }
        }
    }

    private void words(String place, LeafReader reader) throws IOException {
        for (FieldInfo field : reader.getFieldInfos()) {
            Terms terms = reader.terms(field.name);
            if (terms != null) {
                TermsEnum each = terms.iterator();
                for (var term = each.next(); term != null; term = each.next()) {
                    bytes(place, Arrays.copyOfRange(term.bytes, term.offset, term.offset + term.length));
                }
            }
        }
    }
}
