package io.jiayou.transparency;

import java.util.Optional;

/** When a witness refuses a checkpoint (tlog-witness, add-checkpoint), in the order of the specification. Pure. */
final class WitnessRules {

    private WitnessRules() {}

    /**
     * @param log the one with the checkpoint's origin
     * @param latest what the witness has cosigned last, the empty tree if nothing
     * @return the refusal, or nothing if the checkpoint may be cosigned
     */
    static Optional<WitnessAnswer> refusal(AddCheckpoint request, TrustedLog log, TreeHead latest) {
        try {
            TreeHead head = request.checkpoint().verify(log).head();
            if (request.oldSize() > head.size()) {
                return refused(WitnessAnswer.BAD_REQUEST, "the old size is above the checkpoint's");
            }
            if (request.oldSize() != latest.size()) {
                return Optional.of(WitnessAnswer.conflict(latest.size()));
            }
            return inconsistency(request.proof(), latest, head);
        } catch (VerificationException e) {
            return refused(WitnessAnswer.FORBIDDEN, String.valueOf(e.getMessage()));
        }
    }

    private static Optional<WitnessAnswer> inconsistency(ConsistencyProof proof, TreeHead latest, TreeHead head) {
        try {
            if (head.size() == 0 && !head.root().equals(TreeHashing.empty())) {
                return refused(WitnessAnswer.UNPROCESSABLE, "an empty tree has the hash of nothing as its root");
            }
            if (latest.size() > 0) {
                proof.verify(latest, head);
            } else if (!proof.hashes().isEmpty()) {
                return refused(WitnessAnswer.UNPROCESSABLE, "every tree is consistent with an empty one without proof");
            }
            return Optional.empty();
        } catch (VerificationException e) {
            return refused(WitnessAnswer.UNPROCESSABLE, String.valueOf(e.getMessage()));
        }
    }

    private static Optional<WitnessAnswer> refused(int status, String reason) {
        return Optional.of(WitnessAnswer.refused(status, reason));
    }
}
