package io.jiayou.audit.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiayou.audit.log.AuditLog;
import io.jiayou.audit.log.ListedRecords;
import io.jiayou.transparency.TlogProof;
import io.jiayou.transparency.Verdict;
import io.jiayou.transparency.VerificationException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceiptDigestTest {

    private static final String ORDER = "o7";

    @TempDir
    Path directory;

    private Receipt receipt(String origin, int size, long... positions) {
        AuditLog log = AuditLog.open(directory.resolve(origin + size), origin, new ListedRecords(size));
        log.extend();
        List<TlogProof> proofs = new ArrayList<>();
        log.newest().proofs(positions).forEachRemaining(proofs::add);
        return new Receipt(proofs);
    }

    private void refused(String digest, Receipt receipt, String because) {
        assertThatThrownBy(() -> ReceiptDigest.parse(digest).requireNames(receipt))
                .isInstanceOfSatisfying(VerificationException.class, found -> {
                    assertThat(found.verdict()).isEqualTo(Verdict.OTHER_DIGEST);
                    assertThat(found).hasMessageContaining(because);
                });
    }

    @Test
    void namesItsReceiptOnASlip() {
        Receipt receipt = receipt("log", 50, 7, 9);

        String digest = ReceiptDigest.of(receipt, ORDER).text();

        assertThat(digest).hasSizeLessThan(200).startsWith("jiayou-receipt/1 log 50 ");
        ReceiptDigest.parse(digest).requireNames(Receipt.parse(receipt.format()));
    }

    @Test
    void namesNoOther() {
        String digest = ReceiptDigest.of(receipt("log", 50, 7, 9), ORDER).text();

        refused(digest, receipt("log2", 50, 7, 9), "another log");
        refused(digest, receipt("log", 50, 9), "another order");
        refused(digest, receipt("log", 50, 7), "other events");
        refused(digest, receipt("log", 51, 7, 9), "a tree of 50 events, and this is one of 51");
    }

    @Test
    void isShortEnoughForALongName() {
        ReceiptDigest longest = new ReceiptDigest(
                "o".repeat(80), 999_999_999_999_999_999L, "r".repeat(44), "i".repeat(64), "e".repeat(44));

        assertThat(longest.text()).hasSizeLessThan(300);
        assertThat(ReceiptDigest.parse(longest.text())).isEqualTo(longest);
    }

    @Test
    void isNotJustAnyText() {
        for (String text : new String[] {"", "hello", "jiayou-receipt/2 a 1 b c d", "jiayou-receipt/1 a x b c d"}) {
            assertThatThrownBy(() -> ReceiptDigest.parse(text))
                    .isInstanceOfSatisfying(VerificationException.class, found -> assertThat(found.verdict())
                            .isEqualTo(Verdict.MALFORMED));
        }
    }
}
