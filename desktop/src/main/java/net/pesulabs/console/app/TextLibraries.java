package net.pesulabs.console.app;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;

/**
 * What JavaFX wants of a Linux system to draw text, even without a display. Asked beforehand,
 * because JavaFX answers their absence with a stack trace.
 */
@SuppressWarnings("restricted") // native access is granted in homelab-console.options
final class TextLibraries {

  /** What libjavafx_font_pango.so and the font list link to. */
  private static final List<String> NEEDED =
      List.of(
          "libpango-1.0.so.0",
          "libpangoft2-1.0.so.0",
          "libfontconfig.so.1",
          "libfreetype.so.6",
          "libglib-2.0.so.0");

  private TextLibraries() {}

  /** What is missing, in one sentence. */
  static Optional<Message> missing() {
    if (!System.getProperty("os.name").equals("Linux")) {
      return Optional.empty();
    }
    var absent = new ArrayList<String>();
    try (var arena = Arena.ofConfined()) {
      for (String library : NEEDED) {
        try {
          SymbolLookup.libraryLookup(library, arena);
        } catch (IllegalArgumentException e) {
          absent.add(library);
        }
      }
      if (!absent.isEmpty()) {
        return Optional.of(Msg.cliNoTextLibraries(String.join(", ", absent)));
      }
      return fonts(arena) == 0 ? Optional.of(Msg.cliNoFonts()) : Optional.empty();
    }
  }

  /** How many fonts fontconfig knows. */
  private static int fonts(Arena arena) {
    var lookup = SymbolLookup.libraryLookup("libfontconfig.so.1", arena);
    var linker = Linker.nativeLinker();
    var load =
        linker.downcallHandle(
            lookup.findOrThrow("FcInitLoadConfigAndFonts"),
            FunctionDescriptor.of(ValueLayout.ADDRESS));
    var get =
        linker.downcallHandle(
            lookup.findOrThrow("FcConfigGetFonts"),
            FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
    try {
      var config = (MemorySegment) load.invokeExact();
      var set = (MemorySegment) get.invokeExact(config, 0); // FcSetSystem
      // struct FcFontSet { int nfont; … }; null where there is no configuration at all
      return set.address() == 0 ? 0 : set.reinterpret(Integer.BYTES).get(ValueLayout.JAVA_INT, 0);
    } catch (Throwable e) {
      throw new IllegalStateException("fontconfig cannot be asked", e);
    }
  }
}
