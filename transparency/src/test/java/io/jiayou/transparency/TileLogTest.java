package io.jiayou.transparency;

import static io.jiayou.transparency.Refusals.assertRefused;
import static java.nio.file.StandardOpenOption.APPEND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TileLogTest {

    private static final int MANY = 66_000;

    private static final ReferenceTree MANY_LEAVES = ReferenceTree.ofSize(MANY);

    private final MemoryTileStore store = new MemoryTileStore();

    @Nested
    class Growing {

        @Test
        void hasTheRootsAndProofsOfTheDefinition() {
            ReferenceTree tree = ReferenceTree.ofSize(600);
            TileLog log = TileLog.open(store, TreeHead.empty());
            log.append(ReferenceTree.leaves(0, 600));
            log.publish();

            for (int size = 0; size <= 600; size += size < 20 ? 1 : 29) {
                assertThat(log.rootAt(size)).isEqualTo(tree.root(0, size));
                for (int index = 0; index < size; index++) {
                    assertThat(log.inclusionProof(index, size).hashes()).isEqualTo(tree.inclusion(index, size));
                    assertThat(log.consistencyProof(index + 1, size).hashes())
                            .isEqualTo(tree.consistency(index + 1, size));
                }
            }
        }

        /** What neighbours share is read once: of 600 leaves each, and of the tiles above nothing more often. */
        @Test
        void provesManyLeavesAtOnceAsOneByOne() {
            TileLog log = TileLog.open(store, TreeHead.empty());
            log.append(ReferenceTree.leaves(0, 600));
            log.publish();
            for (int size : List.of(1, 2, 255, 256, 257, 511, 600)) {
                long[] all = LongStream.range(0, size).toArray();

                assertThat(log.inclusionProofs(size, all))
                        .isEqualTo(LongStream.of(all)
                                .mapToObj(index -> log.inclusionProof(index, size))
                                .toList());
            }
            assertThat(log.inclusionProofs(600)).isEmpty();
            assertRefused(Verdict.OUT_OF_RANGE, () -> log.inclusionProofs(600, 3, 600));
            assertRefused(Verdict.OUT_OF_RANGE, () -> log.inclusionProofs(601, 3));
            assertRefused(Verdict.OUT_OF_RANGE, () -> log.inclusionProofs(600, -1));

            AtomicInteger asked = new AtomicInteger();
            TreeProofs proofs = new TreeProofs(new RememberedSubtrees((height, index) -> {
                asked.incrementAndGet();
                return ReferenceTree.ofSize(600).root((int) (index << height), (int) (index + 1 << height));
            }));
            for (int index = 0; index < 600; index++) {
                proofs.inclusion(index, 600);
            }
            assertThat(asked.get()).isLessThanOrEqualTo(600 + 3);
        }

        @Test
        void provesOverThreeLevelsOfTiles() {
            ReferenceTree tree = MANY_LEAVES;
            TileLog log = TileLog.open(store, TreeHead.empty());
            log.append(ReferenceTree.leaves(0, MANY));

            assertThat(log.publish()).isEqualTo(tree.head(MANY));
            for (int index : List.of(0, 255, 256, 65_535, 65_536, MANY - 1)) {
                assertThat(log.leafAt(index)).isEqualTo(tree.leaf(index));
                assertThat(log.inclusionProof(index, MANY).hashes()).isEqualTo(tree.inclusion(index, MANY));
                assertThat(log.consistencyProof(index + 1, MANY).hashes()).isEqualTo(tree.consistency(index + 1, MANY));
            }
        }

        @Test
        void writesTheTilesOfTheTreeWhateverTheBatches() {
            MemoryTileStore atOnce = new MemoryTileStore();
            TileLog one = TileLog.open(atOnce, TreeHead.empty());
            one.append(ReferenceTree.leaves(0, MANY));
            one.publish();
            TileLog log = TileLog.open(store, TreeHead.empty());
            for (int start = 0; start < MANY; start += 1000) {
                log.append(ReferenceTree.leaves(start, start + 1000));
            }
            log.publish();

            assertThat(store.contents().keySet()).isEqualTo(pathsOf(MANY));
            assertThat(store.contents()).containsExactlyEntriesOf(atOnce.contents());
        }

        @Test
        void nothingCountsBeforeItIsPublished() {
            TileLog log = TileLog.open(store, TreeHead.empty());
            log.append(ReferenceTree.leaves(0, 300));

            assertThat(log.size()).isEqualTo(300);
            assertThat(log.head()).isEqualTo(TreeHead.empty());
            assertThat(store.contents()).isEmpty();
            assertRefused(Verdict.OUT_OF_RANGE, () -> log.rootAt(1));
            assertRefused(Verdict.OUT_OF_RANGE, () -> log.inclusionProof(0, 300));
        }

        @Test
        void refusesWhatNoTreeHas() {
            TileLog log = TileLog.open(store, TreeHead.empty());
            log.append(ReferenceTree.leaves(0, 10));
            log.publish();

            assertRefused(Verdict.OUT_OF_RANGE, () -> log.inclusionProof(10, 10));
            assertRefused(Verdict.OUT_OF_RANGE, () -> log.inclusionProof(-1, 10));
            assertRefused(Verdict.OUT_OF_RANGE, () -> log.inclusionProof(0, 11));
            assertRefused(Verdict.OUT_OF_RANGE, () -> log.consistencyProof(0, 10));
            assertRefused(Verdict.OUT_OF_RANGE, () -> log.consistencyProof(10, 9));
            assertRefused(Verdict.OUT_OF_RANGE, () -> log.leafAt(10));
            assertRefused(Verdict.OUT_OF_RANGE, () -> log.rootAt(-1));
            assertRefused(Verdict.OUT_OF_RANGE, () -> TileLog.open(store, -1));
        }
    }

    @Nested
    class WhileItGrows {

        @TempDir
        private Path directory;

        @Test
        void everyReaderGetsProofsOfPublishedTrees() throws Exception {
            TileLog log = TileLog.open(FileTileStore.open(directory), TreeHead.empty());
            publish(log, 10);
            try (ExecutorService readers = Executors.newFixedThreadPool(3)) {
                List<Future<Integer>> read = Stream.<Callable<Integer>>generate(() -> () -> readUntil(log, 20_000))
                        .limit(3)
                        .map(readers::submit)
                        .toList();
                for (int size = 10; size <= 20_000; size += 111) {
                    publish(log, size);
                }
                publish(log, 20_000);
                for (Future<Integer> one : read) {
                    assertThat(one.get()).isPositive();
                }
            }
        }

        private int readUntil(TileLog log, long last) {
            int proofs = 0;
            for (TreeHead head = log.head(); head.size() < last; head = log.head()) {
                long index = proofs * 7919L % head.size();
                long older = index + 1;
                log.inclusionProof(index, head.size()).verify(log.leafAt(index), head);
                log.consistencyProof(older, head.size()).verify(new TreeHead(older, log.rootAt(older)), head);
                proofs++;
            }
            return proofs;
        }
    }

    @Nested
    class PartialTiles {

        @Test
        void ofPublishedTreesStayUntilTheFullOneIsInTheHeadBefore() {
            TileLog log = TileLog.open(store, TreeHead.empty());
            publish(log, 100);
            publish(log, 200);
            publish(log, 256);
            assertThat(store.contents()).containsKeys("tile/0/000.p/100", "tile/0/000.p/200", "tile/0/000");
            publish(log, 257);

            assertThat(store.contents()).containsOnlyKeys("tile/0/000", "tile/0/001.p/1", "tile/1/000.p/1");
        }

        @Test
        void leftByAnEarlierProcessGoToo() {
            TileLog log = TileLog.open(store, TreeHead.empty());
            publish(log, 100);
            publish(log, 300);
            TileLog again = TileLog.open(store, log.head());
            publish(again, 301);

            assertThat(store.contents().keySet())
                    .containsExactlyInAnyOrder("tile/0/000", "tile/0/001.p/44", "tile/0/001.p/45", "tile/1/000.p/1");
        }

        @Test
        void everyTreePublishedSinceCanBeReadFromFullTilesOrItsOwn() {
            TileLog log = TileLog.open(store, TreeHead.empty());
            ReferenceTree tree = ReferenceTree.ofSize(1000);
            for (int size = 7; size <= 1000; size += 31) {
                publish(log, size);
                for (int earlier = 7; earlier <= size; earlier += 31) {
                    assertThat(TileLog.open(store, earlier).head()).isEqualTo(tree.head(earlier));
                }
            }
        }
    }

    @Nested
    class AfterACrash {

        @TempDir
        private Path directory;

        @ParameterizedTest
        @ValueSource(ints = {0, 1, 255, 256, 257, 65_535, 65_536, 65_537})
        void continuesAtTheLastHead(int size) {
            ReferenceTree tree = MANY_LEAVES;
            publish(TileLog.open(store, TreeHead.empty()), size);
            TileLog log = TileLog.open(store, tree.head(size));
            publish(log, 65_900);

            assertThat(log.head()).isEqualTo(tree.head(65_900));
            assertThat(log.inclusionProof(65_899, 65_900).hashes()).isEqualTo(tree.inclusion(65_899, 65_900));
        }

        @Test
        void overwritesWhatWasNeverAnnounced() {
            TileLog log = TileLog.open(FileTileStore.open(directory), TreeHead.empty());
            TreeHead announced = publish(log, 300);
            log.append(ReferenceTree.leaves(50_000, 50_700));
            log.publish();
            log.append(ReferenceTree.leaves(50_700, 50_999));
            TileLog again = TileLog.open(FileTileStore.open(directory), announced);
            publish(again, 1000);

            assertThat(again.head()).isEqualTo(ReferenceTree.ofSize(1000).head(1000));
            TileLog.open(FileTileStore.open(directory), again.head()).inclusionProof(999, 1000);
        }

        @Test
        void overwritesHalfWrittenTilesBeyondTheHead() throws IOException {
            TileLog log = TileLog.open(FileTileStore.open(directory), TreeHead.empty());
            TreeHead announced = publish(log, 300);
            Files.write(directory.resolve("full/0"), new byte[8192 + 100], APPEND);
            Files.write(directory.resolve("full/1"), new byte[8191]);
            Files.write(directory.resolve("tile/1/000.p/3"), new byte[96]);
            TileLog again = TileLog.open(FileTileStore.open(directory), announced);

            assertThat(publish(again, 800)).isEqualTo(ReferenceTree.ofSize(800).head(800));
            FileTileStore kept = FileTileStore.open(directory);
            assertThat(pathsOf(800)).allMatch(path -> kept.read(path) != null);
            assertThat(TileLog.open(kept, again.head()).leafAt(799))
                    .isEqualTo(ReferenceTree.leaves(799, 800).getFirst());
        }

        @Test
        void refusesTilesThatDontHashToTheHead() {
            TreeHead head = publish(TileLog.open(store, TreeHead.empty()), 300);
            TreeHead other = new TreeHead(300, TreeHashing.empty());
            assertRefused(Verdict.INCONSISTENT, () -> TileLog.open(store, other));
            store.delete("tile/0/001.p/44");
            assertRefused(Verdict.MISSING, () -> TileLog.open(store, head));
        }

        @Test
        void findsADamagedFullTileWhenItIsUsed() {
            TreeHead head = publish(TileLog.open(store, TreeHead.empty()), 600);
            byte[] tile = Objects.requireNonNull(store.read("tile/0/001"));
            tile[8191] ^= 1;
            store.delete("tile/0/001");
            store.write("tile/0/001", tile);
            store.commit();
            TileLog log = TileLog.open(store, head);

            log.inclusionProof(599, 600);
            assertRefused(Verdict.INCONSISTENT, () -> log.inclusionProof(256, 600));
            store.delete("tile/0/001");
            assertRefused(Verdict.MISSING, () -> log.inclusionProof(256, 600));
        }
    }

    @Nested
    class WhenWritingFails {

        @Test
        void hasToBeOpenedAgain() {
            FailingStore failing = new FailingStore();
            TileLog log = TileLog.open(failing, TreeHead.empty());
            TreeHead announced = publish(log, 300);
            failing.full = true;
            log.append(ReferenceTree.leaves(300, 400));
            assertThatThrownBy(log::publish).isInstanceOf(UncheckedIOException.class);
            failing.full = false;

            assertThatThrownBy(log::publish).isInstanceOf(IllegalStateException.class);
            assertThat(log.head()).isEqualTo(announced);
            log.inclusionProof(299, 300).verify(ReferenceTree.leaves(299, 300).getFirst(), announced);
            TileLog again = TileLog.open(failing, announced);
            assertThat(publish(again, 400)).isEqualTo(ReferenceTree.ofSize(400).head(400));
        }
    }

    private static TreeHead publish(TileLog log, int size) {
        log.append(ReferenceTree.leaves((int) log.size(), size));
        return log.publish();
    }

    private static Set<String> pathsOf(long size) {
        return Tile.ofTree(size).stream().map(Tile::path).collect(Collectors.toSet());
    }

    private static final class FailingStore implements TileStore {

        private final MemoryTileStore store = new MemoryTileStore();
        private boolean full;

        @Override
        public byte @Nullable [] read(String path) {
            return store.read(path);
        }

        @Override
        public void write(String path, byte[] content) {
            store.write(path, content);
        }

        @Override
        public void commit() {
            if (full) {
                throw new UncheckedIOException(new IOException("No space left on device"));
            }
            store.commit();
        }

        @Override
        public void discard() {
            store.discard();
        }

        @Override
        public void delete(String path) {
            store.delete(path);
        }

        @Override
        public void deletePartials(String fullPath) {
            store.deletePartials(fullPath);
        }
    }
}
