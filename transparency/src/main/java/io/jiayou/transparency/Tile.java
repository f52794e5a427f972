package io.jiayou.transparency;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which part of the tree a tile holds (tlog-tiles): up to 256 neighbouring hashes of every eighth level, 32 bytes each.
 *
 * @param level 0 for leaf hashes; each hash of level n + 1 is the root over one full tile of level n
 * @param index of the tile within its level, from 0
 * @param width number of hashes, 1 to 256; a tile of fewer than 256 is partial
 */
public record Tile(int level, long index, int width) {

    public static final int FULL = 256;

    static final int HEIGHT = 8;
    static final int LEVELS = 8;

    /** INDEX[.p/WIDTH], as a regular expression. */
    public static final String PLACE = "((?:x[0-9]{3}/)*[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?";

    /** LEVEL/INDEX[.p/WIDTH], as a regular expression. */
    public static final String LEVEL_AND_PLACE = "(0|[1-9][0-9]?)/" + PLACE;

    private static final Pattern FORM = Pattern.compile("tile/" + LEVEL_AND_PLACE);

    public Tile {
        if (level < 0 || level > 63 || index < 0 || width < 1 || width > FULL) {
            throw new VerificationException(Verdict.OUT_OF_RANGE, "no tile has these coordinates");
        }
    }

    /** All tiles of a tree, level by level from the leaves, each from the left; partial ones where the tree ends. */
    public static List<Tile> ofTree(long size) {
        List<Tile> tiles = new ArrayList<>();
        int level = 0;
        for (long nodes = size; nodes > 0; nodes >>>= HEIGHT) {
            for (long index = 0; index < nodes >>> HEIGHT; index++) {
                tiles.add(new Tile(level, index, FULL));
            }
            int rest = (int) (nodes % FULL);
            if (rest > 0) {
                tiles.add(new Tile(level, nodes >>> HEIGHT, rest));
            }
            level++;
        }
        return tiles;
    }

    /** How many full tiles a level of a tree has; the tile with this index is the level's right edge. */
    static long fullTiles(long size, int level) {
        return level >= LEVELS - 1 ? 0 : size >>> HEIGHT * (level + 1);
    }

    /** How many hashes the right edge of a level has, 0 to 255. */
    static int edgeWidth(long size, int level) {
        return (int) (size >>> HEIGHT * level) & FULL - 1;
    }

    /** @throws VerificationException MALFORMED for what isn't the one path of a tile */
    public static Tile parse(String path) {
        return find(path).orElseThrow(() -> VerificationException.malformed("not the path of a tile"));
    }

    /** The tile with this path; empty for what isn't the one path of a tile. */
    static Optional<Tile> find(String path) {
        Matcher parts = FORM.matcher(path);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            int width = parts.group(3) == null ? FULL : Integer.parseInt(parts.group(3));
            long index = Long.parseLong(parts.group(2).replace("x", "").replace("/", ""));
            Tile tile = new Tile(Integer.parseInt(parts.group(1)), index, width);
            return tile.path().equals(path) ? Optional.of(tile) : Optional.empty();
        } catch (NumberFormatException | VerificationException e) {
            return Optional.empty();
        }
    }

    /** Such as {@code tile/0/x001/234.p/17}. */
    public String path() {
        return fullPath() + (isFull() ? "" : ".p/" + width);
    }

    /** Where this tile is, or will be, once it is full. */
    public String fullPath() {
        return "tile/" + level + '/' + indexPath(index);
    }

    public boolean isFull() {
        return width == FULL;
    }

    /** Groups of three digits, all but the last behind an x: 1234067 is x001/x234/067. */
    static String indexPath(long index) {
        StringBuilder path = new StringBuilder(threeDigits(index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            path.insert(0, 'x' + threeDigits(rest % 1000) + '/');
        }
        return path.toString();
    }

    private static String threeDigits(long number) {
        String digits = Long.toString(number);
        return "0".repeat(3 - digits.length()) + digits;
    }
}
