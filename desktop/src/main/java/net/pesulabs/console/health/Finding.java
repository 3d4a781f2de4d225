package net.pesulabs.console.health;

import java.time.Instant;
import java.util.List;
import net.pesulabs.console.i18n.Message;
import org.jspecify.annotations.Nullable;

/**
 * Something that wants care.
 *
 * @param cause the rule's name, such as {@code crash-loop}
 * @param object what it is about, such as {@code pod/apps/n8n-0} or {@code source/gpu}
 * @param evidence the facts it rests on, as the system words them, such as {@code exitCode=1}
 * @param since when it began; null where nothing tells
 * @param text what is wrong
 * @param advice what to do about it
 */
public record Finding(
    String cause,
    Severity severity,
    String object,
    List<String> evidence,
    @Nullable Instant since,
    Message text,
    Message advice) {}
