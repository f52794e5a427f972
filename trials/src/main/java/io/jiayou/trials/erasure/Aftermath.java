package io.jiayou.trials.erasure;

import io.jiayou.archive.restore.Until;
import io.jiayou.archive.seal.AgeIdentity;
import io.jiayou.archive.target.FolderTarget;
import io.jiayou.archive.verify.Known;
import io.jiayou.archive.verify.Trust;
import io.jiayou.audit.EventRecord;
import io.jiayou.audit.log.AuditLog;
import io.jiayou.embedded.events.RocksEventStorageEngine;
import io.jiayou.privacy.MasterKeys;
import io.jiayou.privacy.PersonKeys;
import io.jiayou.privacy.PersonalData;
import io.jiayou.recovery.RestoredDirectory;
import io.jiayou.serialization.EventSerializer;
import io.jiayou.serialization.Upcasters;
import io.jiayou.standalone.EmbeddedEventRecords;
import io.jiayou.standalone.EmbeddedKeys;
import io.jiayou.transparency.NoteVerifier;
import io.jiayou.transparency.TreeHashing;
import io.jiayou.transparency.TrustedLog;
import io.jiayou.transparency.VerificationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the stopped system has left, and what its archive brings back. */
record Aftermath(Path data, Before before) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String EVENTS = "events, unpacked";
    private static final String DOCUMENTS = "read store, unpacked";
    private static final String WORDS = "history index, its words";
    private static final String FILES = "all files, byte for byte";

    void run(Path archive, AgeIdentity identity, Path scratch, Map<String, Object> figures, List<String> violations)
            throws Exception {
        EventSerializer serializer = new EventSerializer();
        try (RocksEventStorageEngine engine =
                RocksEventStorageEngine.open(data.resolve("events"), serializer, serializer, Upcasters.chain())) {
            scan(engine, figures, violations);
            proofs(new EmbeddedEventRecords(engine), figures, violations);
        }
        restore(archive, identity, scratch, figures, violations);
    }

    private void scan(RocksEventStorageEngine engine, Map<String, Object> figures, List<String> violations)
            throws IOException {
        Set<String> erased = Before.texts(before.erased());
        before.erased().forEach(person -> erased.add(before.wrapped().get(person.driver())));
        Set<String> controls = Before.texts(before.others());
        before.others().forEach(person -> controls.add(before.wrapped().get(person.driver())));
        controls.add(before.publicWord());
        Set<String> wanted = new HashSet<>(erased);
        wanted.addAll(controls);
        Scan scan = new Scan(wanted);
        scan.files(FILES, data.resolveSibling("data"));
        scan.files(FILES, data.resolveSibling("exports"));
        scan.events(EVENTS, engine);
        scan.documents(DOCUMENTS, data.resolve("read-models.checkpoint"));
        scan.words(WORDS, data.resolve("audit/history-index"));
        int hits = 0;
        for (var place : scan.found().entrySet()) {
            Set<String> texts = new HashSet<>(place.getValue());
            texts.retainAll(erased);
            hits += texts.size();
            if (!texts.isEmpty()) {
                violations.add(texts.size() + " texts or keys of erased persons are in " + place.getKey());
            }
        }
        control(scan, violations);
        figures.put("bytes looked through", scan.bytes());
        figures.put("texts and wrapped keys looked for", erased.size());
        figures.put("of them found", hits);
        figures.put(
                "texts and keys of others found, to know that it looks",
                scan.found().values().stream()
                        .mapToInt(texts ->
                                (int) texts.stream().filter(controls::contains).count())
                        .sum());
    }

    /** What has to be found. */
    private void control(Scan scan, List<String> violations) {
        for (String place : List.of(EVENTS, DOCUMENTS, WORDS)) {
            if (!scan.in(place).contains(before.publicWord())) {
                violations.add("the scan doesn't even find a station's name in: " + place);
            }
        }
        for (Person person : before.others()) {
            if (!scan.in(WORDS).contains(person.text())) {
                violations.add("the scan doesn't find somebody else's words in the index");
            }
            if (!scan.in(FILES).contains(before.wrapped().get(person.driver()))) {
                violations.add("the scan doesn't find somebody else's wrapped key");
            }
            if (person.texts().stream().anyMatch(scan.in(EVENTS)::contains)) {
                violations.add("events have a text in the open");
            }
        }
    }

    private void proofs(EmbeddedEventRecords records, Map<String, Object> figures, List<String> violations)
            throws IOException {
        AuditLog log = AuditLog.open(data.resolve("audit"), trustedLog().origin(), records);
        log.extend();
        Set<String> drivers = before.erased().stream().map(Person::driver).collect(Collectors.toSet());
        int proven = 0;
        for (long position = 0; position < log.newest().size(); position++) {
            EventRecord event = records.from(position, 1).getFirst();
            if (drivers.contains(driver(event))) {
                try {
                    log.newest()
                            .prove(position)
                            .verify(TreeHashing.leaf(event.canonical()), trustedLog(), List.of(), 0);
                    proven++;
                } catch (VerificationException e) {
                    violations.add("the proof of event " + position + " doesn't hold: " + e.getMessage());
                }
            }
        }
        if (proven < 5 * before.erased().size()) {
            violations.add("only " + proven + " events of erased persons are there to be proven");
        }
        figures.put("inclusion proofs of their events that hold", proven);
    }

    private static String driver(EventRecord event) {
        JsonNode payload = JSON.readTree(event.payload());
        return payload.path("driverId").asString("");
    }

    private TrustedLog trustedLog() throws IOException {
        NoteVerifier key = NoteVerifier.parse(
                Files.readString(data.resolve("audit/log.vkey")).strip());
        return new TrustedLog(key.key().name(), List.of(key));
    }

    /** The events as they were before, out of the newest full backup, which was taken before. */
    private void restore(
            Path archive, AgeIdentity identity, Path scratch, Map<String, Object> figures, List<String> violations)
            throws IOException {
        NoteVerifier key = NoteVerifier.parse(
                Files.readString(data.resolve("archive/archive.vkey")).strip());
        Trust trust = new Trust(key, trustedLog());
        FolderTarget target = FolderTarget.open("archive", archive);
        new RestoredDirectory(target, trust, Known.nothing(), List.of(identity))
                .into(scratch, new Until.Position(before.events()), at -> {});
        Map<String, String> wrapped = Before.wrapped(scratch);
        before.erased().stream()
                .filter(person -> wrapped.containsKey(person.driver()))
                .forEach(person -> violations.add("a restore has revived a key"));
        before.others().stream()
                .filter(person -> !Objects.equals(before.wrapped().get(person.driver()), wrapped.get(person.driver())))
                .forEach(person -> violations.add("a restore has lost somebody else's key"));
        figures.put("keys restored from the backup of before", wrapped.size());
        figures.put(
                "of erased persons",
                before.erased().stream()
                        .filter(person -> wrapped.containsKey(person.driver()))
                        .count());
        withoutMasterKey(scratch, violations);
        opened(scratch, figures, violations);
    }

    /** Whoever gets hold of a backup has wrapped keys, and nothing that unwraps them. */
    private void withoutMasterKey(Path scratch, List<String> violations) throws IOException {
        String master = Files.readString(EmbeddedKeys.masterKeys(data).file()).strip();
        Scan scan = new Scan(Set.of(master));
        scan.files("here", data);
        scan.files("restored", scratch);
        if (scan.in("here").isEmpty()) {
            violations.add("the scan doesn't find the master key where it is");
        }
        if (!scan.in("restored").isEmpty()) {
            violations.add("the master key came out of a backup");
        }
    }

    private void opened(Path scratch, Map<String, Object> figures, List<String> violations) throws IOException {
        String master = Files.readString(EmbeddedKeys.masterKeys(data).file());
        EventSerializer serializer = new EventSerializer();
        Scan scan = new Scan(Before.texts(before.erased()));
        Scan others = new Scan(Before.texts(before.others()));
        try (EmbeddedKeys store = EmbeddedKeys.open(scratch);
                RocksEventStorageEngine engine = RocksEventStorageEngine.open(
                        scratch.resolve("events"), serializer, serializer, Upcasters.chain())) {
            PersonalData opening =
                    PersonalData.under(new PersonKeys(store, MasterKeys.of(master), Duration.ofMinutes(1)));
            engine.readEvents(null, false).forEach(message -> {
                String opened = opening.opened(message.getPayload()).toString();
                scan.text("", opened);
                others.text("", opened);
            });
        }
        if (!scan.found().isEmpty()) {
            violations.add("restored events of erased persons can be opened");
        }
        if (!others.in("").containsAll(Before.texts(before.others()))) {
            violations.add("restored events of others can't be opened");
        }
        figures.put("texts of others opened after the restore", others.in("").size());
    }
}
