package org.sampan.screening;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// What the dimensions amount to by the chosen reading. Each outcome is "possible", never a
/// verdict: a named person decides, and no outcome is a reason to refuse first help.
public sealed interface Outcome {

  /// The three elements of trafficking in Article 3(a) of the Palermo Protocol.
  enum Element {
    ACT,
    MEANS,
    PURPOSE
  }

  /// Indications of possible trafficking.
  ///
  /// @param means the positive means dimensions; for a child possibly none, since none is needed
  record PossibleTrafficking(Set<Dimension> means) implements Outcome {
    public PossibleTrafficking {
      means = frozen(means, Dimension.class);
    }
  }

  /// Deceived at recruitment and exploited, as the labour-force survey names it. The Palermo
  /// reading of the same answers may say more.
  record DeceivedAndExploited() implements Outcome {}

  /// Signs of possible exploitation, without all elements of trafficking: at least a case for
  /// labour rights or, for a child, for child protection.
  ///
  /// @param lacking the elements not shown so far
  record Exploited(Set<Element> lacking) implements Outcome {
    public Exploited {
      lacking = frozen(lacking, Element.class);
    }
  }

  /// Nothing is shown so far and open answers could still change that.
  ///
  /// @param lacking the elements not shown so far
  record NotEnoughAnswers(Set<Element> lacking) implements Outcome {
    public NotEnoughAnswers {
      lacking = frozen(lacking, Element.class);
    }
  }

  /// Nothing is shown yet and no open answer could change it. It does not say that nothing
  /// happened.
  ///
  /// @param lacking the elements not shown
  record NoneYet(Set<Element> lacking) implements Outcome {
    public NoneYet {
      lacking = frozen(lacking, Element.class);
    }
  }

  /// The labour-force survey names no class for these positive dimensions: use the Palermo reading.
  record OutsideIllustration(Set<Dimension> positive) implements Outcome {
    public OutsideIllustration {
      positive = frozen(positive, Dimension.class);
    }
  }

  private static <E extends Enum<E>> Set<E> frozen(Set<E> set, Class<E> type) {
    EnumSet<E> copy = EnumSet.noneOf(type);
    copy.addAll(set);
    return Collections.unmodifiableSet(copy);
  }
}
