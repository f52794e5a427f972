package io.jiayou.audit.verify;

import io.jiayou.audit.EventRecords;
import java.util.List;
import java.util.stream.LongStream;

/** The canonical lines of events, whoever gives them. */
public interface Entries {

    /**
     * @param position of the first
     * @param atMost how many
     * @return in their order; fewer only if there are no more
     */
    List<byte[]> from(long position, int atMost);

    /** The lines of a store's events; an event that can't be read has an empty line, which is nobody's. */
    static Entries of(EventRecords records) {
        return (position, atMost) -> {
            try {
                return records.lines(position, atMost);
            } catch (RuntimeException unreadable) {
                return LongStream.range(position, Math.min(position + atMost, records.size()))
                        .mapToObj(at -> lineOrEmpty(records, at))
                        .toList();
            }
        };
    }

    private static byte[] lineOrEmpty(EventRecords records, long position) {
        try {
            return records.lines(position, 1).getFirst();
        } catch (RuntimeException unreadable) {
            return new byte[0];
        }
    }
}
