package net.pesulabs.console.homelab;

/**
 * How full a persistent volume is, where a node's exporter sees it as a file system of its own.
 *
 * @param volume the name of the PersistentVolume
 * @param sizeBytes more than 0
 */
public record VolumeUse(String volume, long usedBytes, long sizeBytes) {

  public double percent() {
    return 100.0 * usedBytes / sizeBytes;
  }
}
