package io.jiayou.cli;

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
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import javax.imageio.ImageIO;

/** A text as a QR code in a PNG file, 8 pixels to the module. */
final class QrCode {

    private static final int PIXELS = 8;
    private static final int WHITE = 0xffffff;

    private QrCode() {}

    /** @throws Failure if the text is too long, or the file exists or can't be written */
    static void write(Path file, String text) {
        try {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(image(text), "png", png);
            Files.write(file, png.toByteArray(), StandardOpenOption.CREATE_NEW);
        } catch (WriterException e) {
            throw new Failure("the text is too long for a QR code");
        } catch (IOException e) {
            throw new Failure(file + " can't be written: " + e);
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
