package org.sampan.glossary;

import java.util.Locale;

/// Where a word comes from. Its explanation is ours all the same.
enum Source {
  /// The protocol to prevent, suppress and punish trafficking in persons (United Nations, 2000):
  /// its purpose, the definition, and repatriation.
  PALERMO_2,
  PALERMO_3,
  PALERMO_8,
  /// The protocol against the smuggling of migrants (United Nations, 2000).
  SMUGGLING_3,
  /// The Forced Labour Convention (ILO, 1930).
  ILO_29,
  /// The Supplementary Convention on the Abolition of Slavery (United Nations, 1956).
  SLAVERY_1956,
  /// The operational indicators of trafficking (ILO and European Commission, 2009).
  ILO_2009,
  /// The Human Trafficking Case Data Standard (IOM).
  HTCDS,
  /// The ASEAN Convention Against Trafficking in Persons (2015).
  ACTIP_14,
  /// The memorandum of understanding of the six countries (Yangon, 2004).
  COMMIT_2004,
  /// The common indicators (Vientiane, 2016).
  COMMIT_2016,
  /// The handbook on national referral mechanisms (OSCE/ODIHR, second edition 2022).
  ODIHR_2022,
  /// The guidelines for a transnational referral mechanism (ICMPD, 2009).
  ICMPD_2009,
  /// The guide to ethics and human rights in counter-trafficking (UNIAP, 2008).
  UNIAP_2008,
  /// The Convention on the Rights of the Child (United Nations, 1989).
  CHILD_RIGHTS,
  /// The convention on action against trafficking (Council of Europe, 2005).
  EUROPE_13,
  /// The convention against transnational organized crime (United Nations, 2000).
  UNTOC_18,
  /// A word of this system.
  SAMPAN;

  /// The key of its name in the words files.
  String words() {
    return "glossary.source." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
