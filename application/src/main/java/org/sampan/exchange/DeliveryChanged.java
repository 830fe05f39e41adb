package org.sampan.exchange;

/// A message of ours stands somewhere new: published inside the transaction that changed it.
public record DeliveryChanged(MessageId message, DeliveryState state) {}
