package net.pesulabs.console.page.chat;

/** One thing said in the conversation. */
sealed interface Entry permits Question, Answer {}
