package io.jiayou.privacy;

/** Where keys are carried and not used. */
final class NoMasterKey implements KeyWrapping {

    @Override
    public byte[] wrap(byte[] key, String context) {
        throw missing();
    }

    @Override
    public byte[] unwrap(byte[] wrapped, String context) {
        throw missing();
    }

    @Override
    public boolean isCurrent(byte[] wrapped) {
        throw missing();
    }

    private static IllegalStateException missing() {
        return new IllegalStateException("there is no master key here");
    }
}
