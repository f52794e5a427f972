package io.jiayou.archive.seal;

import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.UnsupportedRecipientStanzaException;
import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.github.luben.zstd.RecyclingBufferPool;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.security.GeneralSecurityException;
import java.util.List;

/** Gives back what was {@linkplain Sealing sealed}. */
public final class Unsealing {

    private Unsealing() {}

    /**
     * @param sealed an age file; closed with what is returned
     * @return the plain bytes; reading them may fail at any place if the file isn't what was sealed
     * @throws WrongIdentity if no identity opens it
     */
    public static InputStream open(InputStream sealed, List<AgeIdentity> identities) throws IOException {
        List<RecipientStanzaReader> readers =
                identities.stream().map(AgeIdentity::reader).toList();
        try {
            ReadableByteChannel age =
                    new StandardDecryptingChannelFactory().newDecryptingChannel(new FullReads(sealed), readers);
            return new ZstdInputStreamNoFinalizer(Channels.newInputStream(age), RecyclingBufferPool.INSTANCE);
        } catch (UnsupportedRecipientStanzaException e) {
            throw new WrongIdentity(e);
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new IOException("not a file of the age format", e);
        }
    }
}
