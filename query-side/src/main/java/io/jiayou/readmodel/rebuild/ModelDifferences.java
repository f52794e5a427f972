package io.jiayou.readmodel.rebuild;

import io.jiayou.http.computing.Computations;
import io.jiayou.readmodel.View;
import io.jiayou.readmodel.documents.Canonical;
import io.jiayou.readmodel.documents.CanonicalHash;
import io.jiayou.readmodel.documents.Documents;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How one read model differs between two generations. Exact between pasts, which stand still; the live one may move on
 * while it is read.
 *
 * @param model the read model's name
 * @param here how many documents the first generation has
 * @param there how many documents the other one has
 * @param onlyHere how many documents only the first one has
 * @param onlyThere how many documents only the other one has
 * @param different how many documents both have that aren't the same
 * @param first ids of the first ten of all these, in their order
 * @param equal whether both have the same documents
 * @param hereHash the canonical hash of the first one
 * @param thereHash the canonical hash of the other one
 */
public record ModelDifferences(
        String model,
        long here,
        long there,
        long onlyHere,
        long onlyThere,
        long different,
        List<String> first,
        boolean equal,
        String hereHash,
        String thereHash) {

    private static final int NAMED = 10;

    static <V extends View> ModelDifferences between(String model, Documents<V> here, Documents<V> there) {
        Merge<V> merge = new Merge<>(here, there);
        merge.run();
        String hereHash = merge.hereHash.hash();
        String thereHash = merge.thereHash.hash();
        return new ModelDifferences(
                model,
                merge.hereHash.documents(),
                merge.thereHash.documents(),
                merge.onlyHere,
                merge.onlyThere,
                merge.different,
                List.copyOf(merge.first),
                hereHash.equals(thereHash),
                hereHash,
                thereHash);
    }

    /** Walks through both in the order of their ids. */
    private static final class Merge<V extends View> {
        private final Canonical<V> canonical;
        private final Iterator<V> heres;
        private final Iterator<V> theres;
        private final CanonicalHash hereHash = new CanonicalHash();
        private final CanonicalHash thereHash = new CanonicalHash();
        private final TreeSet<String> first = new TreeSet<>();
        private long onlyHere;
        private long onlyThere;
        private long different;

        Merge(Documents<V> here, Documents<V> there) {
            this.canonical = new Canonical<>(here);
            this.heres = here.inOrder().iterator();
            this.theres = there.inOrder().iterator();
        }

        void run() {
            V here = next(heres);
            V there = next(theres);
            while (here != null || there != null) {
                Computations.requireRight();
                int order = order(here, there);
                if (order < 0 && here != null) {
                    hereHash.add(canonical.digest(here));
                    onlyHere += name(here);
                    here = next(heres);
                } else if (order > 0 && there != null) {
                    thereHash.add(canonical.digest(there));
                    onlyThere += name(there);
                    there = next(theres);
                } else if (here != null && there != null) {
                    compare(here, there);
                    here = next(heres);
                    there = next(theres);
                }
            }
        }

        private void compare(V here, V there) {
            byte[] digest = canonical.digest(here);
            byte[] other = canonical.digest(there);
            hereHash.add(digest);
            thereHash.add(other);
            if (!Arrays.equals(digest, other)) {
                different += name(here);
            }
        }

        private int name(V view) {
            first.add(view.id());
            if (first.size() > NAMED) {
                first.pollLast();
            }
            return 1;
        }

        private int order(@Nullable V here, @Nullable V there) {
            if (here == null) {
                return 1;
            }
            return there == null ? -1 : here.id().compareTo(there.id());
        }

        private @Nullable V next(Iterator<V> documents) {
            return documents.hasNext() ? documents.next() : null;
        }
    }
}
