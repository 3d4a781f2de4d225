package net.pesulabs.console.page.chat;

/** What the person said. */
record Question(String text) implements Entry {}
