package io.github.xunbang.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads the cells of an xlsx file as text, straight from its parts. */
public final class XlsxFile {

  private final byte[] file;

  public XlsxFile(byte[] file) {
    this.file = file.clone();
  }

  /** The sheets' names in order. */
  public List<String> names() {
    NodeList sheets = xml("xl/workbook.xml").getElementsByTagName("sheet");
    List<String> names = new ArrayList<>();
    for (int at = 0; at < sheets.getLength(); at++) {
      names.add(((Element) sheets.item(at)).getAttribute("name"));
    }
    return names;
  }

  /** All rows of a sheet, the first being 1; an empty cell is an empty text. */
  public List<List<String>> rows(int sheet) {
    NodeList shared = xml("xl/sharedStrings.xml").getElementsByTagName("si");
    NodeList rows = xml("xl/worksheets/sheet" + sheet + ".xml").getElementsByTagName("row");
    List<List<String>> all = new ArrayList<>();
    for (int row = 0; row < rows.getLength(); row++) {
      List<String> texts = new ArrayList<>();
      NodeList cells = ((Element) rows.item(row)).getElementsByTagName("c");
      for (int at = 0; at < cells.getLength(); at++) {
        Element cell = (Element) cells.item(at);
        while (texts.size() < column(cell)) {
          texts.add("");
        }
        String value = cell.getTextContent();
        boolean text = cell.getAttribute("t").equals("s");
        texts.add(text ? shared.item(Integer.parseInt(value)).getTextContent() : value);
      }
      all.add(texts);
    }
    return all;
  }

  /** One part of the file as it is stored. */
  public String part(String name) {
    try {
      Path path = Files.createTempFile("sheet", ".xlsx");
      Files.write(path, file);
      try (ZipFile zip = new ZipFile(path.toFile())) {
        ZipEntry entry = zip.getEntry(name);
        try (InputStream content = zip.getInputStream(entry)) {
          return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
      } finally {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Document xml(String part) {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(part(part))));
    } catch (ParserConfigurationException | SAXException e) {
      throw new IllegalStateException(part, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code C12} is column 2. */
  private static int column(Element cell) {
    int column = 0;
    for (char letter : cell.getAttribute("r").replaceAll("\\d", "").toCharArray()) {
      column = column * 26 + letter - 'A' + 1;
    }
    return column - 1;
  }
}
