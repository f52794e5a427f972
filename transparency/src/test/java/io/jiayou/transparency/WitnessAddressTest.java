package io.jiayou.transparency;

import static io.jiayou.transparency.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WitnessAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"witness.example/w1", "w1@witness.example"})
    void isReadWithItsAddressAndWithout(String name) {
        String vkey = Cosigner.generate(name).verifier().key().vkey();
        String line = vkey + "@http://user@127.0.0.1:9090";

        WitnessAddress read = WitnessAddress.parse(line + "\n");
        assertThat(read.key().key().vkey()).isEqualTo(vkey);
        assertThat(read.url()).hasValue(URI.create("http://user@127.0.0.1:9090"));
        assertThat(read.text()).isEqualTo(line);
        assertThat(WitnessAddress.parse(vkey).key()).isEqualTo(read.key());
        assertThat(WitnessAddress.parse(vkey).url()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "@", "a+b", "a+b@c", "http://127.0.0.1:9090"})
    void anythingElseIsRefused(String text) {
        assertRefused(Verdict.MALFORMED, () -> WitnessAddress.parse(text));
    }
}
