package net.pesulabs.console.doctor;

import java.util.List;
import java.util.stream.Stream;
import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;

/** How states are said; each with a sign, so that none is told by colour alone. */
public final class Words {

  private Words() {}

  public static String sign(Hop.State state) {
    return switch (state) {
      case OK -> "✓";
      case BROKEN -> "✗";
      case SKIPPED -> "–";
      case UNKNOWN -> "?";
    };
  }

  public static String sign(Path.State state) {
    return switch (state) {
      case WALKING -> "…";
      case OK -> "✓";
      case BROKEN -> "✗";
      case UNKNOWN -> "?";
      case NOT_SET_UP -> "–";
    };
  }

  public static Message state(Hop.State state) {
    return switch (state) {
      case OK -> Msg.doctorStateOk();
      case BROKEN -> Msg.doctorStateBroken();
      case SKIPPED -> Msg.doctorStateSkipped();
      case UNKNOWN -> Msg.doctorStateUnknown();
    };
  }

  public static Message state(Path.State state) {
    return switch (state) {
      case WALKING -> Msg.doctorPathWalking();
      case OK -> Msg.doctorPathOk();
      case BROKEN -> Msg.doctorPathBroken();
      case UNKNOWN -> Msg.doctorPathUnknown();
      case NOT_SET_UP -> Msg.doctorPathNotSetUp();
    };
  }

  /** What an examination comes to, in one sentence. */
  public static Message verdict(Examination examination) {
    if (examination.verdict() == Examination.Verdict.WALKING) {
      return Msg.doctorVerdictWalking();
    }
    long broken = count(examination, Path.State.BROKEN);
    long unknown = count(examination, Path.State.UNKNOWN);
    if (broken > 0) {
      return Msg.doctorVerdictBroken(broken);
    }
    return unknown > 0 ? Msg.doctorVerdictUnknown(unknown) : Msg.doctorVerdictOk();
  }

  /** Whose side it is on: the answer to the question of the page. */
  public static Message side(Examination examination) {
    List<Fix.Healer> healers =
        examination.paths().stream()
            .filter(path -> !isDoubtful(path))
            .flatMap(path -> path.firstBroken().stream())
            .flatMap(hop -> Stream.ofNullable(hop.fix()))
            .map(Fix::who)
            .toList();
    boolean here = healers.contains(Fix.Healer.YOU);
    boolean there = healers.stream().anyMatch(who -> who != Fix.Healer.YOU);
    if (examination.verdict() == Examination.Verdict.WALKING) {
      return Msg.doctorVerdictWalking();
    }
    if (!here && !there) {
      return examination.verdict() == Examination.Verdict.OK
          ? Msg.doctorSideNone()
          : Msg.doctorSideUnknown();
    }
    return here && there
        ? Msg.doctorSideBoth()
        : here ? Msg.doctorSideHere() : Msg.doctorSideThere();
  }

  /** Something out there is silent, and it may be this computer, which could not be asked all. */
  private static boolean isDoubtful(Path path) {
    boolean silent = path.firstBroken().filter(hop -> !hop.id().answers()).isPresent();
    return silent
        && path.hops().stream()
            .anyMatch(hop -> hop.id().isHere() && hop.state() == Hop.State.UNKNOWN);
  }

  private static long count(Examination examination, Path.State state) {
    return examination.paths().stream().filter(path -> path.state() == state).count();
  }
}
