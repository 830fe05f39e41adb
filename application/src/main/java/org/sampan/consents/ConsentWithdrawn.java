package org.sampan.consents;

import java.time.Instant;

/// She took her consent back, or refused the same thing later. Published inside the transaction
/// that records it: whoever sends must stop what is queued and tell those who hold a copy.
public record ConsentWithdrawn(
    Consent.Id consent, PersonId person, Recipient recipient, Instant at) {}
