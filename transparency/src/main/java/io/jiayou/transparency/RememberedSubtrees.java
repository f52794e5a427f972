package io.jiayou.transparency;

import java.util.HashMap;
import java.util.Map;

/**
 * A tree's subtrees for many proofs at once: what several proofs share is hashed once. Ten thousand proofs of neighbouring
 * leaves take as many hashes as leaves, not some hundreds for each. For one thread.
 */
final class RememberedSubtrees implements TreeProofs.Subtrees {

    private record Place(int height, long index) {}

    private final TreeProofs.Subtrees tree;
    private final Map<Place, Hash> known = new HashMap<>();

    RememberedSubtrees(TreeProofs.Subtrees tree) {
        this.tree = tree;
    }

    @Override
    public Hash root(int height, long index) {
        Place place = new Place(height, index);
        Hash root = known.get(place);
        if (root == null) {
            // the roots of whole tiles stand in the tile above
            root = height % Tile.HEIGHT == 0
                    ? tree.root(height, index)
                    : TreeHashing.node(root(height - 1, 2 * index), root(height - 1, 2 * index + 1));
            known.put(place, root);
        }
        return root;
    }
}
