package net.pesulabs.console.page.gpu.served;

import net.pesulabs.console.i18n.Message;
import net.pesulabs.console.i18n.Msg;
import net.pesulabs.console.i18n.Quantity;
import net.pesulabs.console.model.running.CardUse;
import org.jspecify.annotations.Nullable;

/** Who uses the card, in words. */
final class UseWords {

  private UseWords() {}

  static Message who(CardUse use) {
    return switch (use.who()) {
      case CARD_UNKNOWN -> Msg.gpuModelUseUnknown();
      case NOBODY -> Msg.gpuModelUseNobody();
      case NOBODY_THOUGH_BUSY -> Msg.gpuModelUseNobodyThoughBusy();
      case THIS_CHAT -> Msg.gpuModelUseThisChat();
      case CHAT_AND_OTHERS -> Msg.gpuModelUseChatAndOthers(Quantity.number(use.answers(), 0));
      case OTHERS_BY_MODEL -> Msg.gpuModelUseOthersByModel(use.answers());
      case LOADING -> Msg.gpuModelUseLoading();
      case ANOTHER_PROGRAM -> Msg.gpuModelUseAnotherProgram();
      case SOMEBODY -> Msg.gpuModelUseSomebody();
      case MODEL_WITHOUT_CARD -> Msg.gpuModelUseModelWithoutCard();
    };
  }

  /** On what the shares of the memory rest; null where none are shown. */
  static @Nullable Message basis(CardUse use) {
    CardUse.Memory memory = use.memory();
    if (memory == null) {
      return null;
    }
    return switch (memory.basis()) {
      case SEEN -> Msg.gpuModelBasisSeen();
      case COMPUTED -> Msg.gpuModelBasisComputed();
      case WEIGHTS -> Msg.gpuModelBasisWeights();
      case UNKNOWN -> Msg.gpuModelBasisUnknown();
      case NO_MODEL -> Msg.gpuModelBasisNoModel();
    };
  }

  /** Those who may use it by right, which is no load; null where there are none. */
  static @Nullable Message mayUse(CardUse use) {
    return use.mayUse().isEmpty() ? null : Msg.gpuModelMayUse(String.join(", ", use.mayUse()));
  }
}
