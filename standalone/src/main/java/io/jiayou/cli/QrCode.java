package io.jiayou.cli;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;

/** A text as a QR code in a PNG file, 8 pixels to the module. */
final class QrCode {

    private static final int PIXELS = 8;
    private static final int WHITE = 0xffffff;

    private QrCode() {}

    /**
     * Writes a new file, or in place of one that may be there.
     *
     * @throws Failure if the text is too long, or the file can't be written, or exists and isn't to be replaced
     */
    static void write(Path file, String text, boolean replace) {
        try {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(image(text), "png", png);
            OpenOption[] options = replace
                    ? new OpenOption[] {CREATE, TRUNCATE_EXISTING, WRITE}
                    : new OpenOption[] {CREATE_NEW, WRITE};
            Files.write(file, png.toByteArray(), options);
        } catch (WriterException e) {
            throw new Failure("the text is too long for a QR code");
        } catch (IOException e) {
            throw new Failure("{0} can't be written: {1}", file, Reason.of(e));
        }
    }

    private static BufferedImage image(String text) throws WriterException {
        BitMatrix modules = new QRCodeWriter()
                .encode(
                        text,
                        BarcodeFormat.QR_CODE,
                        0,
                        0,
                        Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M));
        int width = modules.getWidth() * PIXELS;
        int height = modules.getHeight() * PIXELS;
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, modules.get(x / PIXELS, y / PIXELS) ? 0 : WHITE);
            }
        }
        return image;
    }
}
