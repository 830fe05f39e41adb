package org.sampan.exchange;

import org.sampan.sealing.Letter;

/// Another node said how far its log reaches, in a letter or a receipt that it signed.
public record HeadHeard(String peer, Letter.LogHead head) {}
