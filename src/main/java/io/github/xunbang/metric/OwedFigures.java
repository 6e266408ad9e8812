package io.github.xunbang.metric;

/**
 * A room that keeps facts of its own and owes their figures to the ledger, for example deals: its
 * documents are the truth and say what is still to be posted. {@link Ledger#drainPending} asks
 * every such bean first, so that a start-up, a closing and every frozen board see what was
 * acknowledged (design section 6).
 */
public interface OwedFigures {

  /** Posts what an interrupted write left unposted; without need it changes nothing. */
  void post(String organizationId);
}
