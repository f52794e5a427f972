package io.jiayou.archive.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.jiayou.archive.ArchiveException;
import io.jiayou.archive.ArchiveVerdict;
import io.jiayou.archive.Place;
import io.jiayou.archive.damage.DamagedFolder;
import io.jiayou.archive.manifest.FileNames;
import io.jiayou.archive.manifest.PrunedSet;
import io.jiayou.archive.manifest.RememberedHead;
import io.jiayou.archive.manifest.SetManifest;
import io.jiayou.archive.manifest.SignedJson;
import io.jiayou.archive.sample.SampleArchive;
import io.jiayou.archive.verify.Finding;
import io.jiayou.archive.verify.Known;
import io.jiayou.archive.verify.SetReader;
import io.jiayou.archive.write.Archiver;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PruningTest {

    private static final KeepRules LAST_TWO = new KeepRules(2, 0, 0, 0, 0, ZoneOffset.UTC);

    @TempDir
    private Path directory;

    private SampleArchive archive;

    @BeforeEach
    void twelveHalfDailySets() throws IOException {
        archive = new SampleArchive(directory, "pruned");
        Archiver archiver = archive.archiver();
        for (int set = 0; set < 12; set++) {
            archive.history.grow(2);
            archive.takeSet(archiver, "set" + set);
            archive.now = archive.now.plus(Duration.ofHours(12));
        }
    }

    private Pruning pruning() {
        return new Pruning(archive.target, archive.trust(), archive.signer, "ops");
    }

    private List<Long> numbers() throws IOException {
        return new SetReader(archive.target, archive.trust())
                .sets().stream().map(SetManifest::number).toList();
    }

    private Known remembered() throws IOException {
        return Known.of(RememberedHead.read(archive.memory, archive.trust().archive()));
    }

    @Test
    void thePlanDeletesNothing() throws IOException {
        PrunePlan plan = pruning().plan(LAST_TWO, archive.now);

        assertThat(plan.sets())
                .extracting(PrunePlan.Gone::number)
                .containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
        assertThat(plan.kept()).containsOnlyKeys(10L, 11L).containsEntry(11L, "newest");
        assertThat(numbers()).hasSize(12);
    }

    @Test
    void theExecutionDeletesWhatIsPlannedAndTellsOfEachFile() throws IOException {
        PrunePlan plan = pruning().plan(LAST_TWO, archive.now);
        Set<String> before = DamagedFolder.stateOf(archive.folder).keySet();
        List<String> told = new ArrayList<>();

        pruning().execute(plan, archive.now, (target, file) -> told.add(file));

        Set<String> gone = new TreeSet<>(before);
        gone.removeAll(DamagedFolder.stateOf(archive.folder).keySet());
        assertThat(told).containsExactlyInAnyOrderElementsOf(gone);
        assertThat(gone).hasSize(40).noneMatch(file -> file.startsWith(FileNames.SEGMENTS));
        assertThat(numbers()).containsExactly(10L, 11L);
        assertThat(archive.opened(remembered())).matches(Finding::holds);
    }

    @Test
    void theNoteOfASetThatWentSaysWhoDeletedItAndWhichRulesDidntKeepIt() throws IOException {
        PrunePlan plan = pruning().plan(LAST_TWO, archive.now);
        pruning().execute(plan, archive.now, (target, file) -> {});

        byte[] note = Files.readAllBytes(archive.folder.resolve(FileNames.pruned(3)));
        PrunedSet pruned = SignedJson.read(
                note, PrunedSet.class, PrunedSet.KIND, archive.signer.verifier(), Place.of("folder", "3"));

        assertThat(pruned.by()).isEqualTo("ops");
        assertThat(pruned.rule()).isEqualTo("last 2, daily 0, weekly 0, monthly 0, yearly 0, days of Z");
        assertThat(pruned.setSha256()).isEqualTo(plan.sets().get(3).sha256());
    }

    /** As they were written before the note said who and why. */
    @Test
    void aNoteOfTheFirstFormatIsReadStill() throws IOException {
        PrunePlan plan = pruning().plan(LAST_TWO, archive.now);
        pruning().execute(plan, archive.now, (target, file) -> {});
        Path file = archive.folder.resolve(FileNames.pruned(0));
        PrunedSet now = SignedJson.read(
                Files.readAllBytes(file), PrunedSet.class, PrunedSet.KIND, archive.signer.verifier(), Place.of("", ""));
        PrunedSet first = new PrunedSet(now.archive(), null, 1, PrunedSet.KIND, 0, now.pruned(), null, now.setSha256());

        Files.write(file, SignedJson.sign(first, archive.signer));

        assertThat(Files.readString(file)).startsWith("{\"archive\":").doesNotContain("\"by\"", "\"rule\"");
        assertThat(archive.opened(remembered())).matches(Finding::holds);
    }

    @Test
    void nothingGoesWhileTheNewestSetIsDamaged() throws IOException {
        SetManifest newest =
                new SetReader(archive.target, archive.trust()).sets().getLast();
        Path attachment = archive.folder.resolve(newest.attachments().getFirst().file());
        byte[] bytes = Files.readAllBytes(attachment);
        bytes[bytes.length / 2] ^= 1;
        Files.write(attachment, bytes);

        assertThatThrownBy(() -> pruning().plan(LAST_TWO, archive.now))
                .asInstanceOf(type(ArchiveException.class))
                .returns(ArchiveVerdict.ALTERED, ArchiveException::verdict);
    }

    @Test
    void nothingGoesWhileASegmentIsMissingThatTheNewestSetNeeds() throws IOException {
        try (var files = Files.list(archive.folder.resolve(FileNames.SEGMENTS))) {
            Files.delete(files.filter(file -> file.toString().contains("/000000000002-"))
                    .findFirst()
                    .orElseThrow());
        }

        assertThatThrownBy(() -> pruning().plan(LAST_TWO, archive.now))
                .asInstanceOf(type(ArchiveException.class))
                .returns(ArchiveVerdict.MISSING, ArchiveException::verdict)
                .returns(FileNames.segment(2), found -> found.place().file());
    }

    @Test
    void aSetThatWasOnlyDeletedIsMissed() throws IOException {
        Files.delete(archive.folder.resolve(FileNames.set(4)));

        assertThat(archive.closed(remembered()).verdict()).isEqualTo(ArchiveVerdict.MISSING);
        assertThatThrownBy(() -> pruning().plan(LAST_TWO, archive.now)).isInstanceOf(ArchiveException.class);
    }

    @Test
    void keepsByDaysWeeksMonthsAndYears() throws IOException {
        // The sets are of 1 November 2026, a Sunday, to 6 November: two a day, two ISO weeks, one month.
        assertThat(kept(new KeepRules(0, 3, 0, 0, 0, ZoneOffset.UTC))).containsExactly(7L, 9L, 11L);
        assertThat(kept(new KeepRules(0, 0, 5, 0, 0, ZoneOffset.UTC))).containsExactly(1L, 11L);
        assertThat(kept(new KeepRules(0, 0, 0, 2, 2, ZoneOffset.UTC))).containsExactly(11L);
        assertThat(kept(new KeepRules(3, 1, 2, 0, 0, ZoneOffset.UTC))).containsExactly(1L, 9L, 10L, 11L);
        assertThat(kept(new KeepRules(0, 0, 0, 0, 0, ZoneOffset.UTC))).containsExactly(11L);
    }

    private Set<Long> kept(KeepRules rules) throws IOException {
        return new TreeSet<>(pruning().plan(rules, archive.now).kept().keySet());
    }

    @Test
    void aBrokenExecutionIsFinishedByTheNextPlan() throws IOException {
        PrunePlan plan = pruning().plan(LAST_TWO, archive.now);
        assertThatThrownBy(() -> pruning().execute(plan, archive.now, (target, file) -> {
                    throw new IllegalStateException("the power fails");
                }))
                .isInstanceOf(IllegalStateException.class);
        Finding between = archive.opened(remembered());

        PrunePlan rest = pruning().plan(LAST_TWO, archive.now);
        pruning().execute(rest, archive.now, (target, file) -> {});

        assertThat(between).matches(Finding::holds);
        assertThat(rest.files()).contains(FileNames.set(0));
        assertThat(archive.target.list(FileNames.ATTACHMENTS + "000000/")).isEmpty();
        assertThat(archive.opened(remembered())).matches(Finding::holds);
        assertThat(pruning().plan(LAST_TWO, archive.now)).matches(PrunePlan::isEmpty);
    }

    @Test
    void keysGoWhenTheirTimeIsOverWhileTheirSetStays() throws IOException {
        archive.now = archive.now.plus(Duration.ofDays(30));
        KeepRules all = new KeepRules(100, 0, 0, 0, 0, ZoneOffset.UTC);

        PrunePlan plan = pruning().plan(all, archive.now);
        pruning().execute(plan, archive.now, (target, file) -> {});

        assertThat(plan.sets()).isEmpty();
        assertThat(plan.files()).hasSize(12).allMatch(file -> file.startsWith(FileNames.KEYS));
        assertThat(archive.target.list(FileNames.KEYS)).isEmpty();
        assertThat(archive.opened(remembered())).matches(Finding::holds);
    }

    @Test
    void doesNotDeleteAnotherSetThanWasPlanned() throws IOException {
        PrunePlan plan = pruning().plan(LAST_TWO, archive.now);
        Files.copy(
                archive.folder.resolve(FileNames.set(11)),
                archive.folder.resolve(FileNames.set(0)),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);

        assertThatThrownBy(() -> pruning().execute(plan, archive.now, (target, file) -> {}))
                .asInstanceOf(type(ArchiveException.class))
                .returns(ArchiveVerdict.ALTERED, ArchiveException::verdict);
    }

    @Test
    void theAttachmentsOfWhatStaysCanBeRead() throws IOException {
        pruning().execute(pruning().plan(LAST_TWO, archive.now), archive.now, (target, file) -> {});
        SetReader reader = new SetReader(archive.target, archive.trust());
        SetManifest newest = reader.sets().getLast();
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        reader.copy(newest.attachments().getFirst(), List.of(archive.identity), out);

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("{\"mark\":\"set11\"}");
        assertThat(reader.erasures(newest, List.of(archive.identity))).containsExactly("erased-set11");
    }
}
