package io.jiayou.audit.report;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/**
 * Pages of A4, lying, and text on them in a font that has Chinese. Of the font the file has what it shows, so it looks the same
 * everywhere; a character that the font lacks stands there as its number, [U+26FD].
 */
final class Paper implements Closeable {

    static final PDRectangle SIZE = new PDRectangle(PDRectangle.A4.getHeight(), PDRectangle.A4.getWidth());

    private static final String FONT = "/fonts/ttf/NotoSansSC/NotoSansSC-Regular.ttf";
    private static final float UNITS_PER_EM = 1000;
    /** What makes a line bold, against the height of the font: its one weight is drawn with a rim. */
    private static final float RIM = 0.04f;
    /** They don't begin a line. */
    private static final String CLOSING = "，。、；：！？）》”’%,.;:!?)";

    private final PDDocument document = new PDDocument();
    private final TrueTypeFont outlines;
    private final PDType0Font font;
    private final CmapLookup glyphs;
    private PDPageContentStream page;

    Paper() throws IOException {
        try (InputStream content = Objects.requireNonNull(Paper.class.getResourceAsStream(FONT), FONT)) {
            outlines = new TTFParser().parse(new RandomAccessReadBuffer(content));
        }
        // who copies a text out of the file wants letters, not the ligature that stands for three of them
        outlines.setEnableGsub(false);
        font = PDType0Font.load(document, outlines, true);
        glyphs = outlines.getUnicodeCmapLookup();
        page = added();
    }

    void newPage() throws IOException {
        page.close();
        page = added();
    }

    private PDPageContentStream added() throws IOException {
        PDPage next = new PDPage(SIZE);
        document.addPage(next);
        return new PDPageContentStream(document, next);
    }

    /** @param y of the line that the letters stand on, from below */
    void text(float x, float y, float size, boolean bold, String text) throws IOException {
        draw(page, x, y, size, bold, shown(text));
    }

    private void draw(PDPageContentStream on, float x, float y, float size, boolean bold, String text)
            throws IOException {
        on.beginText();
        on.setFont(font, size);
        on.setRenderingMode(bold ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
        on.setLineWidth(size * RIM);
        on.newLineAtOffset(x, y);
        on.showText(text);
        on.endText();
    }

    void rule(float from, float to, float y) throws IOException {
        page.setLineWidth(RIM * 10);
        page.moveTo(from, y);
        page.lineTo(to, y);
        page.stroke();
    }

    float width(String text, float size) throws IOException {
        return font.getStringWidth(shown(text)) / UNITS_PER_EM * size;
    }

    /** The lines that a text has within a width: broken between words and Chinese characters, else where it must be. */
    List<String> lines(String text, float width, float size) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String part : text.split("\n", -1)) {
            String rest = shown(part);
            while (width(rest, size) > width) {
                int end = fitting(rest, width, size);
                lines.add(rest.substring(0, end).stripTrailing());
                rest = rest.substring(end).stripLeading();
            }
            lines.add(rest);
        }
        return lines;
    }

    private int fitting(String text, float width, float size) throws IOException {
        int end = 0;
        int breaking = 0;
        float used = 0;
        while (end < text.length()) {
            int next = text.codePointAt(end);
            used += font.getStringWidth(Character.toString(next)) / UNITS_PER_EM * size;
            if (used > width && end > 0) {
                return breaking > 0 ? breaking : end;
            }
            end += Character.charCount(next);
            if (end < text.length() && mayBreak(next, text.codePointAt(end))) {
                breaking = end;
            }
        }
        return end;
    }

    private static boolean mayBreak(int before, int behind) {
        if (CLOSING.indexOf(behind) >= 0) {
            return false;
        }
        return before == ' ' || before == '/' || Character.isIdeographic(before) || Character.isIdeographic(behind);
    }

    /** Only what the font has. */
    private String shown(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (glyphs.getGlyphId(c) != 0 && !Character.isISOControl(c)) {
                shown.appendCodePoint(c);
            } else {
                shown.append("[U+%04X]".formatted(c));
            }
        });
        return shown.toString();
    }

    /** What stands at the foot of a page. */
    @FunctionalInterface
    interface Foot {
        String of(int number, int all);
    }

    /** The whole file. */
    byte[] finished(String title, String language, float x, float y, float size, Foot foot) throws IOException {
        page.close();
        int all = document.getNumberOfPages();
        for (int n = 0; n < all; n++) {
            try (PDPageContentStream under =
                    new PDPageContentStream(document, document.getPage(n), AppendMode.APPEND, true, true)) {
                draw(under, x, y, size, false, shown(foot.of(n + 1, all)));
            }
        }
        document.getDocumentInformation().setTitle(title);
        document.getDocumentCatalog().setLanguage(language);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    @Override
    public void close() throws IOException {
        try (outlines) {
            document.close();
        }
    }
}
