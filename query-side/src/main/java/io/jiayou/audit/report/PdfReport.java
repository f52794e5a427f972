package io.jiayou.audit.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/**
 * The report on A4 for people. Its fonts are those that every PDF program has, so it names stations by their ids; a
 * character that these fonts lack stands there as its number, [U+6CB9].
 */
final class PdfReport {

    private static final float MARGIN = 50;
    private static final float SIZE = 8;
    private static final float TITLE = 15;
    private static final float LEADING = 12;
    private static final float INDENT = 12;
    private static final float UNITS_PER_EM = 1000;

    static {
        FontMappers.set(OneFont.open());
    }

    private final PDFont plain = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
    private final PDFont bold = new PDType1Font(Standard14Fonts.FontName.HELVETICA_BOLD);
    private final PDDocument document = new PDDocument();
    private final PDRectangle paper = PDRectangle.A4;
    private PDPageContentStream page;
    private float y;

    private PdfReport() throws IOException {
        page = newPage();
    }

    static byte[] of(PeriodReport report) {
        try {
            return new PdfReport().written(report);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] written(PeriodReport report) throws IOException {
        try (document) {
            line(bold, TITLE, 0, "Jiayou audit report");
            y -= LEADING / 2;
            line(plain, SIZE, 0, "Recorded from " + report.from() + " up to, and without, " + report.until());
            String section = "";
            for (Line line : report.lines()) {
                if (!line.section().equals(section)) {
                    section = line.section();
                    y -= LEADING / 2;
                    line(bold, SIZE + 2, 0, section);
                }
                paragraph(sentence(line.values()));
            }
            page.close();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.getDocumentInformation().setTitle("Jiayou audit report");
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    /** Its values one behind the other; a count before what is counted. */
    private static String sentence(List<String> values) {
        return Stream.of(
                        values.get(0),
                        values.get(4).isEmpty() ? "" : values.get(4) + " ×",
                        values.get(1),
                        values.get(2),
                        values.get(3).isEmpty() ? "" : "by " + values.get(3),
                        (values.get(5) + " " + values.get(6)).strip())
                .filter(part -> !part.isEmpty())
                .reduce((one, other) -> one + "   " + other)
                .orElse("");
    }

    /** Broken where it reaches the margin, also inside of long words. */
    private void paragraph(String text) throws IOException {
        String rest = shown(text);
        float indent = INDENT;
        while (!rest.isEmpty()) {
            int end = fitting(rest, paper.getWidth() - 2 * MARGIN - indent);
            line(plain, SIZE, indent, rest.substring(0, end));
            rest = rest.substring(end).stripLeading();
            indent = 2 * INDENT;
        }
    }

    private int fitting(String text, float width) throws IOException {
        int end = text.length();
        while (end > 1 && plain.getStringWidth(text.substring(0, end)) / UNITS_PER_EM * SIZE > width) {
            int blank = text.lastIndexOf(' ', end - 1);
            end = blank > end / 2 ? blank : end - 1;
        }
        return end;
    }

    private void line(PDFont font, float size, float indent, String text) throws IOException {
        if (y < MARGIN) {
            page.close();
            page = newPage();
        }
        page.beginText();
        page.setFont(font, size);
        page.newLineAtOffset(MARGIN + indent, y);
        page.showText(shown(text));
        page.endText();
        y -= LEADING * Math.max(1, size / SIZE);
    }

    private PDPageContentStream newPage() throws IOException {
        PDPage added = new PDPage(paper);
        document.addPage(added);
        y = paper.getHeight() - MARGIN;
        return new PDPageContentStream(document, added);
    }

    /** Only what the standard fonts surely have. */
    private static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (c >= ' ' && c <= '~' || c == '×' || c == '—') {
                shown.append((char) c);
            } else {
                shown.append("[U+%04X]".formatted(c));
            }
        });
        return shown.toString();
    }
}
