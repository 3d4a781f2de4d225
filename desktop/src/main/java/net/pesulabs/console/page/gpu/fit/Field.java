package net.pesulabs.console.page.gpu.fit;

/** What a person fills in. */
enum Field {
  WEIGHTS,
  LAYERS,
  HEADS,
  HEAD_LENGTH,
  CONTEXT,
  SLOTS,
  OTHERS,
  BANDWIDTH
}
