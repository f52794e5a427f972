package io.jiayou.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QrCodeTest {

    private static final String DIGEST = "jiayou-receipt/1 jiayou.example/audit 2105"
            + " 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU= 0197a3c5-7f00-7000-8000-000000000001"
            + " 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

    @TempDir
    Path directory;

    private static String decoded(Path file) throws Exception {
        BufferedImage image = ImageIO.read(file.toFile());
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        RGBLuminanceSource source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)))
                .getText();
    }

    @Test
    void isReadBackFromItsPicture() throws Exception {
        Path file = directory.resolve("slip.png");

        QrCode.write(file, DIGEST, false);

        assertThat(decoded(file)).isEqualTo(DIGEST);
    }

    @Test
    void refusesATextThatNoCodeHolds() {
        assertThatThrownBy(() -> QrCode.write(directory.resolve("slip.png"), "x".repeat(5_000), false))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("too long");
    }

    @Test
    void overwritesNothing() {
        Path file = directory.resolve("slip.png");
        QrCode.write(file, DIGEST, false);

        assertThatThrownBy(() -> QrCode.write(file, DIGEST, false)).isInstanceOf(Failure.class);
    }
}
