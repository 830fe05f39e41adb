package org.sampan.consents;

import java.time.Instant;

/// An overruling no longer stands: a reviewer set it aside, or she herself said no later. Published
/// inside the transaction that records it; obeyed as [ConsentWithdrawn] is.
public record OverrulingEnded(
    Overruling.Id overruling, PersonId person, Recipient recipient, Instant at) {}
