package net.pesulabs.console.page.gpu.fit;

import java.nio.file.Path;
import net.pesulabs.console.model.ModelShape;
import net.pesulabs.console.model.ShapeReader;
import net.pesulabs.console.model.gguf.GgufFiles;
import net.pesulabs.console.model.gguf.GgufProblem;

/** Reads what a model's file says of itself. Blocks. */
@FunctionalInterface
interface HeaderReader {

  HeaderReader OF_FILES = path -> ShapeReader.read(GgufFiles.read(path));

  ModelShape read(Path path) throws GgufProblem;
}
