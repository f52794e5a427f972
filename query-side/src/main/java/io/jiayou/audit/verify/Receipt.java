package io.jiayou.audit.verify;

import io.jiayou.audit.EventRecord;
import io.jiayou.transparency.CosignatureVerifier;
import io.jiayou.transparency.TlogProof;
import io.jiayou.transparency.TreeHashing;
import io.jiayou.transparency.TreeHead;
import io.jiayou.transparency.TrustedLog;
import io.jiayou.transparency.Verdict;
import io.jiayou.transparency.VerificationException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Events with their proofs in one text: C2SP tlog-proofs one behind the other, in the order of their positions, each with
 * its event's canonical line as extra data, all of one checkpoint. It proves that each of its events is in the log at its
 * place; that none between them is left out, only where the positions follow one another.
 */
public record Receipt(List<TlogProof> proofs) {

    private static final String FIRST_LINE = "c2sp.org/tlog-proof@v1\n";

    public Receipt {
        proofs = List.copyOf(proofs);
    }

    /** @throws VerificationException MALFORMED for anything else */
    public static Receipt parse(String text) {
        List<TlogProof> proofs = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int next = text.indexOf("\n" + FIRST_LINE, from);
            int end = next < 0 ? text.length() : next + 1;
            proofs.add(TlogProof.parse(text.substring(from, end)));
            from = end;
        }
        if (proofs.isEmpty()) {
            throw new VerificationException(Verdict.MALFORMED, "a receipt has at least one proof");
        }
        return new Receipt(proofs);
    }

    public String format() {
        return proofs.stream().map(TlogProof::format).collect(Collectors.joining());
    }

    /** Its events, not verified. */
    public List<EventRecord> events() {
        return proofs.stream().map(proof -> EventRecord.parse(line(proof))).toList();
    }

    /**
     * Verifies every event.
     *
     * @param witnesses all of them must have cosigned
     */
    public Finding verify(TrustedLog log, List<CosignatureVerifier> witnesses) {
        TreeHead head = proofs.getFirst().checkpoint().unverified().head();
        long before = -1;
        for (TlogProof proof : proofs) {
            long position = proof.inclusion().index();
            try {
                byte[] line = line(proof);
                proof.verify(TreeHashing.leaf(line), log, witnesses, witnesses.size());
                EventRecord.parse(line);
                if (!proof.checkpoint().unverified().head().equals(head)) {
                    throw new VerificationException(Verdict.INCONSISTENT, "its proofs are of several checkpoints");
                }
                if (position <= before) {
                    throw new VerificationException(Verdict.MALFORMED, "its events aren't in their order");
                }
            } catch (VerificationException e) {
                return new Finding(e.verdict(), position, String.valueOf(e.getMessage()), proofs.size(), head);
            } catch (IllegalArgumentException e) {
                return new Finding(Verdict.MALFORMED, position, String.valueOf(e.getMessage()), proofs.size(), head);
            }
            before = position;
        }
        long first = proofs.getFirst().inclusion().index();
        String complete = before - first + 1 == proofs.size() ? ", and none between them is missing" : "";
        return Finding.holds("every event is in the log" + complete, proofs.size(), head);
    }

    private static byte[] line(TlogProof proof) {
        return proof.extra().orElseThrow(() -> new VerificationException(Verdict.MALFORMED, "a proof lacks its event"));
    }
}
