package io.jiayou.archive.damage;

import java.io.IOException;
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
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An archive in a folder that is damaged and mended again. It is given every earlier state of the archive that a roll-back
 * may bring back; each call leaves the folder with one damage.
 */
public final class DamagedFolder {

    private final Path folder;
    private final RandomGenerator random;
    private final List<Map<String, byte[]>> states;
    private final Map<String, byte[]> whole;

    private DamagedFolder(Path folder, RandomGenerator random, List<Map<String, byte[]>> states) {
        this.folder = folder;
        this.random = random;
        this.states = List.copyOf(states);
        this.whole = states.getLast();
    }

    /**
     * @param states the archive as it was, oldest first; the last is the one that is there now
     */
    public static DamagedFolder of(Path folder, RandomGenerator random, List<Map<String, byte[]>> states) {
        if (states.size() < 2) {
            throw new IllegalArgumentException("a roll-back needs an earlier state");
        }
        return new DamagedFolder(folder, random, states);
    }

    /** All files of an archive in a folder, to be kept in memory. */
    public static Map<String, byte[]> stateOf(Path folder) throws IOException {
        Map<String, byte[]> state = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (!name.startsWith(".")) {
                    state.put(name, Files.readAllBytes(file));
                }
            }
        }
        return state;
    }

    /** Mends what was damaged before, then does this. */
    public Damage apply(DamageKind kind) throws IOException {
        Map<String, byte @Nullable []> changed = new HashMap<>();
        switch (kind) {
            case FLIP -> alter(changed, this::flipped);
            case TRUNCATE -> alter(changed, bytes -> Arrays.copyOf(bytes, random.nextInt(bytes.length)));
            case EXTEND -> alter(changed, bytes -> extended(bytes));
            case DELETE -> changed.put(anyFile(), null);
            case SWAP -> exchange(changed, true);
            case DUPLICATE -> exchange(changed, false);
            case ROLL_BACK -> rollBack(changed);
        }
        write(whole);
        write(changed);
        return new Damage(kind, Set.copyOf(new TreeSet<>(changed.keySet())));
    }

    /** Puts everything back. */
    public void mend() throws IOException {
        write(whole);
    }

    private interface Change {
        byte[] of(byte[] content);
    }

    private void alter(Map<String, byte @Nullable []> changed, Change change) {
        String file = anyFile();
        changed.put(file, change.of(content(file)));
    }

    private byte[] flipped(byte[] content) {
        byte[] flipped = content.clone();
        flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
        return flipped;
    }

    private byte[] extended(byte[] content) {
        byte[] extended = Arrays.copyOf(content, content.length + 1 + random.nextInt(100));
        for (int at = content.length; at < extended.length; at++) {
            extended[at] = random.nextBoolean() ? content[random.nextInt(content.length)] : (byte) random.nextInt();
        }
        return extended;
    }

    private void exchange(Map<String, byte @Nullable []> changed, boolean both) {
        String one = anyFile();
        String other = anyFile();
        while (Arrays.equals(content(one), content(other))) {
            other = anyFile();
        }
        changed.put(one, content(other));
        if (both) {
            changed.put(other, content(one));
        }
    }

    private void rollBack(Map<String, byte @Nullable []> changed) {
        Map<String, byte[]> earlier = states.get(random.nextInt(states.size() - 1));
        for (Map.Entry<String, byte[]> each : whole.entrySet()) {
            byte[] before = earlier.get(each.getKey());
            if (!Arrays.equals(before, each.getValue())) {
                changed.put(each.getKey(), before);
            }
        }
    }

    private String anyFile() {
        List<String> files = new ArrayList<>(whole.keySet());
        return files.get(random.nextInt(files.size()));
    }

    private byte[] content(String file) {
        byte[] content = whole.get(file);
        if (content == null) {
            throw new IllegalArgumentException("no such file");
        }
        return content;
    }

    private void write(Map<String, ? extends byte @Nullable []> files) throws IOException {
        for (Map.Entry<String, ? extends byte @Nullable []> each : files.entrySet()) {
            write(folder.resolve(each.getKey()), each.getValue());
        }
    }

    private static void write(Path file, byte @Nullable [] content) throws IOException {
        if (content == null) {
            Files.delete(file);
        } else {
            Files.write(file, content);
        }
    }
}
